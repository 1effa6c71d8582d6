using Search.Archive.Searching;
using Search.Sqlite.Indexing;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Matching;

/// <summary>Tells which slots a filter on captures admits.</summary>
internal sealed class CaptureRange(StatementColumns columns, CaptureFilter filter)
{
    private readonly int _first = filter.From is { } from ? ArchiveDay.Of(from) : ArchiveDay.First;
    private readonly int _last = filter.To is { } to ? ArchiveDay.Of(to) : int.MaxValue;
    private readonly bool _hasDays = filter.From is not null || filter.To is not null;
    private readonly int? _end = filter.AsOf is { } day ? ArchiveTime.EndOf(day) : null;

    /// <summary>Null where nothing is narrowed.</summary>
    public static CaptureRange? Of(StatementColumns columns, CaptureFilter filter) =>
        filter.IsUnrestricted ? null : new CaptureRange(columns, filter);

    public bool Admits(int slot)
    {
        var state = columns.States[slot];
        return (filter.Changed is null || filter.Changed == state.HasFlag(CaptureStates.Changed))
            && (filter.Missing is null || filter.Missing == state.HasFlag(CaptureStates.Missing))
            && (!_hasDays || (columns.CaptureDays[slot] >= _first && columns.CaptureDays[slot] <= _last))
            && (_end is null || columns.Received[slot] < _end);
    }
}
