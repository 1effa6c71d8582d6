using Search.Core.Statements;

namespace Search.Archive.Searching;

/// <summary>The meaning of <see cref="SearchFilters"/>, which engines are tested against.</summary>
public static class FilterEvaluator
{
    private static readonly FacetName[] s_facets = Enum.GetValues<FacetName>();

    /// <param name="except">A facet whose own filter is left out, as its counts want it; null for none.</param>
    /// <param name="exceptDates">Whether the range of dates is left out, as the histogram wants it.</param>
    public static bool Admits(SearchFilters filters, Statement statement, FacetName? except = null, bool exceptDates = false) =>
        (exceptDates || AdmitsDate(filters, statement.Issued))
        && filters.Captures.Admits(statement)
        && s_facets.All(facet => facet == except
            || Admits(filters[facet], ValuesOf(statement, facet, filters)));

    /// <param name="filter">One facet's.</param>
    /// <param name="values">What the statement has of the facet; empty for none.</param>
    public static bool Admits(FacetFilter filter, IReadOnlyList<string> values) =>
        (filter.Included.Count == 0
            || (filter.All ? filter.Included.All(value => Has(values, value)) : filter.Included.Any(value => Has(values, value))))
        && !filter.Excluded.Any(value => Has(values, value));

    /// <summary>What a filter may name: the facet's values, and of an issuer the groups it is in.</summary>
    private static IReadOnlyList<string> ValuesOf(Statement statement, FacetName facet, SearchFilters filters) =>
        facet == FacetName.Issuer && statement.Issuer is { } issuer
            ? IssuerGroups.ValuesOf(IssuerGroups.PathOf(issuer))
            : FacetValues.Of(statement, facet, filters.CountryKinds);

    private static bool Has(IReadOnlyList<string> values, string? value) => value is null ? values.Count == 0 : values.Contains(value);

    private static bool AdmitsDate(SearchFilters filters, IssueDate? issued) =>
        (filters.From is null && filters.To is null)
        || issued?.Touches(filters.From, filters.To) == true;
}
