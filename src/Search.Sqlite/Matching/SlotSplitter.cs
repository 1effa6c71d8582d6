using Search.Archive.Matching;
using Search.Core;
using Search.Sqlite.Indexing;

namespace Search.Sqlite.Matching;

/// <summary>
/// Most verbatim words are found by taking away the places where they are written otherwise, which must not take away what
/// another alternative of the slot means. A node with such a slot is the disjunction of nodes with one alternative each.
/// </summary>
internal static class SlotSplitter
{
    /// <summary>The nodes whose disjunction the node is; itself alone when there is nothing to split.</summary>
    public static IReadOnlyList<MatchNode> Split(MatchNode node) => node switch
    {
        PhraseMatch phrase => [.. Split(phrase.Slots).Select(slots => phrase with { Slots = slots })],
        ProximityMatch proximity => [.. Combine(proximity.Phrases.Select(Split)).Select(phrases => proximity with { Phrases = [.. phrases] })],
        _ => [node],
    };

    private static IReadOnlyList<EquatableList<PhraseSlot>> Split(EquatableList<PhraseSlot> slots) =>
        [.. Combine(slots.Select(SplitSlot)).Select(combination => (EquatableList<PhraseSlot>)[.. combination])];

    private static IReadOnlyList<PhraseSlot> SplitSlot(PhraseSlot slot) =>
        slot is TermSlot { Terms.Count: > 1 } terms && terms.Terms.Any(term => IndexToken.IsLooser(term, out _))
            ? [.. terms.Terms.Select(term => new TermSlot([term]))]
            : [slot];

    /// <summary>Every choice of one element from each list.</summary>
    private static IReadOnlyList<List<T>> Combine<T>(IEnumerable<IReadOnlyList<T>> lists)
    {
        List<List<T>> combinations = [[]];
        foreach (var list in lists)
        {
            combinations = [.. combinations.SelectMany(combination => list.Select(element => new List<T>(combination) { element }))];
        }

        return combinations;
    }
}
