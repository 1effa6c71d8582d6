using Elastic.Clients.Elasticsearch.Aggregations;
using Search.Archive.Searching;

namespace Search.Elasticsearch.Searching;

/// <summary>Hits over time from an answer's aggregations.</summary>
internal static class HistogramReader
{
    /// <summary>Whether hits lie so close together that the answer by month shows too little.</summary>
    public static bool WantsDays(AggregateDictionary parts) =>
        Range(parts) is var (first, last) && HistogramPlanner.IntervalFor(first, last) == HistogramInterval.Day;

    /// <param name="months">The parts asked for with the page.</param>
    /// <param name="days">The histogram by day where it was asked for.</param>
    public static DateHistogram Read(AggregateDictionary months, AggregateDictionary? days)
    {
        var undated = PageAggregations.CountOf(months, PageAggregations.Missing(PageAggregations.Histogram));
        if (Range(months) is not var (first, last))
        {
            return new DateHistogram(HistogramInterval.Month, [], undated);
        }

        // Months go into their years by their first days; the ends are there so that the bars begin and end with hits.
        return HistogramPlanner.Build([.. Counts(days ?? months), new(first, 0), new(last, 0)], undated);
    }

    private static (DateOnly First, DateOnly Last)? Range(AggregateDictionary parts) =>
        Day(parts.GetMin(PageAggregations.First(PageAggregations.Histogram))!.Value) is { } first
        && Day(parts.GetMax(PageAggregations.Last(PageAggregations.Histogram))!.Value) is { } last
            ? (first, last)
            : null;

    /// <summary>Null where no hit has a date.</summary>
    private static DateOnly? Day(double? milliseconds) => milliseconds is { } known && double.IsFinite(known)
        ? DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds((long)known).UtcDateTime)
        : null;

    private static IEnumerable<KeyValuePair<DateOnly, long>> Counts(AggregateDictionary parts) =>
        parts.GetDateHistogram(PageAggregations.Values(PageAggregations.Histogram))!.Buckets
            .Select(bucket => KeyValuePair.Create(DateOnly.FromDateTime(bucket.Key.UtcDateTime), bucket.DocCount));
}
