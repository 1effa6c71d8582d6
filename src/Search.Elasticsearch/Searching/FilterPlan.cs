using Elastic.Clients.Elasticsearch.QueryDsl;
using Search.Archive.Searching;
using Search.Core.Statements;
using Search.Elasticsearch.Queries;

namespace Search.Elasticsearch.Searching;

/// <summary>
/// Which filter goes where. A facet is counted without its own filter and the histogram without that on dates; so a
/// filter that one of them must not see stands after the query (post_filter) and in the aggregations of all others.
/// </summary>
internal sealed class FilterPlan
{
    private readonly Dictionary<string, Query> _late = [];

    private FilterPlan()
    {
    }

    /// <summary>Filters that everything on the page obeys.</summary>
    public List<Query> Early { get; } = [];

    /// <summary>What hits obey in addition; null when nothing.</summary>
    public Query? PostFilter => _late.Count == 0 ? null : Combined.AllOf([.. _late.Values]);

    public static FilterPlan Create(SearchFilters filters, IReadOnlyList<FacetSelection> facets, bool histogram)
    {
        var plan = new FilterPlan();
        foreach (var facet in Enum.GetValues<FacetName>())
        {
            plan.Add(NameOf(facet), FilterWriter.Facet(facet, filters[facet], filters.CountryKinds),
                facets.Any(shown => shown.Facet == facet));
        }

        plan.Early.AddRange(FilterWriter.Captures(filters.Captures));
        plan.Add(PageAggregations.Histogram, FilterWriter.Dates(filters), histogram);
        return plan;
    }

    /// <summary>What an aggregation obeys in addition to the query and the early filters; null when nothing.</summary>
    /// <param name="aggregation">The one whose own filter does not count.</param>
    public Query? Others(string aggregation)
    {
        var others = _late.Where(filter => filter.Key != aggregation).Select(filter => filter.Value).ToArray();
        return others.Length == 0 ? null : Combined.AllOf(others);
    }

    /// <summary>
    /// Whether the answer tells how many statements an aggregation looks at: its filter counts them, or they are the hits. When
    /// its own filter is the only late one, they are neither.
    /// </summary>
    public bool KnowsTotal(string aggregation) => _late.Count == 0 || _late.Keys.Any(owner => owner != aggregation);

    public static string NameOf(FacetName facet) => facet.ToString().ToLowerInvariant();

    private void Add(string owner, Query? filter, bool counted)
    {
        if (filter is null)
        {
            return;
        }

        if (counted)
        {
            _late.Add(owner, filter);
        }
        else
        {
            Early.Add(filter);
        }
    }
}
