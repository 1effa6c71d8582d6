namespace Search.Archive.Matching;

/// <summary>Where one phrase of a proximity occurs in a text.</summary>
/// <param name="Length">Positions that the phrase takes.</param>
/// <param name="Starts">Where it begins, ascending.</param>
public readonly record struct PhrasePositions(int Length, List<int> Starts);

/// <summary>An occurrence that belongs to a clump.</summary>
/// <param name="Phrase">The phrase's number in the proximity.</param>
/// <param name="Start">Where it begins.</param>
public readonly record struct ProximityMember(int Phrase, int Start);

/// <summary>
/// The meaning of <see cref="ProximityMatch"/> on positions. A clump is one occurrence of each phrase, no two of them at
/// the same position, in the given order if asked for, with at most the given number of other words in total between
/// the first word and the last. Works on positions alone, so that an engine can hand it those of its own index.
/// </summary>
/// <remarks>
/// A clump lies in a window of as many positions as the phrases take together plus the distance, its room. Time grows with the
/// number of occurrences and, where different phrases overlap, with the number of their sets: to choose occurrences that do not
/// overlap is a packing problem, for which nothing quicker in general is known. How many sets one proximity may take in one text is
/// limited (<see cref="ProximityPlacer"/>), by count and not by the clock, so that every machine and engine refuses alike.
/// Time and memory are shown in docs/decisions/0032.
/// </remarks>
public static class ProximityFinder
{
    /// <summary>Whether there is a clump.</summary>
    /// <exception cref="QueryTooCostlyException">Too many phrases overlap, or the time is over.</exception>
    public static bool Exists(IReadOnlyList<PhrasePositions> phrases, int distance, bool ordered, MatchWork work)
    {
        foreach (var phrase in phrases)
        {
            if (phrase.Starts.Count == 0)
            {
                return false;
            }
        }

        var room = RoomFor(phrases, distance);
        if (ordered)
        {
            return ProximitySweep.ExistsInOrder(phrases, room, work);
        }

        return ProximitySweep.Exists(phrases, room, work) ?? ExistsApart(phrases, room, work);
    }

    /// <summary>All occurrences that belong to some clump, by their starts and then by phrase; found as they are asked for.</summary>
    /// <exception cref="QueryTooCostlyException">Too many phrases overlap, or the time is over.</exception>
    public static IEnumerable<ProximityMember> Members(IReadOnlyList<PhrasePositions> phrases, int distance, bool ordered, MatchWork work)
    {
        var room = RoomFor(phrases, distance);
        var stretch = new ProximityStretch(phrases, room, ordered, work);
        var placer = new ProximityPlacer(room, work);
        var members = new List<ProximityMember>();
        while (stretch.MoveNext())
        {
            if (ordered)
            {
                ProximityOrder.KeepMembers(stretch.Phrases, room);
            }
            else
            {
                placer.KeepMembers(stretch.Phrases);
            }

            members.Clear();
            stretch.AddHome(members);
            foreach (var member in members)
            {
                yield return member;
            }
        }
    }

    private static bool ExistsApart(IReadOnlyList<PhrasePositions> phrases, int room, MatchWork work)
    {
        var stretch = new ProximityStretch(phrases, room, ordered: false, work);
        var placer = new ProximityPlacer(room, work);
        while (stretch.MoveNext())
        {
            if (placer.HasClump(stretch.Phrases))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Positions that a clump takes at most, far from where sums of them overflow.</summary>
    private static int RoomFor(IReadOnlyList<PhrasePositions> phrases, int distance)
    {
        long room = distance;
        foreach (var phrase in phrases)
        {
            room += phrase.Length;
        }

        return (int)Math.Min(room, int.MaxValue / 8);
    }
}
