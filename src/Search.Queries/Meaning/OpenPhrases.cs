using Search.Archive.Matching;
using Search.Core.Analysis;

namespace Search.Queries;

/// <summary>
/// The phrases of a query that leave a word open: a free word; where there is none, alternatives; where there are none either, a
/// last word of which only the beginning is given.
/// </summary>
public static class OpenPhrases
{
    /// <summary>Those that a statement may be found by, in the order of the query: not what is excluded or only near something.</summary>
    public static IReadOnlyList<PhraseNode> Of(QueryNode query) => [.. In(query, TextScope.TitleAndBody).Select(found => found.Phrase)];

    /// <summary>What the only open phrase of a query means, and the statements that match the query and have it.</summary>
    /// <returns>Null where the query has none or several, or one without a token.</returns>
    public static (OpenPhrase Phrase, MatchNode Query)? Meaning(QueryNode query, MeaningOptions options)
    {
        if (In(query, options.Scope).ToList() is not [var (phrase, scope)])
        {
            return null;
        }

        var runs = new SlotReader().OpenRuns(phrase.Parts, IsOpen(phrase), phrase.Verbatim ? Likeness.Verbatim : Likeness.Exact);
        return runs.Count == 0
            ? null
            : (new OpenPhrase([.. runs], scope), MatchNodes.All(
                [QueryMeaning.Of(query, options), MatchNodes.Any(runs.Select(run => new PhraseMatch(run.Slots, scope)))]));
    }

    private static IEnumerable<(PhraseNode Phrase, TextScope Scope)> In(QueryNode node, TextScope scope) => node switch
    {
        PhraseNode phrase when phrase.Parts.Any(IsOpen(phrase)) => [(phrase, scope)],
        ConjunctionNode all => all.Operands.SelectMany(operand => In(operand, scope)),
        DisjunctionNode any => any.Operands.SelectMany(operand => In(operand, scope)),
        FieldNode { Field: QueryField.Title } title => In(title.Operand, TextScope.Title),
        _ => [],
    };

    private static Func<PhrasePart, bool> IsOpen(PhraseNode phrase) =>
        phrase.Parts.Any(part => part is PhraseFreeWord) ? part => part is PhraseFreeWord
        : phrase.Parts.Any(part => part is PhraseAlternatives) ? part => part is PhraseAlternatives
        : part => part is PhrasePrefix;
}
