using Search.Archive.Counting;
using Search.Archive.Fingerprints;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Queries;
using Search.Service.Assistance;
using Search.Service.Neighbours;
using Search.Service.Requests;
using Search.Service.Responses;

namespace Search.Service;

/// <summary>Runs searches on an engine and writes their answers. One instance serves everybody.</summary>
public sealed class SearchService(IStatementSearch engine, IStatementCounting holdings, ISharedPrints prints, TimeProvider time)
{
    private const string CollapsedNote = "All counts are of statements, those not shown included.";

    private readonly SiblingPages _siblings = new(engine, prints);
    private readonly RelatedSearches _related = new(engine);
    private readonly CoverageService _coverage = new(holdings, time);

    /// <summary>What relative dates of a query count from.</summary>
    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>
    /// The page, and beside it what helps to judge it: counts at each level of likeness, other searches, and without hits
    /// what the archive holds. What is beside the page is left out, and the page marked partial, when it takes longer than
    /// the page may or is too costly.
    /// </summary>
    public async Task<SearchPageResponse> SearchAsync(SearchCall call, CancellationToken cancellationToken)
    {
        using var deadline = new AnswerDeadline(call.Request.Budget, time, cancellationToken);

        // The page first: where the engine has one place left, it is the page's.
        var related = RelatedSearches.Find(call);
        var together = related.Queries.All.Count > 0 && engine.CountsBeside(related.Queries);
        var beside = together ? related.Queries : BesideQueries.None;
        var request = SiblingPages.ForEngine(call) with { Budget = deadline.Left, Beside = beside };
        var paging = engine.SearchAsync(request, cancellationToken);
        var counting = deadline.BesideAsync(
            () => together ? CountedAsync(related, paging) : _related.CountAsync(related, request.Filters, deadline.Token),
            RelatedCounts.None);
        var page = await PageAsync(paging, counting, deadline);
        var coverage = page.Total > 0 ? null : await CoverageAsync(call, deadline);
        var spelling = await deadline.BesideAsync(() => _related.SpellingAsync(call, page.Total, deadline.Token), []);
        var counts = await counting;
        var shown = await _siblings.OfAsync(call, page, deadline);
        return new SearchPageResponse(
            new QueryResponse(call.Text, QueryExplainer.Explain(call.Query, call.Meaning), [.. spelling, .. counts.Also]),
            new TotalResponse(page.Total, page.Complete),
            [.. shown.Hits.Select(hit => ResponseWriter.Hit(hit, call.Request) with { Siblings = shown.CountOf(hit) })],
            [.. page.Facets.Select(facet => ResponseWriter.Facet(facet, call.Request.Filters[facet.Name]))],
            [.. (page.Histogram?.Buckets ?? []).Select(bucket => new HistogramBucketResponse(bucket.From, bucket.To, bucket.Count))],
            new HistogramRestResponse(page.Histogram?.Undated ?? 0, page.Histogram?.LessExact ?? 0),
            counts.Ladder(page),
            coverage,
            shown.Next is null ? null : CursorText.Write(shown.Next, SearchFingerprint.Of(call)),
            (int)Math.Ceiling(deadline.Elapsed.TotalMilliseconds),
            Partial: !page.Complete || deadline.HasLeftOut,
            shown.Hidden is { } hidden ? new CollapsedResponse("siblings", hidden, CollapsedNote) : null);
    }

    /// <summary>How many statements a search finds, and nothing else.</summary>
    public async Task<long> CountAsync(SearchCall call, CancellationToken cancellationToken) =>
        (await engine.CountAsync([call.Request.Query], call.Request.Filters, cancellationToken))[0];

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
            rest > 0 ? CursorText.WriteShown(end, SearchFingerprint.Of(call)) : null);
    }

    /// <summary>What the archive holds for the filters and what restricts the query, and the gaps within the time asked for.</summary>
    private async Task<CoverageResponse?> CoverageAsync(SearchCall call, AnswerDeadline deadline)
    {
        var filters = call.Request.Filters;
        var (from, to) = Restrictions.Within((filters.From, filters.To), Restrictions.DatesOf(call.Request.Query));
        filters = filters with { From = from, To = to };
        return await deadline.BesideAsync(() => _related.CoverageAsync(call, deadline.Left, deadline.Token), null) is { } coverage
            ? coverage with
            {
                Gaps = await deadline.BesideAsync(() => _coverage.GapsAsync(filters, deadline.Left, deadline.Token), []),
            }
            : null;
    }

    private static async Task<RelatedCounts> CountedAsync(RelatedQueries related, Task<SearchPage> paging) =>
        (await paging).Beside is { } counts
            ? related.Counted(counts)
            : throw new QueryTooCostlyException("What is counted beside the page did not come with it.");

    /// <summary>What is beside a page that cannot be given is not worth finishing.</summary>
    private static async Task<SearchPage> PageAsync(Task<SearchPage> paging, Task beside, AnswerDeadline deadline)
    {
        try
        {
            return await paging;
        }
        catch
        {
            await deadline.EndAsync();
            await beside.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }
}
