namespace Search.Archive.Matching;

/// <summary>
/// Phrases near each other in any order. Where none of them overlap, any choice in a window is a clump; where some do, their groups
/// are placed by tables of sets. One instance serves one proximity in one text.
/// </summary>
internal sealed class ProximityPlacer(int room, MatchWork work)
{
    /// <summary>Numbers of four bytes in the tables of one stretch: twelve phrases that all overlap, within fifty words.</summary>
    private const long MaxTable = 2_000_000;

    /// <summary>
    /// Steps for one proximity in one text: a tenth of a second at most, and far more than any question of a reader's own takes.
    /// </summary>
    private const long MaxSteps = 100_000_000;

    private long _steps;

    /// <summary>Whether a stretch has a clump.</summary>
    public bool HasClump(IReadOnlyList<SoughtPhrase> phrases)
    {
        if (!ProximityWindow.KeepComplete(phrases, room, work))
        {
            return false;
        }

        if (OverlapGroups.Of(phrases) is not { } groups)
        {
            return true;
        }

        var tables = Place(groups, phrases, out var positions);
        return FirstWindows(tables, positions)[0] <= positions;
    }

    /// <summary>Leaves those occurrences of a stretch that belong to a clump.</summary>
    public void KeepMembers(IReadOnlyList<SoughtPhrase> phrases)
    {
        if (!ProximityWindow.KeepComplete(phrases, room, work) || OverlapGroups.Of(phrases) is not { } groups)
        {
            return;
        }

        var tables = Place(groups, phrases, out var positions);
        var windows = FirstWindows(tables, positions);
        foreach (var (group, table) in groups.Zip(tables))
        {
            // As much again as placing took, and as much for asking the tables about each occurrence.
            Spend(2 * StepsFor(group, positions));
            table.FillBehind();
            for (var phrase = 0; phrase < group.Count; phrase++)
            {
                group[phrase].Starts = [.. group[phrase].Starts.Where(start => table.CanPlace(phrase, start, windows, room))];
            }
        }
    }

    private List<PlacementTable> Place(List<List<SoughtPhrase>> groups, IReadOnlyList<SoughtPhrase> phrases, out int positions)
    {
        var origin = phrases.Min(phrase => phrase.Starts[0]);
        var width = phrases.Max(phrase => phrase.Starts[^1] + phrase.Length) - origin;
        positions = width;
        if (groups.Sum(CountSets) * (width + 1) > MaxTable)
        {
            throw TooCostly();
        }

        return groups.ConvertAll(group =>
        {
            Spend(StepsFor(group, width));
            return new PlacementTable(group, (int)CountSets(group), origin, width);
        });
    }

    /// <summary>
    /// For each position the first window, from it on, in which every group can be placed; past the last position for none.
    /// </summary>
    private int[] FirstWindows(List<PlacementTable> tables, int positions)
    {
        var windows = new int[positions + 1];
        var first = int.MaxValue;
        for (var position = positions; position >= 0; position--)
        {
            var end = Math.Min(position + room, positions);
            first = tables.TrueForAll(table => table.LatestBegin(end) >= position) ? position : first;
            windows[position] = first;
        }

        return windows;
    }

    private static long CountSets(List<SoughtPhrase> group) => PlacementTable.CountSets(group, MaxTable + 1);

    private static long StepsFor(List<SoughtPhrase> group, int positions) =>
        CountSets(group) * (positions + group.Sum(phrase => phrase.Starts.Count));

    private void Spend(long steps)
    {
        _steps += steps;
        if (_steps > MaxSteps)
        {
            throw TooCostly();
        }

        work.Add(steps);
    }

    private static QueryTooCostlyException TooCostly() => new(
        "Too many of the phrases that are to stand near each other overlap in a text that repeats itself. "
        + "Ask for fewer of them, or for their order.");
}
