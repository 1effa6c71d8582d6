using Search.Archive.Matching;
using Search.Core;
using Search.Sqlite.Indexing;

namespace Search.Sqlite.Planning;

/// <summary>
/// Plans phrases that <see cref="SlotSplitter"/> has split: as an expression where FTS5 can say it, else cut into runs that it
/// can find, whose places decide.
/// </summary>
internal sealed class PhrasePlanner(bool hasUnstemmed)
{
    private readonly PhraseWriter _writer = new(hasUnstemmed);

    public MatchPlan Plan(EquatableList<PhraseSlot> slots, TextScope scope)
    {
        if (IsExpression(slots))
        {
            return new WordsPlan(slots.Count == 1 ? _writer.Word(slots[0], scope) : _writer.Run(slots.AsSpan(), scope));
        }

        var (expression, check) = PlanPositions(slots, scope);
        return new PositionsPlan(expression, [check], null);
    }

    /// <summary>Phrases near each other: FTS5's own NEAR counts distances otherwise.</summary>
    public MatchPlan PlanNear(EquatableList<EquatableList<PhraseSlot>> phrases, TextScope scope, ProximityCheck proximity)
    {
        var expressions = new List<WordsExpression>();
        var checks = new List<PhraseCheck>();
        var before = 0;
        foreach (var slots in phrases)
        {
            var (expression, check) = PlanPositions(slots, scope);
            expressions.Add(expression);
            checks.Add(check.After(before));
            before += expression.Phrases;
        }

        return new PositionsPlan(WordsExpression.Join(expressions, " AND "), [.. checks], proximity);
    }

    /// <summary>
    /// FTS5 has no free word inside a phrase and takes a prefix at its end only; most verbatim words want a look at positions.
    /// </summary>
    private static bool IsExpression(EquatableList<PhraseSlot> slots) =>
        !slots.Where((slot, index) => slot is AnySlot || (slot is PrefixSlot && index < slots.Count - 1) || IsLooser(slot)).Any();

    private static bool IsLooser(PhraseSlot slot) => slot is TermSlot terms && terms.Terms.Any(term => IndexToken.IsLooser(term, out _));

    private (WordsExpression Expression, PhraseCheck Check) PlanPositions(EquatableList<PhraseSlot> slots, TextScope scope)
    {
        var runs = new List<PlacedPhrase>();
        var parts = new List<WordsExpression>();
        foreach (var (start, end) in Cut(slots))
        {
            runs.Add(new PlacedPhrase(runs.Count, start));
            parts.Add(_writer.Run(slots.AsSpan()[start..end], scope));
        }

        var others = OtherWaysOfWriting(slots);
        if (others.Count > 0)
        {
            parts.Add(Exclude(parts[0], others, scope));
        }

        // The first phrase of the exclusions' part is the run that it repeats.
        var exclusions = others.Select((other, index) => new PlacedPhrase(runs.Count + 1 + index, other.Offset));
        return (
            WordsExpression.Join(parts, " AND ").InParentheses(),
            new PhraseCheck(slots.Count, [.. runs], [.. exclusions], [.. CapitalsIn(slots)]));
    }

    /// <summary>
    /// FTS5 gives the positions of a token only where the expression has it, and what is excluded must not be required, nor
    /// may NOT take away whole rows: one place of many is excluded. So the expression goes on "and (what is required anyway,
    /// or any of the tokens)", which is true of every row and makes FTS5 read the tokens beside it.
    /// </summary>
    private static WordsExpression Exclude(WordsExpression required, List<(string Token, int Offset)> others, TextScope scope) =>
        WordsExpression.Any([required, .. others.Select(other => PhraseWriter.Token(other.Token, scope, isPrefix: true))]).Unscored();

    /// <summary>A run ends before a free word and after a prefix.</summary>
    private static IEnumerable<(int Start, int End)> Cut(EquatableList<PhraseSlot> slots)
    {
        var start = 0;
        for (var index = 0; index < slots.Count; index++)
        {
            if (slots[index] is AnySlot)
            {
                start = index + 1;
            }
            else if (slots[index] is PrefixSlot || index == slots.Count - 1 || slots[index + 1] is AnySlot)
            {
                yield return (start, index + 1);
                start = index + 1;
            }
        }
    }

    /// <summary>The tokens that stand beside a plain word's where it is written neither plainly nor with just a capital in front.</summary>
    private static List<(string Token, int Offset)> OtherWaysOfWriting(EquatableList<PhraseSlot> slots) =>
        [.. slots.SelectMany((slot, offset) => PlainWordsOf(slot).Select(word => (IndexToken.Otherwise(word), offset)))];

    private static IEnumerable<string> PlainWordsOf(PhraseSlot slot) => slot is TermSlot terms
        ? terms.Terms.Where(term => IndexToken.IsLooser(term, out var capitalised) && !capitalised).Select(term => term.Text)
        : [];

    private static IEnumerable<PlacedCapital> CapitalsIn(EquatableList<PhraseSlot> slots)
    {
        for (var offset = 0; offset < slots.Count; offset++)
        {
            if (slots[offset] is TermSlot { Terms: [var term] } && IndexToken.IsLooser(term, out var capitalised))
            {
                yield return new PlacedCapital(capitalised, offset);
            }
        }
    }
}
