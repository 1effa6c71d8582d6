using Search.Archive.Matching;
using Search.Sqlite.Indexing;
using Search.Sqlite.Native;
using Search.Sqlite.Planning;

namespace Search.Sqlite.Matching;

/// <summary>
/// Where words must stand, where FTS5 cannot say it: free words within a phrase, proximity, words as they are written. FTS5 is
/// asked for rows that hold every run of words; this looks at the runs' positions in each such row.
/// </summary>
internal sealed class PositionFinder
{
    private readonly PhraseRuns[] _phrases;
    private readonly ProximityCheck? _proximity;
    private readonly StatementColumns _columns;
    private readonly MatchWork _work;

    // Filled anew for each row and column: there are many rows.
    private readonly List<int>[] _starts;
    private readonly PhrasePositions[] _positions;

    public PositionFinder(PositionsPlan plan, StatementColumns columns, MatchWork work)
    {
        _work = work;
        _phrases = [.. plan.Phrases.Select(check => new PhraseRuns(check, work))];
        _proximity = plan.Proximity;
        _columns = columns;
        _starts = Array.ConvertAll(_phrases, _ => new List<int>());
        _positions = [.. _phrases.Zip(_starts, (phrase, starts) => new PhrasePositions(phrase.Length, starts))];
    }

    /// <summary>How often the row has it; a proximity is there or not.</summary>
    public int CountMatches(Fts5Row row, int slot)
    {
        foreach (var phrase in _phrases)
        {
            phrase.Read(row);
            if (!phrase.Find(_columns.CapitalsOf(slot)))
            {
                return 0;
            }
        }

        return _proximity is null ? _phrases[0].Count : IsNear(_proximity) ? 1 : 0;
    }

    private bool IsNear(ProximityCheck proximity)
    {
        for (var column = 0; column < Fts5Row.Columns; column++)
        {
            for (var index = 0; index < _phrases.Length; index++)
            {
                _starts[index].Clear();
                _phrases[index].AddStarts(column, _starts[index]);
            }

            if (ProximityFinder.Exists(_positions, proximity.Distance, proximity.Ordered, _work))
            {
                return true;
            }
        }

        return false;
    }
}
