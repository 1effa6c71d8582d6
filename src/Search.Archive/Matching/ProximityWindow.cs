namespace Search.Archive.Matching;

/// <summary>A window as wide as a clump's room, moved over the occurrences of a stretch.</summary>
internal sealed class ProximityWindow
{
    private readonly IReadOnlyList<SoughtPhrase> _phrases;

    // Of each phrase, the first occurrence in the window and the one after the last; the first that is not yet kept.
    private readonly int[] _first;
    private readonly int[] _end;
    private readonly int[] _unkept;
    private readonly List<int>[] _kept;

    private ProximityWindow(IReadOnlyList<SoughtPhrase> phrases)
    {
        _phrases = phrases;
        _first = new int[phrases.Count];
        _end = new int[phrases.Count];
        _unkept = new int[phrases.Count];
        _kept = [.. phrases.Select(_ => new List<int>())];
    }

    /// <summary>
    /// Leaves the occurrences that lie in some window with as many of each phrase as are asked for. Where no two of them overlap
    /// these are the members of clumps: any choice of them in a window is one. False when none is left.
    /// </summary>
    public static bool KeepComplete(IReadOnlyList<SoughtPhrase> phrases, int room, MatchWork work)
    {
        // A clump begins with an occurrence. So the windows that begin with one hold every clump, and there are no more of them
        // than occurrences; both edges only ever move on, each past every occurrence once.
        var window = new ProximityWindow(phrases);
        while (window.NextStart() is { } start)
        {
            work.Add(phrases.Count);
            if (window.MoveTo(start, room))
            {
                window.Keep();
            }

            window.Leave(start);
        }

        for (var phrase = 0; phrase < phrases.Count; phrase++)
        {
            phrases[phrase].Starts = window._kept[phrase];
        }

        return phrases[0].Starts.Count > 0;
    }

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

    /// <summary>Whether the window that begins here holds every phrase often enough.</summary>
    private bool MoveTo(int start, int room)
    {
        var complete = true;
        for (var phrase = 0; phrase < _phrases.Count; phrase++)
        {
            var (length, starts) = (_phrases[phrase].Length, _phrases[phrase].Starts);
            while (_end[phrase] < starts.Count && starts[_end[phrase]] + length <= start + room)
            {
                _end[phrase]++;
            }

            complete &= _end[phrase] - _first[phrase] >= _phrases[phrase].Numbers.Count;
        }

        return complete;
    }

    private void Keep()
    {
        for (var phrase = 0; phrase < _phrases.Count; phrase++)
        {
            for (var index = Math.Max(_unkept[phrase], _first[phrase]); index < _end[phrase]; index++)
            {
                _kept[phrase].Add(_phrases[phrase].Starts[index]);
            }

            _unkept[phrase] = _end[phrase];
        }
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
}
