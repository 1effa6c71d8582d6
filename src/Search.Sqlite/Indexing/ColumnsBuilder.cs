using Search.Core.Statements;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Indexing;

/// <summary>One statement's part of the columns.</summary>
/// <param name="Date">As <see cref="ArchiveDay.Encode"/> writes it.</param>
internal readonly record struct ColumnsRow(
    long Row,
    int Date,
    int Issuer,
    int Source,
    int Language,
    byte Kind,
    int Tokens,
    byte[] Capitals,
    ushort[] Countries,
    ColumnsTrace Trace)
{
    /// <summary>Whether it names only what is there.</summary>
    public bool IsWithin(ArchiveDictionaries dictionaries) =>
        ArchiveDay.IsSound(Date)
        && (uint)Issuer < dictionaries.Issuers.Length
        && (uint)Source < dictionaries.Sources.Length
        && (uint)Language < dictionaries.Languages.Length
        && Kind < StatementKinds.Values.Count
        && Tokens >= 0
        && Trace.CaptureDay is >= ArchiveDay.None and <= ArchiveDay.Last
        && CapitalMap.IsSound(Capitals)
        && Array.TrueForAll(Countries, static entry => CountryColumn.IndexOf(entry) < CountryColumn.Codes);
}

/// <param name="Received">As <see cref="ArchiveTime.ToColumn"/> counts.</param>
/// <param name="CaptureDay">As <see cref="ArchiveDay"/> counts.</param>
internal readonly record struct ColumnsTrace(int Received, int CaptureDay, CaptureStates States);

/// <summary>Puts columns together from rows in ascending order.</summary>
internal sealed class ColumnsBuilder(int capacity)
{
    private readonly List<int> _days = new(capacity);
    private readonly List<int> _issuers = new(capacity);
    private readonly List<int> _sources = new(capacity);
    private readonly List<int> _languages = new(capacity);
    private readonly List<byte> _kinds = new(capacity);
    private readonly List<ColumnsTrace> _traces = new(capacity);
    private readonly List<float> _lengths = new(capacity);
    private readonly List<int> _capitalStarts = new(capacity + 1);
    private readonly List<byte> _capitals = new(capacity * 32);
    private readonly List<int> _countryStarts = new(capacity + 1);
    private readonly List<ushort> _countryEntries = new(capacity * 2);
    private readonly Dictionary<int, IssueDate> _lessExactDates = [];
    private int _firstDay = int.MaxValue;
    private int _lastDay;
    private int _count;
    private long _tokens;

    public void Add(in ColumnsRow row) =>
        Add(row.Row, row.Date, row.Issuer, row.Source, row.Language, row.Kind, row.Tokens, row.Trace, row.Capitals, row.Countries);

    /// <summary>Takes over a slot of older columns.</summary>
    public void Add(StatementColumns columns, int slot) => Add(
        StatementColumns.RowOf(slot),
        columns.TryGetLessExactDate(slot, out var date) ? ArchiveDay.Encode(date) : columns.Days[slot],
        columns.Issuers[slot],
        columns.Sources[slot],
        columns.Languages[slot],
        columns.Kinds[slot],
        (int)columns.Lengths[slot],
        new ColumnsTrace(columns.Received[slot], columns.CaptureDays[slot], columns.States[slot]),
        columns.CapitalsOf(slot),
        columns.CountriesOf(slot));

    public StatementColumns Build(long revision, bool samples, ArchiveDictionaries dictionaries)
    {
        _capitalStarts.Add(_capitals.Count);
        _countryStarts.Add(_countryEntries.Count);
        return new StatementColumns
        {
            Revision = revision,
            Samples = samples,
            Count = _count,
            TotalTokens = _tokens,
            Days = [.. _days],
            LessExactDates = _lessExactDates,
            Issuers = [.. _issuers],
            Sources = [.. _sources],
            Languages = [.. _languages],
            Kinds = [.. _kinds],
            Received = [.. _traces.Select(trace => trace.Received)],
            CaptureDays = [.. _traces.Select(trace => trace.CaptureDay)],
            States = [.. _traces.Select(trace => trace.States)],
            Lengths = [.. _lengths],
            CapitalStarts = [.. _capitalStarts],
            Capitals = [.. _capitals],
            CountryStarts = [.. _countryStarts],
            CountryEntries = [.. _countryEntries],
            Dictionaries = dictionaries,
            FirstDay = _lastDay == ArchiveDay.None ? ArchiveDay.First : _firstDay,
            LastDay = Math.Max(_lastDay, ArchiveDay.First),
        };
    }

    private void Add(
        long row,
        int stored,
        int issuer,
        int source,
        int language,
        byte kind,
        int tokens,
        ColumnsTrace trace,
        ReadOnlySpan<byte> capitals,
        ReadOnlySpan<ushort> countries)
    {
        // A row that is missing stands for a statement that is gone: its slot stays, so that slots can be computed.
        while (StatementColumns.RowOf(_days.Count) < row)
        {
            AddSlot(ArchiveDay.None, 0, 0, 0, StatementColumns.Gone, 0, default);
        }

        var day = ArchiveDay.FirstDayOf(stored);
        if (day != stored)
        {
            _lessExactDates.Add(_days.Count, ArchiveDay.Decode(stored)!.Value);
        }

        AddSlot(day, issuer, source, language, kind, tokens, trace);
        _capitals.AddRange(capitals);
        _countryEntries.AddRange(countries);
        _count++;
        _tokens += tokens;
        if (day != ArchiveDay.None)
        {
            _firstDay = Math.Min(_firstDay, day);
            _lastDay = Math.Max(_lastDay, day);
        }
    }

    private void AddSlot(int day, int issuer, int source, int language, byte kind, int tokens, ColumnsTrace trace)
    {
        _days.Add(day);
        _issuers.Add(issuer);
        _sources.Add(source);
        _languages.Add(language);
        _kinds.Add(kind);
        _lengths.Add(tokens);
        _traces.Add(trace);
        _capitalStarts.Add(_capitals.Count);
        _countryStarts.Add(_countryEntries.Count);
    }
}
