namespace Search.Archive.Matching;

/// <summary>Phrases near each other in the order given, in time that grows with their occurrences alone.</summary>
internal static class ProximityOrder
{
    private const int Never = -1;

    /// <summary>
    /// Leaves the occurrences that belong to a clump: of the chains of phrases that end with it the one that begins latest, and of
    /// those that begin with it the one that ends earliest, are near enough together.
    /// </summary>
    public static void KeepMembers(IReadOnlyList<SoughtPhrase> phrases, int room)
    {
        var begins = LatestBegins(phrases);
        var ends = EarliestEnds(phrases);
        for (var phrase = 0; phrase < phrases.Count; phrase++)
        {
            var kept = new List<int>();
            for (var index = 0; index < phrases[phrase].Starts.Count; index++)
            {
                var (begin, end) = (begins[phrase][index], ends[phrase][index]);
                if (begin != Never && end != Never && end - begin <= room)
                {
                    kept.Add(phrases[phrase].Starts[index]);
                }
            }

            phrases[phrase].Starts = kept;
        }
    }

    /// <summary>
    /// For each occurrence the latest place where a chain of the phrases before it can begin. No earlier one is of more use.
    /// </summary>
    private static int[][] LatestBegins(IReadOnlyList<SoughtPhrase> phrases)
    {
        var begins = new int[phrases.Count][];
        begins[0] = [.. phrases[0].Starts];
        for (var phrase = 1; phrase < begins.Length; phrase++)
        {
            var (before, starts) = (phrases[phrase - 1], phrases[phrase].Starts);
            begins[phrase] = new int[starts.Count];
            var free = 0; // occurrences of the phrase before that end before this one begins
            for (var index = 0; index < starts.Count; index++)
            {
                while (free < before.Starts.Count && before.Starts[free] + before.Length <= starts[index])
                {
                    free++;
                }

                begins[phrase][index] = free == 0 ? Never : begins[phrase - 1][free - 1];
            }
        }

        return begins;
    }

    /// <summary>For each occurrence the earliest place where a chain of the phrases after it can end.</summary>
    private static int[][] EarliestEnds(IReadOnlyList<SoughtPhrase> phrases)
    {
        var ends = new int[phrases.Count][];
        ends[^1] = [.. phrases[^1].Starts.Select(start => start + phrases[^1].Length)];
        for (var phrase = ends.Length - 2; phrase >= 0; phrase--)
        {
            var (current, after) = (phrases[phrase], phrases[phrase + 1].Starts);
            ends[phrase] = new int[current.Starts.Count];
            var next = after.Count; // the first occurrence of the phrase after that begins behind this one
            for (var index = current.Starts.Count - 1; index >= 0; index--)
            {
                while (next > 0 && after[next - 1] >= current.Starts[index] + current.Length)
                {
                    next--;
                }

                ends[phrase][index] = next == after.Count ? Never : ends[phrase + 1][next];
            }
        }

        return ends;
    }
}
