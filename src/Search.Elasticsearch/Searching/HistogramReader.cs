using System.Text.Json;
using Search.Core.Searching;

namespace Search.Elasticsearch.Searching;

/// <summary>Hits over time from an answer's aggregations.</summary>
internal static class HistogramReader
{
    /// <summary>Whether hits lie so close together that the answer by month shows too little.</summary>
    public static bool WantsDays(JsonElement parts) =>
        Range(parts) is var (first, last) && Interval(first, last) == HistogramInterval.Day;

    /// <param name="months">The parts asked for with the page.</param>
    /// <param name="days">The histogram by day where it was asked for.</param>
    public static DateHistogram Read(JsonElement months, JsonElement? days)
    {
        var undated = months.GetProperty(PageAggregations.Missing(PageAggregations.Histogram)).GetProperty("doc_count").GetInt64();
        if (Range(months) is not var (first, last))
        {
            return new DateHistogram(HistogramInterval.Month, [], undated);
        }

        var interval = Interval(first, last);
        var counts = Counts(days ?? months, interval);
        return new DateHistogram(interval, [.. Buckets(interval, first, last, counts)], undated);
    }

    internal static HistogramInterval Interval(DateOnly first, DateOnly last)
    {
        var months = (12 * (last.Year - first.Year)) + last.Month - first.Month + 1;
        return last.DayNumber - first.DayNumber < 62 ? HistogramInterval.Day
            : months <= 120 ? HistogramInterval.Month
            : HistogramInterval.Year;
    }

    private static (DateOnly First, DateOnly Last)? Range(JsonElement parts) =>
        Day(parts.GetProperty(PageAggregations.First(PageAggregations.Histogram))) is { } first
        && Day(parts.GetProperty(PageAggregations.Last(PageAggregations.Histogram))) is { } last
            ? (first, last)
            : null;

    private static DateOnly? Day(JsonElement metric) =>
        metric.GetProperty("value") is { ValueKind: JsonValueKind.Number } value ? Day((long)value.GetDouble()) : null;

    private static DateOnly Day(long milliseconds) =>
        DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime);

    private static Dictionary<DateOnly, long> Counts(JsonElement parts, HistogramInterval interval)
    {
        var counts = new Dictionary<DateOnly, long>();
        foreach (var bucket in parts.GetProperty(PageAggregations.Values(PageAggregations.Histogram)).GetProperty("buckets").EnumerateArray())
        {
            var start = Start(interval, Day(bucket.GetProperty("key").GetInt64()));
            counts[start] = counts.GetValueOrDefault(start) + bucket.GetProperty("doc_count").GetInt64();
        }

        return counts;
    }

    private static IEnumerable<HistogramBucket> Buckets(
        HistogramInterval interval, DateOnly first, DateOnly last, Dictionary<DateOnly, long> counts)
    {
        for (var start = Start(interval, first); start <= last;)
        {
            var end = End(interval, start);
            yield return new HistogramBucket(start, end, counts.GetValueOrDefault(start));
            if (end == DateOnly.MaxValue)
            {
                yield break;
            }

            start = end.AddDays(1);
        }
    }

    private static DateOnly Start(HistogramInterval interval, DateOnly day) => interval switch
    {
        HistogramInterval.Day => day,
        HistogramInterval.Month => new DateOnly(day.Year, day.Month, 1),
        _ => new DateOnly(day.Year, 1, 1),
    };

    private static DateOnly End(HistogramInterval interval, DateOnly start) => interval switch
    {
        HistogramInterval.Day => start,
        HistogramInterval.Month => new DateOnly(start.Year, start.Month, DateTime.DaysInMonth(start.Year, start.Month)),
        _ => new DateOnly(start.Year, 12, 31),
    };
}
