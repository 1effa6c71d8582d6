using System.Runtime.InteropServices;

namespace Search.Archive.Matching;

/// <summary>A phrase of a proximity, once for all places of the query that ask for it, with its occurrences in one stretch.</summary>
internal sealed class SoughtPhrase(int number, PhrasePositions everywhere)
{
    // The first occurrence of the stretch, the one after its last, and the first after its home.
    private int _first;
    private int _end;
    private int _next;

    public int Length { get; } = everywhere.Length;

    /// <summary>Its numbers in the proximity: so many occurrences a clump needs.</summary>
    public List<int> Numbers { get; } = [number];

    /// <summary>Where it begins, ascending. Whoever looks for clumps leaves only the occurrences that may belong to one.</summary>
    public List<int> Starts { get; set; } = [];

    public bool IsSame(PhrasePositions phrase) =>
        phrase.Length == Length
        && (ReferenceEquals(phrase.Starts, everywhere.Starts)
            || CollectionsMarshal.AsSpan(phrase.Starts).SequenceEqual(CollectionsMarshal.AsSpan(everywhere.Starts)));

    /// <summary>The first occurrence at this position or later, for positions that ascend from call to call; null for none.</summary>
    public int? NextFrom(int position)
    {
        while (_next < everywhere.Starts.Count && everywhere.Starts[_next] < position)
        {
            _next++;
        }

        return _next < everywhere.Starts.Count ? everywhere.Starts[_next] : null;
    }

    /// <summary>
    /// Takes the occurrences that lie between two positions; both ascend from call to call. False when there are none, nor later.
    /// </summary>
    public bool Take(int from, int to)
    {
        var starts = everywhere.Starts;
        while (_first < starts.Count && starts[_first] < from)
        {
            _first++;
        }

        _end = Math.Max(_end, _first);
        while (_end < starts.Count && starts[_end] + Length <= to)
        {
            _end++;
        }

        Starts.Clear();
        Starts.AddRange(CollectionsMarshal.AsSpan(starts)[_first.._end]);
        return _first < starts.Count;
    }
}

/// <summary>
/// Goes through a text in stretches: a home as long as a clump's room, and on both sides what a clump with an occurrence at home
/// can reach. So the tables that are made for a stretch stay as small however long the text is.
/// </summary>
internal sealed class ProximityStretch
{
    private readonly SoughtPhrase[] _phrases;
    private readonly int _room;
    private readonly MatchWork _work;
    private int _from;
    private int _to;

    /// <param name="ordered">Then equal phrases are told apart: each has its own place in the order.</param>
    public ProximityStretch(IReadOnlyList<PhrasePositions> phrases, int room, bool ordered, MatchWork work)
    {
        _phrases = ordered ? [.. phrases.Select((phrase, number) => new SoughtPhrase(number, phrase))] : Distinct(phrases, work);
        _room = room;
        _work = work;
    }

    public IReadOnlyList<SoughtPhrase> Phrases => _phrases;

    /// <summary>Moves to the next stretch that holds every phrase often enough; false when there is none.</summary>
    public bool MoveNext()
    {
        while (NextHome() is { } home)
        {
            (_from, _to) = (home, home + _room);
            var complete = true;
            foreach (var phrase in _phrases)
            {
                if (!phrase.Take(_from - _room, _to + _room))
                {
                    return false;
                }

                _work.Add(phrase.Starts.Count + 1);
                complete &= phrase.Starts.Count >= phrase.Numbers.Count;
            }

            if (complete)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds the occurrences that are left at home. Those around it are at home in another stretch.</summary>
    public void AddHome(List<ProximityMember> members)
    {
        foreach (var phrase in _phrases)
        {
            foreach (var start in phrase.Starts.Where(start => start >= _from && start < _to))
            {
                members.AddRange(phrase.Numbers.Select(number => new ProximityMember(number, start)));
            }
        }

        members.Sort(static (one, other) => (one.Start, one.Phrase).CompareTo((other.Start, other.Phrase)));
    }

    private int? NextHome()
    {
        int? least = null;
        foreach (var phrase in _phrases)
        {
            least = phrase.NextFrom(_to) is { } next && !(least < next) ? next : least;
        }

        return least;
    }

    /// <summary>Phrases with the same occurrences are interchangeable: which of them has which does not matter.</summary>
    private static SoughtPhrase[] Distinct(IReadOnlyList<PhrasePositions> phrases, MatchWork work)
    {
        var distinct = new List<SoughtPhrase>();
        for (var number = 0; number < phrases.Count; number++)
        {
            work.Add(phrases[number].Starts.Count);
            if (distinct.Find(phrase => phrase.IsSame(phrases[number])) is { } same)
            {
                same.Numbers.Add(number);
            }
            else
            {
                distinct.Add(new SoughtPhrase(number, phrases[number]));
            }
        }

        return [.. distinct];
    }
}
