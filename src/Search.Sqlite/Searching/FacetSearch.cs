using Search.Archive.Matching;
using Search.Archive.Searching;

namespace Search.Sqlite.Searching;

/// <summary>Pages through one facet's values.</summary>
internal static class FacetSearch
{
    public static FacetCounts Search(PageSearch search, FacetRequest request, CancellationToken cancellationToken)
    {
        var all = search.Search(
            request.Search with
            {
                Size = 0,
                After = null,
                Sort = SortOrder.Newest,
                Histogram = false,
                Facets = [new FacetSelection(request.Facet, int.MaxValue)],
            },
            cancellationToken);
        if (!all.Complete)
        {
            throw new QueryTooCostlyException("The values could not all be counted in time; narrow the search.");
        }

        var matcher = new FacetLabelMatcher(request.Prefix);
        var facet = all.Facets[0];
        var fitting = facet.Values.Where(value => value.Count > 0 && matcher.Matches(facet.Name, value.Value)).ToList();
        var values = fitting.Skip(request.Offset).Take(request.Size).Select(value => value with { Parent = null }).ToList();
        return facet with { Values = values, Other = fitting.Count - values.Count, Groups = [] };
    }
}
