using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.Aggregations;
using Elastic.Clients.Elasticsearch.QueryDsl;
using Search.Archive.Searching;
using Search.Core.Countries;
using Search.Core.Statements;
using Search.Elasticsearch.Answers;
using Search.Elasticsearch.Documents;
using Search.Elasticsearch.Queries;

namespace Search.Elasticsearch.Searching;

/// <summary>
/// Facets and histogram as aggregations. What belongs to a facet stands under its name where it has a filter of its own,
/// else beside the others, where Elasticsearch counts faster; the parts' names are the same in both places.
/// </summary>
internal static class PageAggregations
{
    public const string Histogram = "histogram";

    /// <summary>More distinct values than nearly any facet has; a list of masks is folded, so it must be whole.</summary>
    public const int AllValues = 10_000;

    /// <summary>As many as a cluster gives in one answer: it refuses more (<c>search.max_buckets</c>), and so leaves none out.</summary>
    private const int AllMonths = 65_536;

    public static Dictionary<string, Aggregation> Write(SearchRequest request, FilterPlan plan)
    {
        var aggregations = new Dictionary<string, Aggregation>();
        foreach (var facet in request.Facets.Select(selection => selection.Facet))
        {
            var name = FilterPlan.NameOf(facet);
            Add(aggregations, name, plan.Others(name), Facet(facet, plan.KnowsTotal(name), request.Filters.CountryKinds));
        }

        if (request.Histogram)
        {
            Add(aggregations, Histogram, plan.Others(Histogram), Months(plan.KnowsTotal(Histogram)));
        }

        return aggregations;
    }

    /// <summary>What only the answer to the others shows to be needed, in their places.</summary>
    public static Dictionary<string, Aggregation> WriteRest(SearchRequest request, FilterPlan plan, PageRest rest)
    {
        var aggregations = new Dictionary<string, Aggregation>();
        foreach (var facet in rest.CutFacets)
        {
            var name = FilterPlan.NameOf(facet);
            Add(aggregations, name, plan.Others(name), CutFacet(facet, request.Filters));
        }

        if (rest.Days)
        {
            Add(aggregations, Histogram, plan.Others(Histogram), new() { [Values(Histogram)] = ByDay() });
        }

        return aggregations;
    }

    public static string Values(string name) => name + "_values";

    public static string Chosen(string name) => name + "_chosen";

    public static string Distinct(string name) => name + "_distinct";

    public static string Missing(string name) => name + "_missing";

    /// <summary>How many statements of those that an aggregation looks at are not among the counted.</summary>
    public static long Without(SearchAnswer answer, string name, long counted)
    {
        var filtered = answer.Parts.Find(name);
        return (filtered?.Parts ?? answer.Parts).Find(Missing(name)) is { } missing
            ? missing.Count
            : Math.Max(0, (filtered?.Count ?? answer.Total) - counted);
    }

    private static void Add(
        Dictionary<string, Aggregation> aggregations, string name, Query? filter, Dictionary<string, Aggregation> parts)
    {
        if (filter is not null)
        {
            aggregations[name] = new Aggregation { Filter = filter, Aggregations = parts };
            return;
        }

        foreach (var (part, content) in parts)
        {
            aggregations[part] = content;
        }
    }

    /// <summary>
    /// All values: most facets have few, and counting some hundreds is cheaper than telling how many there are beside the first ten.
    /// Statements without one are counted among the values, or are what is left of the total where each has one value at most.
    /// </summary>
    private static Dictionary<string, Aggregation> Facet(FacetName facet, bool knowsTotal, MentionKinds countryKinds)
    {
        var name = FilterPlan.NameOf(facet);
        var parts = new Dictionary<string, Aggregation> { [Values(name)] = Terms(FacetFields.Counted(facet, countryKinds), AllValues) };
        var countsMasks = FacetFields.CountsMasks(facet, countryKinds);
        if (countsMasks || (!knowsTotal && !FacetFields.CountsNone(facet, countryKinds)))
        {
            parts[Missing(name)] = countsMasks
                ? new Aggregation { Filter = FilterWriter.HasValue(facet, null, countryKinds) }
                : new MissingAggregation { Field = FacetFields.Of(facet) };
        }

        return parts;
    }

    /// <summary>Of a facet with more values than are listed, how many they are, and those that must be shown.</summary>
    private static Dictionary<string, Aggregation> CutFacet(FacetName facet, SearchFilters filters)
    {
        var (name, field) = (FilterPlan.NameOf(facet), FacetFields.Of(facet));
        var parts = new Dictionary<string, Aggregation>
        {
            [Distinct(name)] = new CardinalityAggregation { Field = field, PrecisionThreshold = 40_000 },
        };
        var chosen = filters[facet].ValuesOf(facet).ToArray();
        if (chosen.Length > 0)
        {
            var terms = Terms(field, chosen.Length);
            terms.Include = new TermsInclude(chosen);
            parts[Chosen(name)] = terms;
        }

        return parts;
    }

    private static Dictionary<string, Aggregation> Months(bool knowsTotal)
    {
        var parts = new Dictionary<string, Aggregation> { [Values(Histogram)] = Terms(Fields.IssuedMonth, AllMonths) };
        if (!knowsTotal)
        {
            parts[Missing(Histogram)] = new MissingAggregation { Field = Fields.Issued };
        }

        return parts;
    }

    private static DateHistogramAggregation ByDay() =>
        new() { Field = Fields.Issued, FixedInterval = new Duration("1d"), MinDocCount = 1 };

    /// <summary>Several parts of an index each name their best values: a thousand from each makes the sum of small facets exact.</summary>
    private static TermsAggregation Terms(string field, int size) =>
        new() { Field = field, Size = size, ShardSize = Math.Max(size, 1000) };
}
