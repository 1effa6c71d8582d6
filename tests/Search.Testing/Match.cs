using Search.Archive.Matching;
using Search.Core;
using Search.Core.Analysis;
using Search.Core.Statements;

namespace Search.Testing;

/// <summary>Writes queries for tests: text goes through the analyzer, as the product's own queries do.</summary>
public static class Match
{
    public static MatchNode Everything { get; } = new EverythingMatch();

    public static MatchNode Nothing { get; } = new NothingMatch();

    /// <summary>Exactly one word, whichever.</summary>
    public static PhraseSlot AnyWord { get; } = new AnySlot();

    /// <summary>A bare word.</summary>
    public static MatchNode Word(string word, Likeness likeness = Likeness.Stemmed, TextScope scope = TextScope.TitleAndBody) =>
        new PhraseMatch(Slots(word, likeness), scope);

    /// <summary>The words of a text, one after the other; <c>*</c> is any word and <c>abc*</c> a prefix.</summary>
    public static MatchNode Phrase(string text, Likeness likeness = Likeness.Exact, TextScope scope = TextScope.TitleAndBody) =>
        new PhraseMatch(Slots(text, likeness), scope);

    public static MatchNode Phrase(params ReadOnlySpan<PhraseSlot> slots) => new PhraseMatch(EquatableList.Create(slots));

    /// <summary>Texts near each other in any order; each is a phrase.</summary>
    public static MatchNode Near(int distance, params ReadOnlySpan<string> phrases) => Near(distance, false, phrases);

    public static MatchNode NearInOrder(int distance, params ReadOnlySpan<string> phrases) => Near(distance, true, phrases);

    public static MatchNode And(params ReadOnlySpan<MatchNode> operands) => new ConjunctionMatch(EquatableList.Create(operands));

    public static MatchNode Or(params ReadOnlySpan<MatchNode> operands) => new DisjunctionMatch(EquatableList.Create(operands));

    public static MatchNode Not(MatchNode operand) => new NegationMatch(operand);

    public static MatchNode Facet(FacetName facet, string? value) => new FacetMatch(facet, value);

    public static MatchNode Id(string id) => new IdMatch(id);

    public static MatchNode Issued(DateOnly? from, DateOnly? to) => new DateMatch(from, to);

    public static MatchNode Undated { get; } = new DateMatch(null, null);

    /// <summary>One position of a phrase: any of these words.</summary>
    public static PhraseSlot AnyOf(Likeness likeness, params ReadOnlySpan<string> words)
    {
        var terms = new List<MatchTerm>();
        foreach (var word in words)
        {
            terms.Add(Term(word, likeness));
        }

        return new TermSlot([.. terms]);
    }

    public static PhraseSlot Prefix(string prefix) => new PrefixSlot(prefix);

    /// <summary>A word's term; the word must be one token.</summary>
    public static MatchTerm Term(string word, Likeness likeness)
    {
        var tokens = new List<Token>();
        new TextAnalyzer().Analyze(word, tokens);
        return MatchTerm.Of(tokens.Single().Forms, likeness);
    }

    /// <summary>The positions that a text asks for.</summary>
    public static EquatableList<PhraseSlot> Slots(string text, Likeness likeness)
    {
        var slots = new List<PhraseSlot>();
        var tokens = new List<Token>();
        foreach (var piece in text.Split(' '))
        {
            if (piece == "*")
            {
                slots.Add(AnyWord);
            }
            else if (piece.EndsWith('*'))
            {
                slots.Add(new PrefixSlot(piece[..^1]));
            }
            else
            {
                new TextAnalyzer().Analyze(piece, tokens);
                slots.AddRange(tokens.Select(token => new TermSlot([MatchTerm.Of(token.Forms, likeness)])));
            }
        }

        return [.. slots];
    }

    private static ProximityMatch Near(int distance, bool ordered, ReadOnlySpan<string> phrases)
    {
        var slots = new List<EquatableList<PhraseSlot>>();
        foreach (var phrase in phrases)
        {
            slots.Add(Slots(phrase, Likeness.Exact));
        }

        return new ProximityMatch([.. slots], distance, ordered);
    }
}
