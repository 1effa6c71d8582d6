using System.Text.Json;
using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.Aggregations;
using Elastic.Clients.Elasticsearch.Core.MSearch;
using Search.Archive.Counting;
using Search.Core.Statements;
using Search.Elasticsearch.Documents;
using Search.Elasticsearch.Searching;

namespace Search.Elasticsearch.Counting;

/// <summary>Uses from the answers to <see cref="UseBodies"/>.</summary>
internal static class UseReader
{
    /// <param name="answers">One for each of <see cref="UseBodies.Precisions"/>.</param>
    /// <param name="issuers">All buckets of each.</param>
    public static UseCounts Counts(
        IReadOnlyList<MultiSearchItem<JsonElement>> answers, IReadOnlyList<IReadOnlyList<CompositeBucket>> issuers)
    {
        var total = 0L;
        var dates = new List<KeyValuePair<IssueDate, long>>();
        var paths = new Dictionary<string, IssuerUses>(StringComparer.Ordinal);
        foreach (var (answer, buckets, precision) in answers.Zip(issuers, UseBodies.Precisions))
        {
            total += AnswerTime.ExactTotal(answer);
            dates.AddRange(answer.Aggregations!.GetDateHistogram(UseBodies.Dates)!.Buckets.Select(bucket => KeyValuePair.Create(
                IssueDate.Around(DateOnly.FromDateTime(bucket.Key.UtcDateTime), precision), bucket.DocCount)));
            foreach (var bucket in buckets)
            {
                Add(paths, bucket, precision);
            }
        }

        return new UseCounts(total, UseOrder.Sorted(dates), [.. paths.Values]);
    }

    /// <param name="answer">To <see cref="UseBodies.Find"/>.</param>
    /// <returns>In the order of the places.</returns>
    public static IEnumerable<Statement?> Found(MultiSearchItem<JsonElement> answer)
    {
        AnswerTime.RequireAllValues(answer.TimedOut);
        return answer.Aggregations!.GetFilters(UseBodies.Places)!.Buckets.Select(bucket =>
            bucket.Aggregations!.GetTopHits(UseBodies.Lowest)!.Hits.Hits.FirstOrDefault()?.Source is JsonElement source
                ? StatementDocument.Read(source)
                : null);
    }

    /// <param name="key">A bucket's, in milliseconds since 1970; null where statements have no date.</param>
    public static IssueDate? DateOf(FieldValue key, DatePrecision precision) => key.Value switch
    {
        long time => Date((double)time, precision),
        _ => null,
    };

    private static void Add(Dictionary<string, IssuerUses> paths, CompositeBucket bucket, DatePrecision precision)
    {
        var path = bucket.Key[UseBodies.Path].Value as string;
        var known = paths.GetValueOrDefault(path ?? string.Empty);
        paths[path ?? string.Empty] = new IssuerUses(
            path,
            bucket.DocCount + (known?.Count ?? 0),
            UseOrder.First(known?.First, Date(bucket.Aggregations!.GetMin(UseBodies.First)!.Value, precision)),
            UseOrder.Last(known?.Last, Date(bucket.Aggregations!.GetMax(UseBodies.Last)!.Value, precision)));
    }

    /// <param name="time">Milliseconds since 1970; null or infinite where no statement has a date.</param>
    private static IssueDate? Date(double? time, DatePrecision precision) => time is { } known && double.IsFinite(known)
        ? IssueDate.Around(
            DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds((long)known).UtcDateTime), precision)
        : null;
}
