using Search.Archive.Matching;
using Search.Sqlite.Indexing;
using Search.Sqlite.Native;

namespace Search.Sqlite.Matching;

/// <summary>
/// Where words must stand, where FTS5 cannot say it: free words within a phrase, proximity, words as they are written. FTS5 is
/// asked for rows that hold every run of words; this looks at the runs' positions in each such row.
/// </summary>
internal sealed class PositionShape
{
    private readonly PhraseRuns[] _phrases;
    private readonly ProximityMatch? _proximity;
    private readonly MatchWork _work;

    // Filled anew for each row and column: there are many rows.
    private readonly List<int>[] _starts;
    private readonly PhrasePositions[] _positions;

    private PositionShape(PhraseRuns[] phrases, ProximityMatch? proximity, MatchWork work)
    {
        _phrases = phrases;
        _proximity = proximity;
        _work = work;
        _starts = Array.ConvertAll(phrases, _ => new List<int>());
        _positions = [.. phrases.Zip(_starts, (phrase, starts) => new PhrasePositions(phrase.Length, starts))];
    }

    /// <summary>Writes the runs of the node to the expression, all of them required.</summary>
    public static PositionShape Create(MatchNode node, ExpressionWriter writer, StatementColumns columns, MatchWork work)
    {
        switch (node)
        {
            case PhraseMatch phrase:
                return new PositionShape([PhraseRuns.Write(phrase.Slots, phrase.Scope, writer, columns)], null, work);
            case ProximityMatch proximity:
                var phrases = new PhraseRuns[proximity.Phrases.Count];
                for (var index = 0; index < phrases.Length; index++)
                {
                    writer.WriteRaw(index == 0 ? string.Empty : " AND ");
                    phrases[index] = PhraseRuns.Write(proximity.Phrases[index], proximity.Scope, writer, columns);
                }

                return new PositionShape(phrases, proximity, work);
            default:
                throw new ArgumentException($"{node} has no positions.", nameof(node));
        }
    }

    /// <summary>How often the row has it; a proximity is there or not.</summary>
    public int CountMatches(Fts5Row row, int slot)
    {
        foreach (var phrase in _phrases)
        {
            if (!phrase.Find(row, slot, _work))
            {
                return 0;
            }
        }

        return _proximity is null ? _phrases[0].Count : HasClump() ? 1 : 0;
    }

    private bool HasClump()
    {
        for (var column = 0; column < Fts5Row.Columns; column++)
        {
            for (var index = 0; index < _phrases.Length; index++)
            {
                _starts[index].Clear();
                _phrases[index].AddStarts(column, _starts[index]);
            }

            if (ProximityFinder.Exists(_positions, _proximity!.Distance, _proximity.Ordered, _work))
            {
                return true;
            }
        }

        return false;
    }
}
