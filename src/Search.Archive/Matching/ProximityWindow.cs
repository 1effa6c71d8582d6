using System.Runtime.InteropServices;

namespace Search.Archive.Matching;

/// <summary>The occurrences of a proximity's phrases that lie wholly in one stretch of positions.</summary>
internal sealed class ProximityWindow
{
    private readonly IReadOnlyList<PhrasePositions> _phrases;

    // Of each phrase, the first occurrence in the window and the one after the last.
    private readonly int[] _first;
    private readonly int[] _end;

    // The nearest phrase before each that occurs at the same places (-1 for none), and how many such phrases are before it.
    private readonly int[] _twins;
    private readonly int[] _twinsBefore;

    private ProximityWindow(IReadOnlyList<PhrasePositions> phrases)
    {
        _phrases = phrases;
        _first = new int[phrases.Count];
        _end = new int[phrases.Count];
        _twins = Twins(phrases);
        _twinsBefore = new int[phrases.Count];
        for (var phrase = 0; phrase < _twins.Length; phrase++)
        {
            _twinsBefore[phrase] = _twins[phrase] < 0 ? 0 : _twinsBefore[_twins[phrase]] + 1;
        }
    }

    /// <summary>Every window that holds all phrases. The one instance moves on: it is valid until the next is taken.</summary>
    public static IEnumerable<ProximityWindow> All(IReadOnlyList<PhrasePositions> phrases, int distance)
    {
        if (phrases.Any(phrase => phrase.Starts.Count == 0))
        {
            yield break;
        }

        var length = distance + phrases.Sum(phrase => phrase.Length);
        var window = new ProximityWindow(phrases);
        while (window.NextStart() is { } start)
        {
            if (window.MoveTo(start, length))
            {
                yield return window;
            }

            window.Leave(start);
        }
    }

    public bool HasClump(bool ordered) => ordered ? EarliestEnds() is not null : CanPlaceAll(-1, 0);

    public void AddMembers(bool ordered, SortedSet<int>[] members)
    {
        if (ordered)
        {
            AddOrderedMembers(members);
            return;
        }

        var conflicting = Conflicting();
        for (var phrase = 0; phrase < _phrases.Count; phrase++)
        {
            if (_twins[phrase] >= 0)
            {
                members[phrase].UnionWith(InWindow(phrase).Where(members[_twins[phrase]].Contains));
                continue;
            }

            foreach (var start in InWindow(phrase))
            {
                if (!members[phrase].Contains(start) && (!conflicting[phrase] || CanPlaceAll(phrase, start)))
                {
                    members[phrase].Add(start);
                }
            }
        }
    }

    private IEnumerable<int> InWindow(int phrase) =>
        _phrases[phrase].Starts.Skip(_first[phrase]).Take(_end[phrase] - _first[phrase]);

    private int? NextStart()
    {
        int? least = null;
        for (var phrase = 0; phrase < _phrases.Count; phrase++)
        {
            if (_first[phrase] == _phrases[phrase].Starts.Count)
            {
                return null; // no later window can hold this phrase
            }

            var start = _phrases[phrase].Starts[_first[phrase]];
            least = least is null || start < least ? start : least;
        }

        return least;
    }

    private bool MoveTo(int start, int length)
    {
        var complete = true;
        for (var phrase = 0; phrase < _phrases.Count; phrase++)
        {
            var (span, starts) = _phrases[phrase];
            while (_end[phrase] < starts.Count && starts[_end[phrase]] + span <= start + length)
            {
                _end[phrase]++;
            }

            // A phrase asked for three times needs three occurrences.
            complete &= _end[phrase] - _first[phrase] > _twinsBefore[phrase];
        }

        return complete;
    }

    private void Leave(int start)
    {
        for (var phrase = 0; phrase < _phrases.Count; phrase++)
        {
            if (_phrases[phrase].Starts[_first[phrase]] == start)
            {
                _first[phrase]++;
                _end[phrase] = Math.Max(_end[phrase], _first[phrase]);
            }
        }
    }

    /// <summary>Where each phrase ends at the earliest after those before it; null when there is no room in order.</summary>
    private int[]? EarliestEnds()
    {
        var ends = new int[_phrases.Count];
        var free = 0;
        for (var phrase = 0; phrase < _phrases.Count; phrase++)
        {
            var index = _first[phrase];
            while (index < _end[phrase] && _phrases[phrase].Starts[index] < free)
            {
                index++;
            }

            if (index == _end[phrase])
            {
                return null;
            }

            free = ends[phrase] = _phrases[phrase].Starts[index] + _phrases[phrase].Length;
        }

        return ends;
    }

