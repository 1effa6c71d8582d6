using System.Text.Json;
using Search.Archive.Searching;

namespace Search.Elasticsearch.Searching;

/// <summary>Hits over time from an answer's aggregations.</summary>
internal static class HistogramReader
{
    /// <summary>Whether hits lie so close together that the answer by month shows too little.</summary>
    public static bool WantsDays(JsonElement parts) =>
        Range(parts) is var (first, last) && HistogramPlanner.IntervalFor(first, last) == HistogramInterval.Day;

    /// <param name="months">The parts asked for with the page.</param>
    /// <param name="days">The histogram by day where it was asked for.</param>
    public static DateHistogram Read(JsonElement months, JsonElement? days)
    {
        var undated = months.GetProperty(PageAggregations.Missing(PageAggregations.Histogram)).GetProperty("doc_count").GetInt64();
        if (Range(months) is not var (first, last))
        {
            return new DateHistogram(HistogramInterval.Month, [], undated);
        }

        // Months go into their years by their first days; the ends are there so that the bars begin and end with hits.
        return HistogramPlanner.Build([.. Counts(days ?? months), new(first, 0), new(last, 0)], undated);
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

    private static IEnumerable<KeyValuePair<DateOnly, long>> Counts(JsonElement parts) =>
        parts.GetProperty(PageAggregations.Values(PageAggregations.Histogram)).GetProperty("buckets").EnumerateArray()
            .Select(bucket => KeyValuePair.Create(Day(bucket.GetProperty("key").GetInt64()), bucket.GetProperty("doc_count").GetInt64()));
}
