using System.Runtime.InteropServices;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Indexing;

/// <summary>One statement's part of the columns.</summary>
internal readonly record struct ColumnsRow(long Row, int Issuer, int Source, int Language, byte Kind, int Tokens, ushort[] Countries);

/// <summary>Puts columns together from rows in ascending order.</summary>
internal sealed class ColumnsBuilder(int capacity)
{
    private readonly List<int> _days = new(capacity);
    private readonly List<int> _issuers = new(capacity);
    private readonly List<int> _sources = new(capacity);
    private readonly List<int> _languages = new(capacity);
    private readonly List<byte> _kinds = new(capacity);
    private readonly List<float> _lengths = new(capacity);
    private readonly List<int> _countryStarts = new(capacity + 1);
    private readonly List<ushort> _countryEntries = new(capacity * 2);
    private int _dayStart;
    private int _count;
    private long _tokens;

    public void Add(in ColumnsRow row) =>
        Add(row.Row, row.Issuer, row.Source, row.Language, row.Kind, row.Tokens, row.Countries);

    /// <summary>Takes over a slot of older columns.</summary>
    public void Add(StatementColumns columns, int slot) => Add(
        columns.RowOf(slot),
        columns.Issuers[slot],
        columns.Sources[slot],
        columns.Languages[slot],
        columns.Kinds[slot],
        (int)columns.Lengths[slot],
        columns.CountriesOf(slot));

    public StatementColumns Build(long revision, bool samples, ArchiveDictionaries dictionaries)
    {
        var starts = DayStarts(out var firstDay);
        _countryStarts.Add(_countryEntries.Count);
        return new StatementColumns
        {
            Revision = revision,
            Samples = samples,
            Count = _count,
            TotalTokens = _tokens,
            Days = [.. _days],
            Issuers = [.. _issuers],
            Sources = [.. _sources],
            Languages = [.. _languages],
            Kinds = [.. _kinds],
            Lengths = [.. _lengths],
            CountryStarts = [.. _countryStarts],
            CountryEntries = [.. _countryEntries],
            Dictionaries = dictionaries,
            DayStarts = starts,
            FirstDay = firstDay,
        };
    }

    private void Add(long row, int issuer, int source, int language, byte kind, int tokens, ReadOnlySpan<ushort> countries)
    {
        var day = RowId.Day(row);
        if (_days.Count == 0 || _days[^1] != day)
        {
            _dayStart = _days.Count;
        }

        // A counter that is missing stands for a statement that is gone: its slot stays, so that slots can be computed.
        while (_days.Count - _dayStart < RowId.Counter(row))
        {
            AddSlot(day, 0, 0, 0, StatementColumns.Gone, 0);
        }

        AddSlot(day, issuer, source, language, kind, tokens);
        _countryEntries.AddRange(countries);
        _count++;
        _tokens += tokens;
    }

    private void AddSlot(int day, int issuer, int source, int language, byte kind, int tokens)
    {
        _days.Add(day);
        _issuers.Add(issuer);
        _sources.Add(source);
        _languages.Add(language);
        _kinds.Add(kind);
        _lengths.Add(tokens);
        _countryStarts.Add(_countryEntries.Count);
    }

    private int[] DayStarts(out int firstDay)
    {
        var days = CollectionsMarshal.AsSpan(_days);
        var undated = 0;
        while (undated < days.Length && days[undated] == RowId.UndatedDay)
        {
            undated++;
        }

        firstDay = undated == days.Length ? 1 : days[undated];
        var lastDay = undated == days.Length ? 0 : days[^1];
        var starts = new int[lastDay - firstDay + 2];
        var slot = undated;
        for (var day = firstDay; day <= lastDay; day++)
        {
            starts[day - firstDay] = slot;
            while (slot < days.Length && days[slot] == day)
            {
                slot++;
            }
        }

        starts[^1] = days.Length;
        return starts;
    }
}
