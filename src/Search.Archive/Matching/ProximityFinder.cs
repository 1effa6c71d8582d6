namespace Search.Archive.Matching;

/// <summary>Where one phrase of a proximity occurs in a text.</summary>
/// <param name="Length">Positions that the phrase takes.</param>
/// <param name="Starts">Where it begins, ascending.</param>
public readonly record struct PhrasePositions(int Length, IReadOnlyList<int> Starts);

/// <summary>
/// The meaning of <see cref="ProximityMatch"/> on positions. A clump is one occurrence of each phrase, no two of them at
/// the same position, in the given order if asked for, with at most the given number of other words in total between
/// the first word and the last. Works on positions alone, so that an engine can hand it those of its own index.
/// </summary>
/// <remarks>
/// All occurrences of a clump lie in a window of as many positions as the phrases take together plus the distance. So
/// each window that begins where some phrase begins is looked at, and within it a clump is any choice without overlap.
/// </remarks>
public static class ProximityFinder
{
    /// <summary>Whether there is a clump.</summary>
    public static bool Exists(IReadOnlyList<PhrasePositions> phrases, int distance, bool ordered)
    {
        foreach (var phrase in phrases)
        {
            if (phrase.Starts.Count == 0)
            {
                return false;
            }
        }

        return ordered
            ? ProximitySweep.ExistsInOrder(phrases, distance)
            : ProximitySweep.Exists(phrases, distance) ?? ProximityWindow.All(phrases, distance).Any(window => window.HasClump(ordered: false));
    }

    /// <summary>For each phrase the starts, ascending, of those of its occurrences that belong to some clump.</summary>
    public static IReadOnlyList<IReadOnlyCollection<int>> Members(IReadOnlyList<PhrasePositions> phrases, int distance, bool ordered)
    {
        var members = phrases.Select(_ => new SortedSet<int>()).ToArray();
        foreach (var window in ProximityWindow.All(phrases, distance))
        {
            if (window.HasClump(ordered))
            {
                window.AddMembers(ordered, members);
            }
        }

        return members;
    }
}
