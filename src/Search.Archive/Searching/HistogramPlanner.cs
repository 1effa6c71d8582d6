using Search.Core.Statements;

namespace Search.Archive.Searching;

/// <summary>
/// Which bars a histogram of hits over time has. Both engines ask here, so that one search has the same bars on both.
/// </summary>
public static class HistogramPlanner
{
    /// <summary>Days that are shown day by day at most: two months.</summary>
    public const int MaxDays = 62;

    /// <summary>Months that are shown month by month at most, ten years; and years and decades at most.</summary>
    public const int MaxBuckets = 120;

    /// <summary>The interval for hits whose first and last days are these.</summary>
    public static HistogramInterval IntervalFor(DateOnly first, DateOnly last) =>
        last.DayNumber - first.DayNumber < MaxDays ? HistogramInterval.Day
        : IndexOf(HistogramInterval.Month, first, last) < MaxBuckets ? HistogramInterval.Month
        : IndexOf(HistogramInterval.Year, first, last) < MaxBuckets ? HistogramInterval.Year
        : IndexOf(HistogramInterval.Decade, first, last) < MaxBuckets ? HistogramInterval.Decade
        : HistogramInterval.Century;

    /// <summary>
    /// Every bucket from the one with <paramref name="first"/> to the one with <paramref name="last"/>, counts 0. Buckets
    /// are whole days, calendar months or years, decades (1990 to 1999) or centuries (1900 to 1999); the first decade and the
    /// first century have no year 0, and no bucket ends later than the last day there is.
    /// </summary>
    public static IReadOnlyList<HistogramBucket> Buckets(HistogramInterval interval, DateOnly first, DateOnly last)
    {
        var buckets = new HistogramBucket[IndexOf(interval, first, last) + 1];
        var from = StartOf(interval, first);
        for (var index = 0; index < buckets.Length; index++)
        {
            var to = EndOf(interval, from);
            buckets[index] = new HistogramBucket(from, to, 0);
            from = to < DateOnly.MaxValue ? to.AddDays(1) : to;
        }

        return buckets;
    }

    /// <summary>The place of a day among the buckets that begin with the one of <paramref name="first"/>.</summary>
    public static int IndexOf(HistogramInterval interval, DateOnly first, DateOnly day) => interval switch
    {
        HistogramInterval.Day => day.DayNumber - first.DayNumber,
        HistogramInterval.Month => Months(day) - Months(first),
        HistogramInterval.Year => day.Year - first.Year,
        HistogramInterval.Decade => (day.Year / 10) - (first.Year / 10),
        HistogramInterval.Century => (day.Year / 100) - (first.Year / 100),
        _ => throw new ArgumentOutOfRangeException(nameof(interval)),
    };

    /// <summary>The first day of the bucket that a day falls into.</summary>
    public static DateOnly StartOf(HistogramInterval interval, DateOnly day) => interval switch
    {
        HistogramInterval.Day => day,
        HistogramInterval.Month => new DateOnly(day.Year, day.Month, 1),
        HistogramInterval.Year => new DateOnly(day.Year, 1, 1),
        HistogramInterval.Decade => new DateOnly(Math.Max(1, day.Year / 10 * 10), 1, 1),
        HistogramInterval.Century => new DateOnly(Math.Max(1, day.Year / 100 * 100), 1, 1),
        _ => throw new ArgumentOutOfRangeException(nameof(interval)),
    };

    /// <summary>
    /// The histogram of hits that are counted by date, in any order, a date in one or several entries. A month or year counts in the
    /// bucket that contains it, and in none where buckets are shorter.
    /// </summary>
    /// <returns>Without any dated hit: no buckets, and months as the interval.</returns>
    public static DateHistogram Build(IReadOnlyCollection<KeyValuePair<IssueDate, long>> hitsPerDate, long undated)
    {
        if (hitsPerDate.Count == 0)
        {
            return new DateHistogram(HistogramInterval.Month, [], undated);
        }

        var first = hitsPerDate.Min(entry => entry.Key.First);
        var last = hitsPerDate.Max(entry => entry.Key.First);
        var interval = Longer(IntervalFor(first, last), ShortestFor(hitsPerDate.Min(entry => entry.Key.Precision)));
        var buckets = Buckets(interval, first, last).ToArray();
        var lessExact = 0L;
        foreach (var (date, count) in hitsPerDate)
        {
            if (ShortestFor(date.Precision) > interval)
            {
                lessExact += count;
                continue;
            }

            ref var bucket = ref buckets[IndexOf(interval, first, date.First)];
            bucket = bucket with { Count = bucket.Count + count };
        }

        return new DateHistogram(interval, buckets, undated, lessExact);
    }

    /// <summary>The shortest buckets that contain a date of this precision whole.</summary>
    private static HistogramInterval ShortestFor(DatePrecision precision) => precision switch
    {
        DatePrecision.Month => HistogramInterval.Month,
        DatePrecision.Year => HistogramInterval.Year,
        _ => HistogramInterval.Day,
    };

    private static HistogramInterval Longer(HistogramInterval one, HistogramInterval other) => one > other ? one : other;

    private static DateOnly EndOf(HistogramInterval interval, DateOnly start) => interval switch
    {
        HistogramInterval.Day => start,
        HistogramInterval.Month => new DateOnly(start.Year, start.Month, DateTime.DaysInMonth(start.Year, start.Month)),
        HistogramInterval.Year => new DateOnly(start.Year, 12, 31),
        HistogramInterval.Decade => new DateOnly((start.Year / 10 * 10) + 9, 12, 31),
        HistogramInterval.Century => new DateOnly((start.Year / 100 * 100) + 99, 12, 31),
        _ => throw new ArgumentOutOfRangeException(nameof(interval)),
    };

    private static int Months(DateOnly day) => (day.Year * 12) + day.Month - 1;
}
