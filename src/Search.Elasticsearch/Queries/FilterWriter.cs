using System.Globalization;
using System.Text.Json.Nodes;
using Search.Archive.Searching;
using Search.Core;
using Search.Core.Countries;
using Search.Core.Statements;
using Search.Elasticsearch.Documents;

namespace Search.Elasticsearch.Queries;

/// <summary>Filters beside the query, as queries that do not score.</summary>
internal static class FilterWriter
{
    /// <summary>A facet's filter; null when it narrows nothing.</summary>
    public static JsonObject? Facet(FacetName facet, FacetFilter filter, MentionKinds countryKinds)
    {
        if (filter.IsUnrestricted)
        {
            return null;
        }

        JsonObject[] included = filter.Included.Count == 0 ? [] : [AnyValue(facet, filter.Included, countryKinds)];
        JsonObject[] excluded = filter.Excluded.Count == 0 ? [] : [AnyValue(facet, filter.Excluded, countryKinds)];
        return excluded.Length == 0 ? included[0] : QueryJson.Bool(filter: included, mustNot: excluded);
    }

    /// <summary>The filter on dates; null when there is none.</summary>
    public static JsonObject? Dates(SearchFilters filters) =>
        filters is { From: null, To: null } ? null : Issued(filters.From, filters.To);

    public static JsonObject Issued(DateOnly? from, DateOnly? to)
    {
        var range = new JsonObject();
        if (from is { } first)
        {
            range["gte"] = Day(first);
        }

        if (to is { } last)
        {
            range["lte"] = Day(last);
        }

        return new JsonObject { ["range"] = new JsonObject { [Fields.Issued] = range } };
    }

    /// <summary>Statements with one value of a facet; with null, those that have none.</summary>
    public static JsonObject HasValue(FacetName facet, string? value, MentionKinds countryKinds) =>
        value is null ? QueryJson.Not(HasAny(facet, countryKinds))
        : facet == FacetName.Issuer && IssuerGroups.IsGroup(value) ? Group(value)
        : HasOneOf(facet, [value], countryKinds);

    private static JsonObject Group(string value) => new() { ["prefix"] = new JsonObject { [Fields.IssuerPath] = value } };

    private static JsonObject AnyValue(FacetName facet, EquatableList<string?> values, MentionKinds countryKinds)
    {
        string[] groups = facet == FacetName.Issuer ? [.. values.OfType<string>().Where(IssuerGroups.IsGroup)] : [];
        var named = values.OfType<string>().Except(groups, StringComparer.Ordinal).ToArray();
        var queries = new List<JsonObject>();
        if (named.Length > 0)
        {
            queries.Add(HasOneOf(facet, named, countryKinds));
        }

        queries.AddRange(groups.Select(Group));

        if (values.Contains(null))
        {
            queries.Add(HasValue(facet, null, countryKinds));
        }

        return QueryJson.AnyOf(queries);
    }

    private static JsonObject HasOneOf(FacetName facet, IReadOnlyList<string> values, MentionKinds countryKinds) =>
        FacetFields.CountsMasks(facet, countryKinds)
            ? QueryJson.Terms(Fields.CountryMasks, values.SelectMany(value => CountryMasks.Matching(value, countryKinds)))
            : values.Count == 1 ? QueryJson.Term(FacetFields.Of(facet), values[0]) : QueryJson.Terms(FacetFields.Of(facet), values);

    private static JsonObject HasAny(FacetName facet, MentionKinds countryKinds) =>
        FacetFields.CountsMasks(facet, countryKinds)
            ? QueryJson.Terms(Fields.CountryKinds, CountryMasks.Kinds(countryKinds))
            : QueryJson.Exists(FacetFields.Of(facet));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
