using Elastic.Clients.Elasticsearch.Aggregations;
using Elastic.Clients.Elasticsearch.QueryDsl;
using Search.Archive.Searching;
using Search.Core.Statements;
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

    /// <summary>More distinct values than any facet has; a list of masks is folded, so it must be whole.</summary>
    public const int AllValues = 10_000;

    public static Dictionary<string, Aggregation> Write(SearchRequest request, FilterPlan plan)
    {
        var aggregations = new Dictionary<string, Aggregation>();
        foreach (var selection in request.Facets)
        {
            var name = FilterPlan.NameOf(selection.Facet);
            Add(aggregations, name, plan.Others(name), Facet(name, selection, request.Filters));
        }

        if (request.Histogram)
        {
            Add(aggregations, Histogram, plan.Others(Histogram), Months());
        }

        return aggregations;
    }

    public static string Values(string name) => name + "_values";

    public static string Chosen(string name) => name + "_chosen";

    public static string Distinct(string name) => name + "_distinct";

    public static string Paths(string name) => name + "_paths";

    public static string Missing(string name) => name + "_missing";

    public static string First(string name) => name + "_first";

    public static string Last(string name) => name + "_last";

    /// <summary>The histogram by another interval, in the place where the one by month stood.</summary>
    public static Dictionary<string, Aggregation> Days(FilterPlan plan)
    {
        var aggregations = new Dictionary<string, Aggregation>();
        Add(aggregations, Histogram, plan.Others(Histogram), new() { [Values(Histogram)] = DateHistogram(CalendarInterval.Day) });
        return aggregations;
    }

    /// <summary>How many hits an aggregation of one bucket has.</summary>
    public static long CountOf(AggregateDictionary parts, string name) =>
        parts.TryGetAggregate<MissingAggregate>(name, out var missing) ? missing.DocCount : parts.GetFilter(name)!.DocCount;

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

    private static Dictionary<string, Aggregation> Facet(string name, FacetSelection selection, SearchFilters filters)
    {
        if (FacetFields.CountsMasks(selection.Facet, filters.CountryKinds))
        {
            return new Dictionary<string, Aggregation>
            {
                [Values(name)] = Terms(Fields.CountryMasks, AllValues),
                [Missing(name)] = new Aggregation { Filter = FilterWriter.HasValue(selection.Facet, null, filters.CountryKinds) },
            };
        }

        var field = FacetFields.Of(selection.Facet);
        var parts = new Dictionary<string, Aggregation>
        {
            [Values(name)] = Terms(field, Math.Max(1, selection.Size)),
            [Distinct(name)] = new CardinalityAggregation { Field = field, PrecisionThreshold = 40_000 },
            [Missing(name)] = new MissingAggregation { Field = field },
        };
        if (selection.Facet == FacetName.Issuer)
        {
            parts[Paths(name)] = Terms(Fields.IssuerPath, AllValues);
        }

        var chosen = filters[selection.Facet].ValuesOf(selection.Facet).ToArray();
        if (chosen.Length > 0)
        {
            var terms = Terms(field, chosen.Length);
            terms.Include = new TermsInclude(chosen);
            parts[Chosen(name)] = terms;
        }

        return parts;
    }

    private static Dictionary<string, Aggregation> Months() => new()
    {
        [Values(Histogram)] = DateHistogram(CalendarInterval.Month),
        [First(Histogram)] = new MinAggregation { Field = Fields.Issued },
        [Last(Histogram)] = new MaxAggregation { Field = Fields.Issued },
        [Missing(Histogram)] = new MissingAggregation { Field = Fields.Issued },
    };

    private static DateHistogramAggregation DateHistogram(CalendarInterval interval) =>
        new() { Field = Fields.Issued, CalendarInterval = interval, MinDocCount = 1 };

    /// <summary>Several parts of an index each name their best values: a thousand from each makes the sum of small facets exact.</summary>
    private static TermsAggregation Terms(string field, int size) =>
        new() { Field = field, Size = size, ShardSize = Math.Max(size, 1000) };
}
