using System.Globalization;
using Search.Core.Searching;
using Search.Service.Requests;
using Search.Service.Responses;

namespace Search.Service;

/// <summary>Runs searches on an engine and writes their answers. One instance serves everybody.</summary>
public sealed class SearchService(ISearchEngine engine, TimeProvider time)
{
    /// <summary>What relative dates of a query count from.</summary>
    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    public async Task<SearchPageResponse> SearchAsync(SearchCall call, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var page = await engine.SearchAsync(call.Request, cancellationToken);
        return new SearchPageResponse(
            new QueryResponse(call.Text, call.Query.ToString(), []),
            new TotalResponse(page.Total, page.Complete),
            [.. page.Hits.Select(hit => ResponseWriter.Hit(hit, call.Request.Filters.CountryKinds))],
            [.. page.Facets.Select(facet => ResponseWriter.Facet(facet, call.Request.Filters[facet.Name]))],
            [.. (page.Histogram?.Buckets ?? []).Select(bucket => new HistogramBucketResponse(bucket.From, bucket.To, bucket.Count))],
            [],
            null,
            page.Next is null ? null : CursorText.Write(page.Next, SearchFingerprint.Of(call)),
            (int)Math.Ceiling(time.GetElapsedTime(started).TotalMilliseconds),
            Partial: !page.Complete);
    }

    public async Task<FacetPageResponse> FacetAsync(FacetCall call, CancellationToken cancellationToken)
    {
        var request = call.Request;
        var facet = await engine.FacetAsync(request, cancellationToken);
        var end = request.Offset + facet.Values.Count;
        return new FacetPageResponse(
            facet.Name.ToValue(),
            ResponseWriter.FacetValues(facet, request.Search.Filters[facet.Name]),
            facet.Other,
            facet.Missing,
            facet.Other > 0 ? CursorText.Write(new SearchCursor(end.ToString(CultureInfo.InvariantCulture), []), SearchFingerprint.Of(call)) : null);
    }
}
