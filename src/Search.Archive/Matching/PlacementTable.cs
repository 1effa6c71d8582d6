namespace Search.Archive.Matching;

/// <summary>
/// For a group of phrases that overlap each other and for each position of a stretch: which sets of them can be placed before it
/// without overlap, beginning how late; and which behind it, ending how early.
/// </summary>
/// <remarks>
/// A set is a number whose digits say how often each phrase is in it, so that a word asked for twenty times makes twenty-one sets
/// and not a million. Adding a phrase to a set adds the phrase's unit to its number, and what a set lacks of the full one is their
/// difference. Positions count from the origin of the stretch.
/// </remarks>
internal sealed class PlacementTable
{
    /// <summary>No such placement.</summary>
    private const int NeverBefore = -1;
    private const int NeverBehind = int.MaxValue;

    private readonly IReadOnlyList<SoughtPhrase> _phrases;
    private readonly int[] _units;
    private readonly int _sets;
    private readonly int _origin;
    private readonly int _positions;
    private readonly int[] _before;
    private int[] _behind = [];

    /// <param name="phrases">The group.</param>
    /// <param name="sets">As <see cref="CountSets"/> says.</param>
    /// <param name="origin">The first position.</param>
    /// <param name="positions">How many positions.</param>
    public PlacementTable(IReadOnlyList<SoughtPhrase> phrases, int sets, int origin, int positions)
    {
        _phrases = phrases;
        _sets = sets;
        _origin = origin;
        _positions = positions;
        _units = new int[phrases.Count];
        for (var (phrase, unit) = (0, 1); phrase < _units.Length; phrase++)
        {
            _units[phrase] = unit;
            unit *= phrases[phrase].Numbers.Count + 1;
        }

        _before = new int[(positions + 1) * sets];
        FillBefore();
    }

    /// <summary>How many sets a group has, at most so many.</summary>
    public static long CountSets(IReadOnlyList<SoughtPhrase> phrases, long most)
    {
        var sets = 1L;
        foreach (var phrase in phrases)
        {
            sets = Math.Min(most, sets * (phrase.Numbers.Count + 1));
        }

        return sets;
    }

    /// <summary>Where the whole group can begin at the latest to end before this position; negative when it cannot.</summary>
    public int LatestBegin(int position) => _before[(position * _sets) + _sets - 1];

    public void FillBehind()
    {
        _behind = new int[_before.Length];
        Array.Fill(_behind, NeverBehind);
        var left = _phrases.Select(phrase => phrase.Starts.Count).ToArray();
        for (var position = _positions; position >= 0; position--)
        {
            var row = position * _sets;
            if (position < _positions)
            {
                _behind.AsSpan(row + _sets, _sets).CopyTo(_behind.AsSpan(row));
            }

            _behind[row] = position;
            for (var phrase = 0; phrase < _units.Length; phrase++)
            {
                var (starts, length) = (_phrases[phrase].Starts, _phrases[phrase].Length);
                if (left[phrase] > 0 && starts[left[phrase] - 1] - _origin == position)
                {
                    left[phrase]--;
                    PlaceBehind(phrase, row, row + (length * _sets));
                }
            }
        }
    }

    /// <summary>
    /// Whether the group can be placed with this occurrence in it so that the window around it holds the other groups too: the
    /// sets before it and behind it together lack nothing but this phrase.
    /// </summary>
    /// <param name="firstWindow">For each position the first window, from it on, in which every group can be placed.</param>
    public bool CanPlace(int phrase, int start, ReadOnlySpan<int> firstWindow, int room)
    {
        var (unit, count) = (_units[phrase], _phrases[phrase].Numbers.Count);
        var before = _before.AsSpan((start - _origin) * _sets, _sets);
        var behind = _behind.AsSpan((start - _origin + _phrases[phrase].Length) * _sets, _sets);
        for (var block = 0; block < _sets; block += unit * (count + 1))
        {
            for (var set = block; set < block + (unit * count); set++)
            {
                var (begin, end) = (before[set], behind[_sets - 1 - unit - set]);
                if (begin != NeverBefore && end != NeverBehind && firstWindow[Math.Max(0, end - room)] <= begin)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void FillBefore()
    {
        _before.AsSpan(0, _sets).Fill(NeverBefore);
        var next = new int[_units.Length];
        for (var position = 0; position <= _positions; position++)
        {
            var row = position * _sets;
            if (position > 0)
            {
                _before.AsSpan(row - _sets, _sets).CopyTo(_before.AsSpan(row));
            }

            // Nothing is placed yet: what begins here begins here.
            _before[row] = position;
            for (var phrase = 0; phrase < _units.Length; phrase++)
            {
                var (starts, length) = (_phrases[phrase].Starts, _phrases[phrase].Length);
                if (next[phrase] < starts.Count && starts[next[phrase]] + length - _origin == position)
                {
                    next[phrase]++;
                    PlaceBefore(phrase, row - (length * _sets), row);
                }
            }
        }
    }

    /// <summary>Adds one occurrence to every set that lacks its phrase and ends before it begins.</summary>
    private void PlaceBefore(int phrase, int from, int to)
    {
        var (unit, count) = (_units[phrase], _phrases[phrase].Numbers.Count);
        for (var block = 0; block < _sets; block += unit * (count + 1))
        {
            for (var set = block; set < block + (unit * count); set++)
            {
                _before[to + set + unit] = Math.Max(_before[to + set + unit], _before[from + set]);
            }
        }
    }

    private void PlaceBehind(int phrase, int to, int from)
    {
        var (unit, count) = (_units[phrase], _phrases[phrase].Numbers.Count);
        for (var block = 0; block < _sets; block += unit * (count + 1))
        {
            for (var set = block; set < block + (unit * count); set++)
            {
                _behind[to + set + unit] = Math.Min(_behind[to + set + unit], _behind[from + set]);
            }
        }
    }
}
