using Search.Archive.Matching;
using Search.Core;
using Search.Sqlite.Indexing;

namespace Search.Sqlite.Planning;

/// <summary>
/// Most verbatim words are found by taking away the places where they are written otherwise, which must not take away what
/// another alternative of the slot means. A phrase with such a slot is the disjunction of phrases with one alternative each.
/// </summary>
internal static class SlotSplitter
{
    /// <summary>The phrases any of which is meant; the phrase itself alone when there is nothing to split.</summary>
    public static IReadOnlyList<EquatableList<PhraseSlot>> Split(EquatableList<PhraseSlot> slots) =>
        IsSplit(slots) ? [.. Combine(slots.Select(SplitSlot)).Select(combination => (EquatableList<PhraseSlot>)[.. combination])] : [slots];

    /// <summary>The same for phrases near each other.</summary>
    public static IReadOnlyList<EquatableList<EquatableList<PhraseSlot>>> Split(EquatableList<EquatableList<PhraseSlot>> phrases) =>
        [.. Combine(phrases.Select(Split)).Select(combination => (EquatableList<EquatableList<PhraseSlot>>)[.. combination])];

    private static bool IsSplit(EquatableList<PhraseSlot> slots) => slots.Any(slot => SplitSlot(slot).Count > 1);

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
