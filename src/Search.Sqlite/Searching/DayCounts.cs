using Search.Archive.Searching;
using Search.Core.Statements;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Searching;

/// <summary>Counts hits by date.</summary>
/// <param name="firstDay">The earliest day that may come, as <see cref="ArchiveDay"/> counts.</param>
/// <param name="lastDay">The latest.</param>
internal sealed class DayCounts(int firstDay, int lastDay)
{
    /// <summary>
    /// Days that are counted in an array, about five centuries: one date that is wrong by millennia must not make each search
    /// clear megabytes.
    /// </summary>
    internal const int MaxArray = 200_000;

    private readonly int[]? _days = lastDay - firstDay < MaxArray ? new int[lastDay - firstDay + 1] : null;
    private readonly Dictionary<int, int> _scattered = [];
    private readonly Dictionary<IssueDate, long> _lessExact = [];
    private long _undated;

    public void Add(int day)
    {
        if (day == ArchiveDay.None)
        {
            _undated++;
        }
        else if (_days is not null)
        {
            _days[day - firstDay]++;
        }
        else
        {
            _scattered[day] = _scattered.GetValueOrDefault(day) + 1;
        }
    }

    /// <param name="date">A month or year.</param>
    public void Add(IssueDate date) => _lessExact[date] = _lessExact.GetValueOrDefault(date) + 1;

    public DateHistogram ToHistogram() => HistogramPlanner.Build([.. Counts()], _undated);

    /// <summary>Dates that have hits, in no order; undated ones are not among them.</summary>
    public IEnumerable<KeyValuePair<IssueDate, long>> Counts()
    {
        var counts = _days is null
            ? _scattered.Select(entry => (Day: entry.Key, Count: entry.Value))
            : _days.Select((count, index) => (Day: firstDay + index, Count: count)).Where(entry => entry.Count > 0);
        return counts
            .Select(entry => KeyValuePair.Create<IssueDate, long>(ArchiveDay.ToDay(entry.Day), entry.Count))
            .Concat(_lessExact);
    }
}
