using System.Globalization;
using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.QueryDsl;
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
    public static Query? Facet(FacetName facet, FacetFilter filter, MentionKinds countryKinds)
    {
        if (filter.IsUnrestricted)
        {
            return null;
        }

        Query[] included = filter.Included.Count == 0 ? []
            : filter.All ? [.. filter.Included.Select(value => AnyValue(facet, [value], countryKinds))]
            : [AnyValue(facet, filter.Included, countryKinds)];
        Query[] excluded = filter.Excluded.Count == 0 ? [] : [AnyValue(facet, filter.Excluded, countryKinds)];
        return excluded.Length == 0 && included.Length == 1 ? included[0] : Combined.Bool(must: [], filter: included, mustNot: excluded);
    }

    /// <summary>The filter on dates; null when there is none.</summary>
    public static Query? Dates(SearchFilters filters) =>
        filters is { From: null, To: null } ? null : Issued(filters.From, filters.To);

    /// <summary>The filter on captures, part by part; empty when there is none.</summary>
    public static IEnumerable<Query> Captures(CaptureFilter filter)
    {
        if (filter.Changed is { } changed)
        {
            yield return Either(changed, new UntypedRangeQuery(Fields.VersionCount) { Gt = 0 });
        }

        if (filter.Missing is { } missing)
        {
            yield return Either(missing, new ExistsQuery(Fields.Missing));
        }

        if (filter is not { From: null, To: null })
        {
            yield return new UntypedRangeQuery(Fields.CapturedDay)
            {
                Gte = filter.From is { } from ? Day(from) : null,
                Lte = filter.To is { } to ? Day(to) : null,
            };
        }

        if (filter.AsOf is { } day)
        {
            yield return new UntypedRangeQuery(Fields.Received) { Lte = $"{Day(day)}T23:59:59Z" };
        }
    }

    private static Query Either(bool wanted, Query query) => wanted ? query : Combined.Not(query);

    /// <summary>Dates that are days of the range, or months and years that have some.</summary>
    public static Query Issued(DateOnly? from, DateOnly? to)
    {
        var within = new UntypedRangeQuery(Fields.Issued)
        {
            Gte = from is { } first ? Day(first) : null,
            Lte = to is { } last ? Day(last) : null,
        };
        return from is null || from > to ? within : Combined.AnyOf([within, .. ReachingInto(from.Value)]);
    }

    /// <summary>A month or year that begins before a day and ends on it or later.</summary>
    private static IEnumerable<Query> ReachingInto(DateOnly day) =>
        from precision in DatePrecisions.LessExact
        let start = IssueDate.StartOf(day, precision)
        where start < day
        select Combined.AllOf(
        [
            LessExact(precision), new UntypedRangeQuery(Fields.Issued) { Gte = Day(start), Lt = Day(day) },
        ]);

    /// <summary>Statements that bear a month or year only.</summary>
    public static Query LessExact(DatePrecision precision) => new TermQuery(Fields.IssuedPrecision, DatePrecisions.Write(precision)!);

    /// <summary>Statements whose date begins on the day on which another does.</summary>
    public static Query FirstDay(IssueDate date) => new UntypedRangeQuery(Fields.Issued) { Gte = Day(date.First), Lte = Day(date.First) };

    /// <summary>Statements with one value of a facet; with null, those that have none.</summary>
    public static Query HasValue(FacetName facet, string? value, MentionKinds countryKinds) =>
        value is null ? HasNone(facet, countryKinds)
        : facet == FacetName.Issuer && IssuerGroups.IsGroup(value) ? Group(value)
        : HasOneOf(facet, [value], countryKinds);

    private static Query Group(string value) => new PrefixQuery(Fields.IssuerPath, value);

    private static Query AnyValue(FacetName facet, EquatableList<string?> values, MentionKinds countryKinds)
    {
        string[] groups = facet == FacetName.Issuer ? [.. values.OfType<string>().Where(IssuerGroups.IsGroup)] : [];
        var named = values.OfType<string>().Except(groups, StringComparer.Ordinal).ToArray();
        var queries = new List<Query>();
        if (named.Length > 0)
        {
            queries.Add(HasOneOf(facet, named, countryKinds));
        }

        queries.AddRange(groups.Select(Group));

        if (values.Contains(null))
        {
            queries.Add(HasValue(facet, null, countryKinds));
        }

        return Combined.AnyOf(queries);
    }

    private static Query HasOneOf(FacetName facet, IReadOnlyList<string> values, MentionKinds countryKinds) =>
        FacetFields.CountsMasks(facet, countryKinds)
            ? Terms(Fields.CountryMasks, values.SelectMany(value => CountryMasks.Matching(value, countryKinds)))
            : values.Count == 1 ? new TermQuery(FacetFields.Of(facet), values[0]) : Terms(FacetFields.Of(facet), values);

    private static Query HasNone(FacetName facet, MentionKinds countryKinds) =>
        FacetFields.CountsNone(facet, countryKinds) ? new TermQuery(FacetFields.Of(facet), FacetFields.NoCountry)
        : FacetFields.CountsMasks(facet, countryKinds) ? Combined.Not(Terms(Fields.CountryKinds, CountryMasks.Kinds(countryKinds)))
        : Combined.Not(new ExistsQuery(FacetFields.Of(facet)));

    private static Query Terms(string field, IEnumerable<string> values) =>
        new TermsQuery(field, new TermsQueryField([.. values.Select(value => (FieldValue)value)]));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
