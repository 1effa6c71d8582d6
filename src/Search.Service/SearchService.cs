using System.Globalization;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Queries;
using Search.Service.Assistance;
using Search.Service.Requests;
using Search.Service.Responses;

namespace Search.Service;

/// <summary>Runs searches on an engine and writes their answers. One instance serves everybody.</summary>
public sealed class SearchService(ISearchEngine engine, TimeProvider time)
{
    private readonly RelatedSearches _related = new(engine);

    /// <summary>What relative dates of a query count from.</summary>
    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>
    /// The page, and beside it what helps to judge it: counts at each level of likeness, other searches, and without hits
    /// what the archive holds. What is beside the page is left out, and the page marked partial, when it takes longer than
    /// the page may or is too costly.
    /// </summary>
    public async Task<SearchPageResponse> SearchAsync(SearchCall call, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        using var patience = new CancellationTokenSource(call.Request.Budget, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);

        // An embedded engine works on the thread that calls it: counting has one of its own, or it would begin after the page.
        var counting = Task.Run(() => WithinAsync(patience, () => _related.CountAsync(call, linked.Token), RelatedCounts.None), CancellationToken.None);
        var paging = engine.SearchAsync(call.Request, cancellationToken);
        await Task.WhenAll(paging, counting);
        var (page, counts) = (await paging, await counting);
        var coverage = page.Total > 0 ? null : await WithinAsync(patience, () => _related.CoverageAsync(call, linked.Token), null);
        var spelling = await WithinAsync(patience, () => _related.SpellingAsync(call, page.Total, linked.Token), []);
        var complete = page.Complete && !patience.IsCancellationRequested;
        return new SearchPageResponse(
            new QueryResponse(call.Text, QueryExplainer.Explain(call.Query, call.Meaning), [.. spelling, .. counts.Also]),
            new TotalResponse(page.Total, page.Complete),
            [.. page.Hits.Select(hit => ResponseWriter.Hit(hit, call.Request.Filters.CountryKinds))],
            [.. page.Facets.Select(facet => ResponseWriter.Facet(facet, call.Request.Filters[facet.Name]))],
            [.. (page.Histogram?.Buckets ?? []).Select(bucket => new HistogramBucketResponse(bucket.From, bucket.To, bucket.Count))],
            counts.Ladder,
            coverage,
            page.Next is null ? null : CursorText.Write(page.Next, SearchFingerprint.Of(call)),
            (int)Math.Ceiling(time.GetElapsedTime(started).TotalMilliseconds),
            Partial: !complete);
    }

    public async Task<FacetPageResponse> FacetAsync(FacetCall call, CancellationToken cancellationToken)
    {
        var request = call.Request;
        var facet = await engine.FacetAsync(request, cancellationToken);

        // The engine's count of others includes the values of the pages before.
        var rest = facet.Values.Count == 0 ? 0 : Math.Max(0, facet.Other - request.Offset);
        var end = request.Offset + facet.Values.Count;
        return new FacetPageResponse(
            facet.Name.ToValue(),
            ResponseWriter.FacetValues(facet, request.Search.Filters[facet.Name]),
            rest,
            facet.Missing,
            rest > 0 ? CursorText.Write(new SearchCursor(end.ToString(CultureInfo.InvariantCulture), []), SearchFingerprint.Of(call)) : null);
    }

    private static async Task<T> WithinAsync<T>(CancellationTokenSource patience, Func<Task<T>> work, T otherwise)
    {
        try
        {
            return await work();
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return otherwise;
        }
        catch (QueryTooCostlyException)
        {
            // What is beside the page may be dearer than the page, and must not cost the reader that.
            await patience.CancelAsync();
            return otherwise;
        }
    }
}
