using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.Core.MSearch;
using Elastic.Clients.Elasticsearch.Core.Search;
using Elastic.Clients.Elasticsearch.QueryDsl;
using Search.Archive.Searching;
using Search.Elasticsearch.Queries;
using Direction = Elastic.Clients.Elasticsearch.SortOrder;

namespace Search.Elasticsearch.Searching;

/// <summary>The bodies of the searches that answer a page, and of those beside it.</summary>
internal static class SearchBodyWriter
{
    /// <summary>What documents have for searching and comparing only.</summary>
    private static readonly string[] s_derived =
    [
        Fields.TextHash, Fields.CountryMasks, Fields.CountryKinds, Fields.Countries, Fields.IssuedMonth, Fields.CapturedDay, Fields.Prints,
    ];

    /// <summary>
    /// The hits and the counts of a page; one body where it has one of them only. Apart, hits need be scored only as far as they
    /// may be among the first, counts need no scores, both are worked on at once, and Elasticsearch keeps the counts for the pages
    /// that follow.
    /// </summary>
    public static IReadOnlyList<MultisearchBody> WritePage(SearchRequest request) =>
        request.Size == 0 ? [WriteCounts(request)]
        : request is { Facets: [], Histogram: false } ? [WriteHits(request, total: true)]
        : [WriteHits(request, total: false), WriteCounts(request)];

    /// <param name="request">The page's.</param>
    /// <param name="total">Whether nothing else counts the hits.</param>
    public static MultisearchBody WriteHits(SearchRequest request, bool total) => new()
    {
        Size = request.Size + 1, // one more tells whether there is a next page
        TrackTotalHits = total,
        Timeout = Timeout(request.Budget),
        Source = HitSource(),
        Query = Within(request, FilterPlan.Create(request.Filters, [], histogram: false)),
        Sort = Sort(request.Sort),
        SearchAfter = request.After is { } after ? CursorKeys.Read(after, request.Sort) : null,
    };

    public static MultisearchBody WriteCounts(SearchRequest request)
    {
        var plan = FilterPlan.Create(request.Filters, request.Facets, request.Histogram);
        return new MultisearchBody
        {
            Size = 0,
            TrackTotalHits = true,
            Timeout = Timeout(request.Budget),
            Query = Within(request, plan),
            PostFilter = plan.PostFilter,
            Aggregations = PageAggregations.Write(request, plan) is { Count: > 0 } aggregations ? aggregations : null,
        };
    }

    /// <summary>What the answer to the page's request shows to be needed besides.</summary>
    public static MultisearchBody WriteRest(SearchRequest request, PageRest rest)
    {
        var plan = FilterPlan.Create(request.Filters, request.Facets, request.Histogram);
        return new MultisearchBody
        {
            Size = 0,
            TrackTotalHits = false,
            Timeout = Timeout(request.Budget),
            Query = Within(request, plan),
            Aggregations = PageAggregations.WriteRest(request, plan, rest),
        };
    }

    /// <summary>How many statements match, and nothing else.</summary>
    public static MultisearchBody WriteCount(SearchRequest request) => WriteCounts(request with { Facets = [], Histogram = false });

    /// <summary>One facet's values, all of them: prefixes are compared folded, which Elasticsearch would not do.</summary>
    public static MultisearchBody WriteFacet(FacetRequest request) =>
        WriteCounts(request.Search with { Facets = [new FacetSelection(request.Facet)], Histogram = false });

    public static SortOptions[] Sort(SortOrder order)
    {
        SortOptions issued = new FieldSort(order == SortOrder.Received ? Fields.Received : Fields.Issued)
        {
            Order = order == SortOrder.Oldest ? Direction.Asc : Direction.Desc,
            Missing = "_last",
        };
        SortOptions id = new FieldSort(Fields.Id) { Order = Direction.Asc };
        return order == SortOrder.Relevance
            ? [new SortOptions { Score = new ScoreSort { Order = Direction.Desc } }, issued, id]
            : [issued, id];
    }

    /// <summary>What an excerpt is made of.</summary>
    public static SourceFilter HitSource() => Without([Fields.Versions, .. s_derived, Fields.ContentHash]);

    /// <summary>What a statement is made of that is shown whole: its versions and all their content hashes too.</summary>
    public static SourceFilter WholeSource() => Without(s_derived);

    /// <summary>What a statement is made of that is compared with others, with its content hash.</summary>
    public static SourceFilter SoundSource() => Without([Fields.Versions, .. s_derived]);

    private static SourceFilter Without(string[] fields) => new() { Excludes = fields };

    /// <summary>In tenths of a second, so that what is left of the same time is the same body, which Elasticsearch may know.</summary>
    public static string Timeout(TimeSpan budget) => $"{(long)Math.Ceiling(budget.TotalMilliseconds / 100) * 100}ms";

    /// <summary>The query with the filters that everything on the page obeys.</summary>
    private static Query Within(SearchRequest request, FilterPlan plan)
    {
        var query = MatchQueryWriter.Write(request.Query, request.Filters.CountryKinds);
        return plan.Early.Count == 0 ? query : Combined.Bool(must: [query], filter: plan.Early, mustNot: []);
    }
}
