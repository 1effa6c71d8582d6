using Search.Archive.Matching;
using Search.Core;
using Search.Sqlite.Indexing;
using Search.Sqlite.Native;

namespace Search.Sqlite.Matching;

/// <summary>
/// One phrase cut into runs that FTS5 can find, each with its distance from the phrase's first word, and how words are
/// written that are asked for verbatim: with a capital in front or without, and at none of the places where they are
/// written in a third way.
/// </summary>
internal sealed class PhraseRuns
{
    private readonly (int Phrase, int Offset)[] _runs;
    private readonly (int Phrase, int Offset)[] _exclusions;
    private readonly (bool Capitalised, int Offset)[] _capitals;
    private readonly StatementColumns _columns;
    private readonly List<long>[] _positions;
    private readonly List<long>[] _excluded;
    private readonly List<long> _starts = [];

    private PhraseRuns(
        List<(int Phrase, int Offset)> runs, List<(int Phrase, int Offset)> exclusions, EquatableList<PhraseSlot> slots, StatementColumns columns)
    {
        _runs = [.. runs];
        _exclusions = [.. exclusions];
        _positions = [.. runs.Select(_ => new List<long>())];
        _excluded = [.. exclusions.Select(_ => new List<long>())];
        _capitals = [.. CapitalsIn(slots)];
        _columns = columns;
        Length = slots.Count;
    }

    /// <summary>Positions that the phrase takes.</summary>
    public int Length { get; }

    /// <summary>Occurrences in the row last looked at.</summary>
    public int Count => _starts.Count;

    public static PhraseRuns Write(EquatableList<PhraseSlot> slots, TextScope scope, ExpressionWriter writer, StatementColumns columns)
    {
        var runs = new List<(int Phrase, int Offset)>();
        writer.WriteRaw("(");
        foreach (var (start, end) in Cut(slots))
        {
            writer.WriteRaw(runs.Count == 0 ? string.Empty : " AND ");
            runs.Add((writer.WriteRun(slots.AsSpan()[start..end], scope, isScored: true), start));
        }

        var exclusions = WriteExclusions(slots, scope, writer);
        writer.WriteRaw(")");
        return new PhraseRuns(runs, exclusions, slots, columns);
    }

    /// <summary>Looks for the phrase in a row; false when it is not there.</summary>
    public bool Find(Fts5Row row, int slot, MatchWork work)
    {
        Read(row, _runs, _positions, work);
        Read(row, _exclusions, _excluded, work);
        _starts.Clear();
        if (_runs.Length == 1 && _exclusions.Length == 0 && _capitals.Length == 0 && _runs[0].Offset == 0)
        {
            _starts.AddRange(_positions[0]);
            return _starts.Count > 0;
        }

        var map = new CapitalMap(_columns.CapitalsOf(slot));
        foreach (var position in _positions[0])
        {
            work.Add(_runs.Length + _exclusions.Length);
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

    /// <summary>A run ends before a free word and after a prefix.</summary>
    private static IEnumerable<(int Start, int End)> Cut(EquatableList<PhraseSlot> slots)
    {
        var start = 0;
        for (var index = 0; index < slots.Count; index++)
        {
            if (slots[index] is AnySlot)
            {
                start = index + 1;
            }
            else if (slots[index] is PrefixSlot || index == slots.Count - 1 || slots[index + 1] is AnySlot)
            {
                yield return (start, index + 1);
                start = index + 1;
            }
        }
    }

    /// <summary>
    /// Asks for the positions of these tokens without requiring them: "and (what is required anyway, or any of them)".
    /// </summary>
    private static List<(int Phrase, int Offset)> WriteExclusions(
        EquatableList<PhraseSlot> slots, TextScope scope, ExpressionWriter writer)
    {
        var tokens = slots
            .SelectMany((slot, offset) => PlainWordsOf(slot).Select(word => (Token: IndexToken.Otherwise(word), Offset: offset)))
            .ToList();
        if (tokens.Count == 0)
        {
            return [];
        }

        var exclusions = new List<(int Phrase, int Offset)>();
        var (start, end) = Cut(slots).First();
        writer.WriteRaw(" AND (");
        writer.WriteRun(slots.AsSpan()[start..end], scope, isScored: false);
        foreach (var (token, offset) in tokens)
        {
            writer.WriteRaw(" OR ");
            exclusions.Add((writer.WriteToken(token, scope, isPrefix: true), offset));
        }

        writer.WriteRaw(")");
        return exclusions;
    }

    private static IEnumerable<string> PlainWordsOf(PhraseSlot slot) => slot is TermSlot terms
        ? terms.Terms.Where(term => IndexToken.IsLooser(term, out var capitalised) && !capitalised).Select(term => term.Text)
        : [];

    private static IEnumerable<(bool Capitalised, int Offset)> CapitalsIn(EquatableList<PhraseSlot> slots)
    {
        for (var offset = 0; offset < slots.Count; offset++)
        {
            if (slots[offset] is TermSlot { Terms: [var term] } && IndexToken.IsLooser(term, out var capitalised))
            {
                yield return (capitalised, offset);
            }
        }
    }

    private static void Read(Fts5Row row, (int Phrase, int Offset)[] phrases, List<long>[] positions, MatchWork work)
    {
        for (var index = 0; index < phrases.Length; index++)
        {
            positions[index].Clear();
            row.Positions(phrases[index].Phrase, positions[index]);
            work.Add(positions[index].Count);
        }
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

    private bool IsAt(long start)
    {
        for (var index = 1; index < _runs.Length; index++)
        {
            if (_positions[index].BinarySearch(start + _runs[index].Offset) < 0)
            {
                return false;
            }
        }

        for (var index = 0; index < _exclusions.Length; index++)
        {
            if (_excluded[index].BinarySearch(start + _exclusions[index].Offset) >= 0)
            {
                return false;
            }
        }

        return true;
    }
}
