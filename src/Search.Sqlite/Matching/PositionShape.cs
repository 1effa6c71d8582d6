using Search.Core;
using Search.Core.Matching;
using Search.Sqlite.Native;

namespace Search.Sqlite.Matching;

/// <summary>
/// Where the words of a phrase with a free word, or of a proximity, must stand. FTS5 is asked for rows that hold every run
/// of words; this looks at the runs' positions in each such row.
/// </summary>
internal sealed class PositionShape
{
    private readonly PhraseRuns[] _phrases;
    private readonly ProximityMatch? _proximity;

    private PositionShape(PhraseRuns[] phrases, ProximityMatch? proximity)
    {
        _phrases = phrases;
        _proximity = proximity;
    }

    /// <summary>Writes the runs of the node to the expression, all of them required.</summary>
    public static PositionShape Create(MatchNode node, ExpressionWriter writer)
    {
        switch (node)
        {
            case PhraseMatch phrase:
                return new PositionShape([PhraseRuns.Write(phrase.Slots, phrase.Scope, writer, isFirst: true)], null);
            case ProximityMatch proximity:
                var phrases = new PhraseRuns[proximity.Phrases.Count];
                for (var index = 0; index < phrases.Length; index++)
                {
                    phrases[index] = PhraseRuns.Write(proximity.Phrases[index], proximity.Scope, writer, isFirst: index == 0);
                }

                return new PositionShape(phrases, proximity);
            default:
                throw new ArgumentException($"{node} has no positions.", nameof(node));
        }
    }

    /// <summary>How often the row has it; a proximity is there or not.</summary>
    public int CountMatches(Fts5Row row)
    {
        foreach (var phrase in _phrases)
        {
            if (!phrase.Find(row))
            {
                return 0;
            }
        }

        return _proximity is null ? _phrases[0].Count : HasClump() ? 1 : 0;
    }

    private bool HasClump()
    {
        for (var column = 0; column < 2; column++)
        {
            var positions = Array.ConvertAll(_phrases, phrase => new PhrasePositions(phrase.Length, phrase.StartsIn(column)));
            if (ProximityFinder.Exists(positions, _proximity!.Distance, _proximity.Ordered))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>One phrase cut into runs that FTS5 can find, each with its distance from the phrase's first word.</summary>
internal sealed class PhraseRuns
{
    private readonly (int Phrase, int Offset)[] _runs;
    private readonly List<long>[] _positions;
    private readonly List<long> _starts = [];

    private PhraseRuns((int Phrase, int Offset)[] runs, int length)
    {
        _runs = runs;
        _positions = [.. runs.Select(_ => new List<long>())];
        Length = length;
    }

    /// <summary>Positions that the phrase takes.</summary>
    public int Length { get; }

    /// <summary>Occurrences in the row last looked at.</summary>
    public int Count => _starts.Count;

    public static PhraseRuns Write(EquatableList<PhraseSlot> slots, TextScope scope, ExpressionWriter writer, bool isFirst)
    {
        var runs = new List<(int Phrase, int Offset)>();
        var start = 0;
        for (var index = 0; index < slots.Count; index++)
        {
            if (slots[index] is AnySlot)
            {
                start = index + 1;
            }
            else if (slots[index] is PrefixSlot || index == slots.Count - 1 || slots[index + 1] is AnySlot)
            {
                if (!isFirst || runs.Count > 0)
                {
                    writer.WriteAnd();
                }

                runs.Add((writer.WriteRun(slots.AsSpan()[start..(index + 1)], scope, scored: true), start));
                start = index + 1;
            }
        }

        return new PhraseRuns([.. runs], slots.Count);
    }

    /// <summary>Looks for the phrase in a row; false when it is not there.</summary>
    public bool Find(Fts5Row row)
    {
        for (var index = 0; index < _runs.Length; index++)
        {
            _positions[index].Clear();
            row.Positions(_runs[index].Phrase, _positions[index]);
        }

        _starts.Clear();
        foreach (var position in _positions[0])
        {
            var start = position - _runs[0].Offset;
            if (IsAt(start))
            {
                _starts.Add(start);
            }
        }

        return _starts.Count > 0;
    }

    /// <summary>Positions in one column at which the phrase begins.</summary>
    public IReadOnlyList<int> StartsIn(int column) =>
        [.. _starts.Where(start => FieldPosition.Column(start) == column).Select(FieldPosition.Offset)];

    private bool IsAt(long start)
    {
        for (var index = 1; index < _runs.Length; index++)
        {
            if (_positions[index].BinarySearch(start + _runs[index].Offset) < 0)
            {
                return false;
            }
        }

        return true;
    }
}
