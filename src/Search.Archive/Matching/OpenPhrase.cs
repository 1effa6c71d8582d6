using Search.Core;

namespace Search.Archive.Matching;

/// <summary>A phrase of a query that leaves open which words stand at some of its places.</summary>
/// <param name="Runs">What it may be, word for word: several where an alternative has several words. No two are equal.</param>
/// <param name="Scope">Title, body or both.</param>
public sealed record OpenPhrase(EquatableList<OpenRun> Runs, TextScope Scope);

/// <param name="Slots">One after the other.</param>
/// <param name="Open">Which of the slots are open, ascending; at least one.</param>
public sealed record OpenRun(EquatableList<PhraseSlot> Slots, EquatableList<int> Open);
