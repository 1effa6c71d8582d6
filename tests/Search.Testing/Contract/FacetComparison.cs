using Search.Archive.Searching;
using Search.Core.Statements;

namespace Search.Testing.Contract;

/// <summary>What a page counts by facet, compared with counting by hand.</summary>
internal static class FacetComparison
{
    /// <param name="matching">All statements that match the query, whatever the filters.</param>
    /// <param name="report">Told each difference.</param>
    public static void Compare(SearchFilters filters, SearchPage page, IReadOnlyList<Statement> matching, Action<string> report)
    {
        foreach (var facet in page.Facets)
        {
            var values = matching
                .Where(statement => FilterEvaluator.Admits(filters, statement, except: facet.Name))
                .Select(statement => FacetValues.Of(statement, facet.Name, filters.CountryKinds))
                .ToList();
            var counts = values.SelectMany(value => value).CountBy(value => value).Select(entry => (entry.Key, (long)entry.Value));
            var expected = Print(counts, values.Count(value => value.Count == 0));
            var actual = Print(facet.Values.Where(value => value.Count > 0).Select(value => (value.Value, value.Count)), facet.Missing);
            if (expected != actual)
            {
                report($"facet {facet.Name}: expected {expected}\n    but counted {actual}");
            }
        }
    }

    private static string Print(IEnumerable<(string Value, long Count)> values, long missing) =>
        string.Join(", ", values.OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal))
            + $", none {missing}";
}
