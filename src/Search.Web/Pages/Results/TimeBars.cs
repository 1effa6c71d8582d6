using Search.Archive.Counting;
using Search.Archive.Searching;
using Search.Service.Responses;

namespace Search.Web.Pages.Results;

/// <summary>A stretch of time on a chart.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Count">Hits.</param>
/// <param name="Total">Statements that they are a share of; null where that is not known.</param>
/// <param name="Held">Whether the archive holds anything of the time, as far as is known.</param>
public sealed record TimeBar(DateOnly From, DateOnly To, long Count, long? Total, bool Held)
{
    /// <summary>
    /// Null where there is nothing that it could be a share of, and where the archive has more by now than what was counted of it.
    /// </summary>
    public double? Share => Total > 0 && Count <= Total ? (double)Count / Total : null;
}

/// <summary>
/// The hits over time beside what the archive holds of that time: forty hits of two hundred statements say more than ninety of five
/// thousand.
/// </summary>
public sealed class TimeBars
{
    private TimeBars(IReadOnlyList<TimeBar> bars, bool hasShares) => (All, HasShares) = (bars, hasShares);

    public IReadOnlyList<TimeBar> All { get; }

    /// <summary>Whether the bars know what they are a share of.</summary>
    public bool HasShares { get; }

    /// <param name="buckets">Hits over time.</param>
    /// <param name="holdings">What the archive holds by source; null where it is not known.</param>
    /// <param name="filters">Those in force: a share is of the statements that they leave, and only sources are told apart here.</param>
    public static TimeBars Of(
        IReadOnlyList<HistogramBucketResponse> buckets, IReadOnlyList<Holdings>? holdings, SearchFilters filters)
    {
        var totals = new long[buckets.Count];
        var held = new bool[buckets.Count];
        foreach (var source in holdings ?? [])
        {
            var counts = IsLeft(source.Value, filters.Source);
            foreach (var (date, count) in source.Dates)
            {
                var index = Find(buckets, date.First);
                if (index >= 0)
                {
                    held[index] |= counts;

                    // A month or year longer than the bar is in no bar, among the hits as among all statements.
                    totals[index] += counts && date.Last <= buckets[index].To ? count : 0;
                }
            }
        }

        var others = filters with { Source = FacetFilter.Unrestricted, From = null, To = null };
        var known = holdings is not null && others == SearchFilters.None;
        return new TimeBars(
            [
                .. buckets.Select((bucket, index) => new TimeBar(
                    bucket.From,
                    bucket.To,
                    bucket.Count,
                    known ? totals[index] : null,
                    holdings is null || held[index] || bucket.Count > 0)),
            ],
            known);
    }

    /// <summary>Whether a filter leaves statements of a source.</summary>
    public static bool IsLeft(string? source, FacetFilter filter) =>
        !filter.Excluded.Contains(source) && (filter.Included.Count == 0 || filter.Included.Contains(source));

    private static int Find(IReadOnlyList<HistogramBucketResponse> buckets, DateOnly day)
    {
        var (low, high) = (0, buckets.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (day < buckets[middle].From)
            {
                high = middle - 1;
            }
            else if (day > buckets[middle].To)
            {
                low = middle + 1;
            }
            else
            {
                return middle;
            }
        }

        return -1;
    }
}
