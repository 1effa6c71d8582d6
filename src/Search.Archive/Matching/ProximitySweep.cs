namespace Search.Archive.Matching;

/// <summary>
/// Tells whether phrases stand near each other in one pass over their positions, without memory of its own: an engine asks
/// this of every statement that holds the words.
/// </summary>
internal static class ProximitySweep
{
    /// <summary>
    /// For each occurrence of the first phrase, every other at the earliest place behind the one before it: no choice ends
    /// sooner. As the first moves on, so do the others, and none ever goes back.
    /// </summary>
    public static bool ExistsInOrder(IReadOnlyList<PhrasePositions> phrases, int room, MatchWork work)
    {
        Span<int> at = stackalloc int[phrases.Count];
        at.Clear();
        foreach (var start in phrases[0].Starts)
        {
            work.Add(at.Length);
            var free = start + phrases[0].Length;
            for (var phrase = 1; phrase < at.Length; phrase++)
            {
                var starts = phrases[phrase].Starts;
                while (at[phrase] < starts.Count && starts[at[phrase]] < free)
                {
                    at[phrase]++;
                }

                if (at[phrase] == starts.Count)
                {
                    return false;
                }

                free = starts[at[phrase]] + phrases[phrase].Length;
            }

            if (free - start <= room)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// In any order: one occurrence of each phrase, the first of them moving on until all lie close enough together. Null
    /// when the first ones that do overlap: whether others may be chosen instead is for <see cref="ProximityPlacer"/>.
    /// </summary>
    public static bool? Exists(IReadOnlyList<PhrasePositions> phrases, int room, MatchWork work)
    {
        Span<int> at = stackalloc int[phrases.Count];
        at.Clear();
        while (true)
        {
            work.Add(at.Length);
            var (first, start, end) = (0, int.MaxValue, 0);
            for (var phrase = 0; phrase < at.Length; phrase++)
            {
                var here = phrases[phrase].Starts[at[phrase]];
                (first, start) = here < start ? (phrase, here) : (first, start);
                end = Math.Max(end, here + phrases[phrase].Length);
            }

            // Overlapping occurrences need less room than the phrases together, so that nothing is missed by this.
            if (end - start <= room)
            {
                return AreApart(phrases, at) ? true : null;
            }

            if (++at[first] == phrases[first].Starts.Count)
            {
                return false;
            }
        }
    }

    private static bool AreApart(IReadOnlyList<PhrasePositions> phrases, ReadOnlySpan<int> at)
    {
        for (var one = 0; one < at.Length; one++)
        {
            var start = phrases[one].Starts[at[one]];
            for (var other = 0; other < at.Length; other++)
            {
                var place = phrases[other].Starts[at[other]];
                if (other != one && place >= start && place < start + phrases[one].Length)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
