using Search.Archive.Matching;
using Search.Sqlite.Indexing;
using Search.Sqlite.Native;
using Search.Sqlite.Planning;

namespace Search.Sqlite.Matching;

/// <summary>
/// Looks in one row after another where a phrase stands that FTS5 finds in runs: each run at its distance from the phrase's
/// first word, its words written as asked, and at none of the places where they are written in another way.
/// </summary>
internal sealed class PhraseRuns
{
    private readonly PlacedPhrase[] _runs;
    private readonly PlacedPhrase[] _exclusions;
    private readonly PlacedCapital[] _capitals;
    private readonly MatchWork _work;
    private readonly List<long> _starts = [];

    public PhraseRuns(PhraseCheck check, MatchWork work)
    {
        _work = work;
        _runs = [.. check.Runs];
        _exclusions = [.. check.Exclusions];
        _capitals = [.. check.Capitals];
        Length = check.Length;
        RunPositions = Array.ConvertAll(_runs, _ => new List<long>());
        ExcludedPositions = Array.ConvertAll(_exclusions, _ => new List<long>());
    }

    /// <summary>Positions that the phrase takes.</summary>
    public int Length { get; }

    /// <summary>Occurrences that <see cref="Find"/> found last.</summary>
    public int Count => _starts.Count;

    /// <summary>Where each run begins in the row, packed by <see cref="FieldPosition"/>, ascending.</summary>
    internal List<long>[] RunPositions { get; }

    /// <summary>Where the tokens stand that must not stand at their place.</summary>
    internal List<long>[] ExcludedPositions { get; }

    /// <summary>Takes the positions of a row.</summary>
    public void Read(Fts5Row row)
    {
        Read(row, _runs, RunPositions, _work);
        Read(row, _exclusions, ExcludedPositions, _work);
    }

    /// <summary>Looks for the phrase among the positions taken; false when it is not there.</summary>
    /// <param name="capitals">The row's <see cref="CapitalMap"/>.</param>
    public bool Find(ReadOnlySpan<byte> capitals)
    {
        _starts.Clear();
        if (_runs.Length == 1 && _exclusions.Length == 0 && _capitals.Length == 0 && _runs[0].Offset == 0)
        {
            _starts.AddRange(RunPositions[0]);
            return _starts.Count > 0;
        }

        var map = new CapitalMap(capitals);
        foreach (var position in RunPositions[0])
        {
            _work.Add(_runs.Length + _exclusions.Length);
            var start = position - _runs[0].Offset;
            if (IsAt(start) && IsWritten(start, map))
            {
                _starts.Add(start);
            }
        }

        return _starts.Count > 0;
    }

    /// <summary>Adds the positions in one column at which the phrase begins.</summary>
    public void AddStarts(int column, List<int> starts)
    {
        foreach (var start in _starts)
        {
            if (FieldPosition.Column(start) == column)
            {
                starts.Add(FieldPosition.Offset(start));
            }
        }
    }

    private static void Read(Fts5Row row, PlacedPhrase[] phrases, List<long>[] positions, MatchWork work)
    {
        for (var index = 0; index < phrases.Length; index++)
        {
            positions[index].Clear();
            row.Positions(phrases[index].Phrase, positions[index]);
            work.Add(positions[index].Count);
        }
    }

    private bool IsAt(long start)
    {
        for (var index = 1; index < _runs.Length; index++)
        {
            if (RunPositions[index].BinarySearch(start + _runs[index].Offset) < 0)
            {
                return false;
            }
        }

        for (var index = 0; index < _exclusions.Length; index++)
        {
            if (ExcludedPositions[index].BinarySearch(start + _exclusions[index].Offset) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    private bool IsWritten(long start, CapitalMap map)
    {
        foreach (var (capitalised, offset) in _capitals)
        {
            if (map.IsCapitalised(FieldPosition.Column(start), FieldPosition.Offset(start) + offset) != capitalised)
            {
                return false;
            }
        }

        return true;
    }
}