    /// <summary>An occurrence belongs when the phrases before it fit before and those after it fit after.</summary>
    private void AddOrderedMembers(SortedSet<int>[] members)
    {
        var earliest = EarliestEnds()!;
        var limit = int.MaxValue;
        for (var phrase = _phrases.Count - 1; phrase >= 0; phrase--)
        {
            var latest = int.MinValue;
            for (var index = _first[phrase]; index < _end[phrase]; index++)
            {
                var start = _phrases[phrase].Starts[index];
                if (start + _phrases[phrase].Length <= limit && (phrase == 0 || start >= earliest[phrase - 1]))
                {
                    members[phrase].Add(start);
                    latest = start;
                }
            }

            limit = latest;
        }
    }

    /// <summary>
    /// Whether each phrase can have an occurrence without overlap, one of them at a fixed place if
    /// <paramref name="fixedPhrase"/> is not negative.
    /// </summary>
    /// <remarks>
    /// Phrases that overlap no other are free to choose. For the rest: from left to right, each set of phrases that can be
    /// placed, with the least position at which it ends. Phrases with the same occurrences are interchangeable and are
    /// placed in their order, so that a word repeated twenty times does not make a million sets.
    /// </remarks>
    private bool CanPlaceAll(int fixedPhrase, int fixedStart)
    {
        var conflicting = Conflicting();
        ulong all = 0;
        for (var phrase = 0; phrase < _phrases.Count; phrase++)
        {
            all |= conflicting[phrase] ? 1UL << phrase : 0;
        }

        if (all == 0)
        {
            return true;
        }

        var ends = new Dictionary<ulong, int> { [0] = 0 };
        foreach (var (start, phrase) in Occurrences())
        {
            if (!conflicting[phrase] || (phrase == fixedPhrase && start != fixedStart))
            {
                continue;
            }

            var twin = TwinBefore(phrase, fixedPhrase);
            foreach (var (set, end) in ends.ToArray())
            {
                var larger = set | (1UL << phrase);
                var newEnd = start + _phrases[phrase].Length;
                if (larger == set || end > start || (twin >= 0 && (set & (1UL << twin)) == 0))
                {
                    continue;
                }

                if (larger == all)
                {
                    return true;
                }

                ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(ends, larger, out var exists);
                known = exists ? Math.Min(known, newEnd) : newEnd;
            }
        }

        return false;
    }

    /// <summary>The nearest phrase before this one that occurs at the same places; -1 when there is none or one of them is fixed.</summary>
    private int TwinBefore(int phrase, int fixedPhrase)
    {
        var twin = phrase == fixedPhrase ? -1 : _twins[phrase];
        return twin >= 0 && twin == fixedPhrase ? _twins[twin] : twin;
    }

    private static int[] Twins(IReadOnlyList<PhrasePositions> phrases)
    {
        var twins = new int[phrases.Count];
        for (var phrase = 0; phrase < twins.Length; phrase++)
        {
            var (length, starts) = phrases[phrase];
            twins[phrase] = phrase - 1;
            while (twins[phrase] >= 0 && !(phrases[twins[phrase]].Length == length && phrases[twins[phrase]].Starts.SequenceEqual(starts)))
            {
                twins[phrase]--;
            }
        }

        return twins;
    }

    private List<(int Start, int Phrase)> Occurrences()
    {
        var occurrences = new List<(int Start, int Phrase)>();
        for (var phrase = 0; phrase < _phrases.Count; phrase++)
        {
            for (var index = _first[phrase]; index < _end[phrase]; index++)
            {
                occurrences.Add((_phrases[phrase].Starts[index], phrase));
            }
        }

        occurrences.Sort();
        return occurrences;
    }

    /// <summary>Which phrases have an occurrence in the window that overlaps another occurrence.</summary>
    private bool[] Conflicting()
    {
        var conflicting = new bool[_phrases.Count];
        var (reach, owner) = (-1, -1);
        foreach (var (start, phrase) in Occurrences())
        {
            if (start < reach)
            {
                conflicting[owner] = conflicting[phrase] = true;
            }

            var end = start + _phrases[phrase].Length;
            (reach, owner) = end > reach ? (end, phrase) : (reach, owner);
        }

        return conflicting;
    }
}
