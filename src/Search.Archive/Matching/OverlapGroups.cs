namespace Search.Archive.Matching;

/// <summary>
/// Parts phrases into groups so that phrases of different groups never overlap: each group can be placed by itself, which takes
/// far fewer sets than all phrases together.
/// </summary>
internal static class OverlapGroups
{
    /// <summary>The groups; null when no choice of occurrences overlaps.</summary>
    public static List<List<SoughtPhrase>>? Of(IReadOnlyList<SoughtPhrase> phrases)
    {
        var groups = Enumerable.Range(0, phrases.Count).ToArray();
        var overlap = false;
        var (reach, owner) = (-1, -1);
        foreach (var (start, phrase) in Occurrences(phrases))
        {
            // What overlaps any occurrence before overlaps the one that reaches farthest.
            if (start < reach && (groups[owner] != groups[phrase] || (owner == phrase && phrases[phrase].Numbers.Count > 1)))
            {
                overlap = true;
                Join(groups, groups[owner], groups[phrase]);
            }

            var end = start + phrases[phrase].Length;
            (reach, owner) = end > reach ? (end, phrase) : (reach, owner);
        }

        return overlap
            ? [.. phrases.Zip(groups).GroupBy(pair => pair.Second, pair => pair.First).Select(group => group.ToList())]
            : null;
    }

    private static List<(int Start, int Phrase)> Occurrences(IReadOnlyList<SoughtPhrase> phrases)
    {
        var occurrences = new List<(int Start, int Phrase)>();
        for (var phrase = 0; phrase < phrases.Count; phrase++)
        {
            foreach (var start in phrases[phrase].Starts)
            {
                occurrences.Add((start, phrase));
            }
        }

        occurrences.Sort();
        return occurrences;
    }

    private static void Join(int[] groups, int one, int other)
    {
        for (var phrase = 0; phrase < groups.Length; phrase++)
        {
            groups[phrase] = groups[phrase] == other ? one : groups[phrase];
        }
    }
}
