using System.Text.Json.Nodes;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Elasticsearch.Documents;
using Search.Elasticsearch.Queries;

namespace Search.Elasticsearch.Searching;

/// <summary>The body of the one request that answers a page.</summary>
internal static class SearchBodyWriter
{
    /// <summary>What documents have for searching and comparing only.</summary>
    private static readonly string[] s_derived = [Fields.TextHash, Fields.CountryMasks, Fields.CountryKinds, Fields.Countries];

    public static JsonObject Write(SearchRequest request)
    {
        var plan = FilterPlan.Create(request.Filters, request.Facets, request.Histogram);
        var body = new JsonObject
        {
            ["size"] = request.Size == 0 ? 0 : request.Size + 1, // one more tells whether there is a next page
            ["track_total_hits"] = true,
            ["timeout"] = Timeout(request),
            ["_source"] = HitSource(),
            ["query"] = Query(request.Query, request.Filters, plan.Early),
        };
        if (request.Size > 0)
        {
            body["sort"] = Sort(request.Sort);
        }

        if (plan.PostFilter is { } postFilter)
        {
            body["post_filter"] = postFilter;
        }

        if (request.After is { } after)
        {
            body["search_after"] = CursorKeys.Read(after, request.Sort);
        }

        if (PageAggregations.Write(request, plan) is { Count: > 0 } aggregations)
        {
            body["aggs"] = aggregations;
        }

        return body;
    }

    /// <summary>The histogram by day, for hits that lie close together.</summary>
    public static JsonObject WriteDays(SearchRequest request)
    {
        var plan = FilterPlan.Create(request.Filters, request.Facets, request.Histogram);
        return new JsonObject
        {
            ["size"] = 0,
            ["track_total_hits"] = false,
            ["timeout"] = Timeout(request),
            ["query"] = Query(request.Query, request.Filters, plan.Early),
            ["aggs"] = PageAggregations.Days(plan),
        };
    }

    /// <summary>How many statements match, and nothing else.</summary>
    public static JsonObject WriteCount(SearchRequest request)
    {
        var plan = FilterPlan.Create(request.Filters, [], histogram: false);
        return new JsonObject
        {
            ["size"] = 0,
            ["track_total_hits"] = true,
            ["timeout"] = Timeout(request),
            ["query"] = QueryJson.AllOf([Query(request.Query, request.Filters, plan.Early)]),
        };
    }

    /// <summary>One facet's values, all of them: prefixes are compared folded, which Elasticsearch would not do.</summary>
    public static JsonObject WriteFacet(FacetRequest request)
    {
        var search = request.Search with
        {
            Facets = [new FacetSelection(request.Facet, PageAggregations.AllValues)],
            Histogram = false,
            Size = 0,
        };
        var body = Write(search);
        body.Remove("_source");
        body["track_total_hits"] = false;
        return body;
    }

    public static JsonArray Sort(SortOrder order)
    {
        var issued = new JsonObject
        {
            [Fields.Issued] = new JsonObject { ["order"] = order == SortOrder.Oldest ? "asc" : "desc", ["missing"] = "_last" },
        };
        var id = new JsonObject { [Fields.Id] = "asc" };
        return order == SortOrder.Relevance
            ? [new JsonObject { ["_score"] = "desc" }, issued, id]
            : [issued, id];
    }

    /// <summary>What an excerpt is made of.</summary>
    public static JsonObject HitSource() => Without([Fields.Versions, .. s_derived, Fields.ContentHash]);

    /// <summary>What a statement is made of that is shown whole: its versions and all their content hashes too.</summary>
    public static JsonObject WholeSource() => Without(s_derived);

    private static JsonObject Without(string[] fields) => new() { ["excludes"] = QueryJson.Array(fields.Select(field => (JsonNode)field)) };

    private static string Timeout(SearchRequest request) => $"{(long)request.Budget.TotalMilliseconds}ms";

    private static JsonObject Query(MatchNode query, SearchFilters filters, List<JsonObject> early)
    {
        var written = MatchQueryWriter.Write(query, filters.CountryKinds);
        return early.Count == 0 ? written : QueryJson.Bool(must: [written], filter: early);
    }
}
