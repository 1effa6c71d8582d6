using Search.Archive.Matching;

namespace Search.Queries;

/// <summary>Turns what a user wrote into what is matched.</summary>
public static class QueryMeaning
{
    /// <summary>Never throws. A query whose text holds no word at all matches nothing.</summary>
    /// <param name="query">The tree.</param>
    /// <param name="options">What the tree does not say itself.</param>
    public static MatchNode Of(QueryNode query, MeaningOptions options) =>
        query.Accept(new MeaningVisitor(options)) ?? new NothingMatch();
}

/// <param name="Today">What relative dates count from.</param>
/// <param name="MatchAny">Words are optional and rank, instead of all being required (the parameter <c>match=any</c>).</param>
/// <param name="Scope">The text that words without a field are looked for in.</param>
public sealed record MeaningOptions(DateOnly Today, bool MatchAny = false, TextScope Scope = TextScope.TitleAndBody);
