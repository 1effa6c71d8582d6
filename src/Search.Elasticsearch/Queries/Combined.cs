using Elastic.Clients.Elasticsearch.QueryDsl;

namespace Search.Elasticsearch.Queries;

/// <summary>Queries put together from others, in the plainest shape that says it.</summary>
internal static class Combined
{
    public static Query Everything() => new MatchAllQuery();

    public static Query Nothing() => new MatchNoneQuery();

    public static Query Not(Query query) => new BoolQuery { MustNot = [query] };

    public static Query AnyOf(IReadOnlyList<Query> queries) => queries switch
    {
        [] => Nothing(),
        [{ } single] => single,
        _ => new BoolQuery { Should = [.. queries], MinimumShouldMatch = 1 },
    };

    /// <summary>All of these, without an influence on the score.</summary>
    public static Query AllOf(IReadOnlyList<Query> filters) => filters switch
    {
        [] => Everything(),
        [{ } single] => single,
        _ => new BoolQuery { Filter = [.. filters] },
    };

    /// <summary>A list that is empty is left out.</summary>
    public static Query Bool(IReadOnlyList<Query> must, IReadOnlyList<Query> filter, IReadOnlyList<Query> mustNot) => new BoolQuery
    {
        Must = OrNone(must),
        Filter = OrNone(filter),
        MustNot = OrNone(mustNot),
    };

    private static Query[]? OrNone(IReadOnlyList<Query> queries) => queries.Count == 0 ? null : [.. queries];
}
