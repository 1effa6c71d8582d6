using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Core.Statements;
using Search.Service.Requests;
using Search.Service.Responses;

namespace Search.Service.Counting;

/// <summary>
/// The buckets of a trend: all from the first to the last day of the range asked for, or else of the statements that the filters
/// leave, whether anything lies in them or not.
/// </summary>
internal sealed class TrendBuckets
{
    /// <summary>In one answer: 27 years by day, and every year that there is.</summary>
    public const int Most = 10_000;

    /// <summary>Where nobody says how long buckets are to be, so many are readable: ten years by month.</summary>
    public const int Readable = 120;

    private readonly Dictionary<int, long> _totals;
    private readonly SearchFilters _filters;
    private readonly int _first;
    private readonly int _count;

    /// <param name="interval">Null for the shortest with no more than <see cref="Readable"/> buckets, or years.</param>
    /// <param name="all">All statements under the filters, by date.</param>
    /// <exception cref="QueryTooCostlyException">More buckets than <see cref="Most"/>.</exception>
    public TrendBuckets(TrendInterval? interval, IReadOnlyList<KeyValuePair<IssueDate, long>> all, SearchFilters filters)
    {
        _filters = filters;
        Interval = interval
            ?? Enum.GetValues<TrendInterval>().FirstOrDefault(
                candidate => Range(candidate, all, filters).Count <= Readable, TrendInterval.Year);
        (_first, _count) = Range(Interval, all, filters);
        if (_count > Most)
        {
            throw new QueryTooCostlyException(
                $"By {Interval.ToValue()} these are {_count:N0} buckets; {Most:N0} are the most. "
                    + "Choose a longer interval, or narrow from and to.");
        }

        _totals = Sums(all);
    }

    public TrendInterval Interval { get; }

    /// <param name="dates">The uses of one query.</param>
    /// <param name="lessExact">Uses that bear a month or year longer than a bucket: they are in none.</param>
    public IReadOnlyList<TrendBucketResponse> Fill(IReadOnlyList<KeyValuePair<IssueDate, long>> dates, out long lessExact)
    {
        var counts = Sums(dates);
        lessExact = dates.Where(date => !Interval.Contains(date.Key)).Sum(date => date.Value);
        return
        [
            .. Enumerable.Range(_first, _count).Select(index =>
            {
                var (count, total) = (counts.GetValueOrDefault(index), _totals.GetValueOrDefault(index));
                return new TrendBucketResponse(
                    Later(Interval.StartOf(index), _filters.From),
                    Earlier(Interval.EndOf(index), _filters.To),
                    count,
                    total,
                    DateCounts.Share(count, total));
            }),
        ];
    }

    private Dictionary<int, long> Sums(IEnumerable<KeyValuePair<IssueDate, long>> dates) => dates
        .Where(date => Interval.Contains(date.Key))
        .GroupBy(date => Interval.IndexOf(date.Key.First))
        .ToDictionary(bucket => bucket.Key, bucket => bucket.Sum(date => date.Value));

    private static (int First, int Count) Range(
        TrendInterval interval, IReadOnlyList<KeyValuePair<IssueDate, long>> all, SearchFilters filters)
    {
        var days = all.Where(date => interval.Contains(date.Key)).Select(date => date.Key.First).ToList();
        return (filters.From ?? Least(days), filters.To ?? Greatest(days)) is ({ } from, { } to) && from <= to
            ? (interval.IndexOf(from), interval.IndexOf(to) - interval.IndexOf(from) + 1)
            : (0, 0);
    }

    private static DateOnly? Least(List<DateOnly> days) => days.Count == 0 ? null : days.Min();

    private static DateOnly? Greatest(List<DateOnly> days) => days.Count == 0 ? null : days.Max();

    private static DateOnly Later(DateOnly day, DateOnly? other) => other > day ? other.Value : day;

    private static DateOnly Earlier(DateOnly day, DateOnly? other) => other < day ? other.Value : day;
}
