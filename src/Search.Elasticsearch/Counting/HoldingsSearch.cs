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
        MultisearchBody[] bodies = [.. UseBodies.Precisions.Select(precision => Body(request, precision))];
        var answers = await searches.SendManyAsync(bodies, null, request.Budget, cancellationToken);
        var buckets = await CompositePages.ReadAsync(searches, bodies, answers, request.Budget, cancellationToken);
        var counts = UseBodies.Precisions.Zip(buckets).SelectMany(part => part.Second.Select(bucket => (
            Value: bucket.Key[Value].Value as string, Date: UseReader.DateOf(bucket.Key[Date], part.First), Count: bucket.DocCount)));
        return
        [
            .. counts.GroupBy(count => count.Value, StringComparer.Ordinal).Select(value => new Holdings(
                value.Key,
                value.Sum(count => count.Count),
                UseOrder.Sorted(value.Where(count => count.Date is not null)
                    .Select(count => KeyValuePair.Create(count.Date!.Value, count.Count))))),
        ];
    }

    public static MultisearchBody Body(HoldingsRequest request, DatePrecision precision)
    {
        var body = UseBodies.Matching(new EverythingMatch(), request.Filters, request.Budget, [UseBodies.IsOf(precision)]);
        body.Aggregations = new Dictionary<string, Aggregation>
        {
            [CompositePages.Name] = CompositePages.Aggregation(
                KeyValuePair.Create<string, CompositeAggregationSource>(
                    Value, new CompositeTermsAggregation { Field = FacetFields.Of(request.By), MissingBucket = true }),
                KeyValuePair.Create<string, CompositeAggregationSource>(
                    Date,
                    new CompositeDateHistogramAggregation
                    {
                        Field = Fields.Issued,
                        CalendarInterval = DatePrecisions.Write(precision) ?? "day",
                        MissingBucket = true,
                    })),
        };
        return body;
    }
}
