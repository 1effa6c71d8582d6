using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Core.Statements;

namespace Search.Testing.Engines;

/// <summary>Counts a facet's values over the statements that match a query.</summary>
internal static class FacetCounter
{
    public static FacetCounts Count(SearchFilters filters, FacetSelection selection, IEnumerable<AnalyzedStatement> matches)
    {
        var (counts, missing) = CountValues(filters, selection.Facet, matches);
        var filter = filters[selection.Facet];
        var chosen = filter.ValuesOf(selection.Facet).ToHashSet();
        var shown = counts.Take(selection.Size).Select(value => value.Value).Concat(chosen).ToHashSet();
        var values = counts.Where(value => shown.Contains(value.Value))
            .Concat(chosen.Except(counts.Select(value => value.Value)).Select(value => new FacetValue(value, 0))
                .OrderBy(value => value.Value, StringComparer.Ordinal))
            .ToList();
        var facet = new FacetCounts(selection.Facet, values, counts.Count(value => !shown.Contains(value.Value)), missing);
        return selection.Facet == FacetName.Issuer ? IssuerTree.Over(facet, Paths(filters, matches), selection.Size, filter) : facet;
    }

    private static Dictionary<string, long> Paths(SearchFilters filters, IEnumerable<AnalyzedStatement> matches) => matches
        .Select(match => match.Statement)
        .Where(statement => statement.Issuer is not null && FilterEvaluator.Admits(filters, statement, except: FacetName.Issuer))
        .CountBy(statement => IssuerGroups.PathOf(statement.Issuer!))
        .ToDictionary(path => path.Key, path => (long)path.Value);

    public static FacetCounts Page(FacetRequest request, IEnumerable<AnalyzedStatement> matches)
    {
        var (counts, missing) = CountValues(request.Search.Filters, request.Facet, matches);
        var matcher = new FacetLabelMatcher(request.Prefix);
        var fitting = counts.Where(value => matcher.Matches(request.Facet, value.Value)).ToList();
        var values = fitting.Skip(request.Offset).Take(request.Size).ToList();
        return new FacetCounts(request.Facet, values, fitting.Count - values.Count, missing);
    }

    private static (List<FacetValue> Counts, long Missing) CountValues(
        SearchFilters filters, FacetName facet, IEnumerable<AnalyzedStatement> matches)
    {
        var values = matches.Select(match => match.Statement)
            .Where(statement => FilterEvaluator.Admits(filters, statement, except: facet))
            .Select(statement => FacetValues.Of(statement, facet, filters.CountryKinds))
            .ToList();
        var counts = values.SelectMany(value => value)
            .GroupBy(value => value)
            .Select(group => new FacetValue(group.Key, group.Count()))
            .OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal)
            .ToList();
        return (counts, values.Count(value => value.Count == 0));
    }
}
