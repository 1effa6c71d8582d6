using Search.Sqlite.Indexing;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Matching;

/// <summary>Tells which slots' dates touch a range of days.</summary>
/// <param name="columns">The dates.</param>
/// <param name="from">The first day; null for open.</param>
/// <param name="to">The last day; null for open.</param>
internal sealed class DayRange(StatementColumns columns, DateOnly? from, DateOnly? to)
{
    private readonly int _first = from is { } day ? ArchiveDay.Of(day) : ArchiveDay.First;
    private readonly int _last = to is { } day ? ArchiveDay.Of(day) : int.MaxValue;

    /// <summary>Whether a month or year that begins before the range may reach into it.</summary>
    private readonly bool _mayReachInto = from is not null && !(from > to);

    public bool Admits(int slot)
    {
        var day = columns.Days[slot];
        return day <= _last && (day >= _first || (_mayReachInto && ReachesInto(slot)));
    }

    private bool ReachesInto(int slot) =>
        columns.TryGetLessExactDate(slot, out var date) && ArchiveDay.Of(date.Last) >= _first;
}
