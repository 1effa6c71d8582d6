using Search.Core.Statements;

namespace Search.Elasticsearch.Searching;

/// <summary>What a page still lacks when its request is answered. Nearly always nothing.</summary>
/// <param name="Days">Whether hits may lie so close together that counts by month show too little.</param>
/// <param name="CutFacets">Facets with more values than an answer lists.</param>
internal sealed record PageRest(bool Days, IReadOnlyList<FacetName> CutFacets)
{
    public bool IsNothing => !Days && CutFacets.Count == 0;

    public static PageRest Of(SearchRequest request, PageAnswer answer) => new(
        request.Histogram
            && HistogramReader.DatesOnPage(request, answer) is null
            && HistogramReader.MayBeDays(PageReader.HistogramParts(answer.Counts)),
        [.. request.Facets.Select(selection => selection.Facet).Where(facet => FacetReader.IsCut(answer.Counts.Parts, facet))]);
}
