using System.Text.Json.Nodes;
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

    public static JsonObject Write(SearchRequest request, FilterPlan plan)
    {
        var aggregations = new JsonObject();
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
    public static JsonObject Days(FilterPlan plan)
    {
        var aggregations = new JsonObject();
        Add(aggregations, Histogram, plan.Others(Histogram), new JsonObject { [Values(Histogram)] = DateHistogram("day") });
        return aggregations;
    }

    private static void Add(JsonObject aggregations, string name, JsonObject? filter, JsonObject parts)
    {
        if (filter is not null)
        {
            aggregations[name] = new JsonObject { ["filter"] = filter, ["aggs"] = parts };
            return;
        }

        foreach (var (part, content) in parts)
        {
            aggregations[part] = content!.DeepClone();
        }
    }

    private static JsonObject Facet(string name, FacetSelection selection, SearchFilters filters)
    {
        if (FacetFields.CountsMasks(selection.Facet, filters.CountryKinds))
        {
            return new JsonObject
            {
                [Values(name)] = Terms(Fields.CountryMasks, AllValues),
                [Missing(name)] = new JsonObject { ["filter"] = FilterWriter.HasValue(selection.Facet, null, filters.CountryKinds) },
            };
        }

        var field = FacetFields.Of(selection.Facet);
        var parts = new JsonObject
        {
            [Values(name)] = Terms(field, Math.Max(1, selection.Size)),
            [Distinct(name)] = new JsonObject { ["cardinality"] = new JsonObject { ["field"] = field, ["precision_threshold"] = 40_000 } },
            [Missing(name)] = new JsonObject { ["missing"] = new JsonObject { ["field"] = field } },
        };
        if (selection.Facet == FacetName.Issuer)
        {
            parts[Paths(name)] = Terms(Fields.IssuerPath, AllValues);
        }

        var chosen = filters[selection.Facet].ValuesOf(selection.Facet).ToArray();
        if (chosen.Length > 0)
        {
            var terms = Terms(field, chosen.Length);
            terms["terms"]!["include"] = QueryJson.Array(chosen.Select(value => (JsonNode)value));
            parts[Chosen(name)] = terms;
        }

        return parts;
    }

    private static JsonObject Months() => new()
    {
        [Values(Histogram)] = DateHistogram("month"),
        [First(Histogram)] = new JsonObject { ["min"] = new JsonObject { ["field"] = Fields.Issued } },
        [Last(Histogram)] = new JsonObject { ["max"] = new JsonObject { ["field"] = Fields.Issued } },
        [Missing(Histogram)] = new JsonObject { ["missing"] = new JsonObject { ["field"] = Fields.Issued } },
    };

    private static JsonObject DateHistogram(string interval) => new()
    {
        ["date_histogram"] = new JsonObject { ["field"] = Fields.Issued, ["calendar_interval"] = interval, ["min_doc_count"] = 1 },
    };

    /// <summary>Several parts of an index each name their best values: a thousand from each makes the sum of small facets exact.</summary>
    private static JsonObject Terms(string field, int size) => new()
    {
        ["terms"] = new JsonObject { ["field"] = field, ["size"] = size, ["shard_size"] = Math.Max(size, 1000) },
    };
}
