using System.Text;
using Search.Service.Responses;

namespace Search.Indexer.Output;

/// <summary>Trends for people: a column a query.</summary>
internal static class TrendsText
{
    public static string Of(TrendsResponse trends)
    {
        var text = new StringBuilder();
        foreach (var (series, index) in trends.Series.Select((series, index) => (series, index)))
        {
            text.Line($"{index + 1}: {series.Total:N0} statements: {SafeText.Of(series.Explained)}");
            text.Line($"   First  {UsesText.Of(series.First)}").Line($"   Last   {UsesText.Of(series.Last)}");
            if (series.Undated + series.LessExact > 0)
            {
                text.Line($"   In no {trends.Interval}: {series.Undated:N0} without a date, {series.LessExact:N0} known less exactly");
            }
        }

        text.Line().Line($"{trends.Interval,-10}  {"all",9}{string.Concat(trends.Series.Select((_, index) => $"  {index + 1,18}"))}");
        for (var bucket = 0; bucket < trends.Series[0].Buckets.Count; bucket++)
        {
            var period = trends.Series[0].Buckets[bucket];
            text.Line($"{period.From:yyyy-MM-dd}  {period.Total,9:N0}"
                + string.Concat(trends.Series.Select(series => Cell(series.Buckets[bucket]))));
        }

        return text.ToString().TrimEnd();
    }

    private static string Cell(TrendBucketResponse bucket) => $"  {bucket.Count,8:N0}  {UsesText.Share(bucket.Share),8}";
}
