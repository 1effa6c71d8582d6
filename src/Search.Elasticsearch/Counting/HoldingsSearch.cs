using Elastic.Clients.Elasticsearch.Aggregations;
using Elastic.Clients.Elasticsearch.Core.MSearch;
using Search.Archive.Counting;
using Search.Archive.Matching;
using Search.Core.Statements;
using Search.Elasticsearch.Documents;
using Search.Elasticsearch.Searching;

namespace Search.Elasticsearch.Counting;

/// <summary>Counts what an archive holds by source or issuer and date: every combination there is, page after page.</summary>
internal sealed class HoldingsSearch(ArchiveSearches searches)
{
    private const string Value = "value";
    private const string Date = "date";

    public async Task<IReadOnlyList<Holdings>> CountAsync(HoldingsRequest request, CancellationToken cancellationToken)
    {
        DatePrecision?[] parts = request.Dates ? [.. UseBodies.Precisions] : [null];
        MultisearchBody[] bodies =
        [
            .. parts.Select(precision => Body(request, precision)),
            .. request.Captures ? [CaptureBody(request)] : Array.Empty<MultisearchBody>(),
        ];
        var answers = await searches.SendManyAsync(bodies, null, request.Budget, cancellationToken);
        var buckets = await CompositePages.ReadAsync(searches, bodies, answers, request.Budget, cancellationToken);
        var captures = buckets.Skip(parts.Length).SelectMany(body => body).ToDictionary(
            bucket => bucket.Key[Value].Value as string ?? string.Empty, Captures, StringComparer.Ordinal);
        var counts = parts.Zip(buckets).SelectMany(part => part.Second.Select(bucket => (
            Value: bucket.Key[Value].Value as string,
            Date: part.First is { } precision ? UseReader.DateOf(bucket.Key[Date], precision) : null,
            Count: bucket.DocCount)));
        return
        [
            .. counts.GroupBy(count => count.Value, StringComparer.Ordinal).Select(value => new Holdings(
                value.Key,
                value.Sum(count => count.Count),
                UseOrder.Sorted(value.Where(count => count.Date is not null)
                    .Select(count => KeyValuePair.Create(count.Date!.Value, count.Count))))
            {
                Captures = captures.GetValueOrDefault(value.Key ?? string.Empty),
            }),
        ];
    }

    /// <summary>Between which days each value's statements were captured.</summary>
    public static MultisearchBody CaptureBody(HoldingsRequest request)
    {
        var body = UseBodies.Matching(new EverythingMatch(), request.Filters, request.Budget, []);
        body.Aggregations = new Dictionary<string, Aggregation>
        {
            [CompositePages.Name] = new Aggregation
            {
                Composite = CompositePages.Aggregation(ByValue(request)),
                Aggregations = new Dictionary<string, Aggregation>
                {
                    [UseBodies.First] = new MinAggregation { Field = Fields.CapturedDay },
                    [UseBodies.Last] = new MaxAggregation { Field = Fields.CapturedDay },
                },
            },
        };
        return body;
    }

    /// <summary>The statements of each value with a date of one precision, by date; with null all of them, by value only.</summary>
    public static MultisearchBody Body(HoldingsRequest request, DatePrecision? precision)
    {
        var body = UseBodies.Matching(
            new EverythingMatch(), request.Filters, request.Budget, precision is { } known ? [UseBodies.IsOf(known)] : []);
        KeyValuePair<string, CompositeAggregationSource>[] sources = precision is { } exact
            ? [ByValue(request), ByDate(exact)]
            : [ByValue(request)];
        body.Aggregations = new Dictionary<string, Aggregation> { [CompositePages.Name] = CompositePages.Aggregation(sources) };
        return body;
    }

    private static KeyValuePair<string, CompositeAggregationSource> ByDate(DatePrecision precision) => new(
        Date,
        new CompositeDateHistogramAggregation
        {
            Field = Fields.Issued,
            CalendarInterval = DatePrecisions.Write(precision) ?? "day",
            MissingBucket = true,
        });

    private static KeyValuePair<string, CompositeAggregationSource> ByValue(HoldingsRequest request) =>
        new(Value, new CompositeTermsAggregation { Field = FacetFields.Of(request.By), MissingBucket = true });

    private static CaptureSpan? Captures(CompositeBucket bucket) =>
        bucket.Aggregations!.GetMin(UseBodies.First)!.Value is { } first && bucket.Aggregations.GetMax(UseBodies.Last)!.Value is { } last
            ? new CaptureSpan(Day(first), Day(last))
            : null;

    /// <param name="time">Milliseconds since 1970.</param>
    private static DateOnly Day(double time) =>
        DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds((long)time).UtcDateTime);
}
