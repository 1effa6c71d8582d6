using Search.Archive.Highlighting;
using Search.Archive.Searching;
using Search.Elasticsearch.Answers;

namespace Search.Elasticsearch.Searching;

/// <summary>A page from an answer to <see cref="SearchBodyWriter.WritePage"/>.</summary>
internal static class PageReader
{
    /// <param name="answer">The answer with the hits.</param>
    /// <param name="highlighter">Marks them.</param>
    public static IReadOnlyList<SearchHit> ReadHits(SearchRequest request, SearchAnswer answer, Highlighter highlighter) =>
        [.. answer.Hits.Take(request.Size).Select(hit => Read(request, hit, highlighter))];

    /// <param name="rest">The answer to <see cref="SearchBodyWriter.WriteRest"/> where it was asked for.</param>
    /// <param name="hits">Those of the answer.</param>
    /// <param name="state">The archive's state for the next page's cursor.</param>
    public static SearchPage Read(
        SearchRequest request, PageAnswer answer, SearchAnswer? rest, IReadOnlyList<SearchHit> hits, string state) => new()
        {
            Total = answer.Total,
            Complete = answer.IsWhole,
            Hits = hits,
            Facets =
            [
                .. request.Facets.Select(
                    selection => FacetReader.Read(answer.Counts, rest?.Parts, selection, request.Filters)),
            ],
            Histogram = request.Histogram ? HistogramReader.Read(request, answer, rest is null ? null : HistogramParts(rest)) : null,
            Beside = answer.Beside,
            Next = request.Size > 0 && answer.Hits.Count > request.Size
                ? CursorKeys.Write(request.Sort, answer.Hits[request.Size - 1].Sort, state)
                : null,
        };

    public static AnswerParts HistogramParts(SearchAnswer answer) => FacetReader.Parts(answer.Parts, PageAggregations.Histogram);

    private static SearchHit Read(SearchRequest request, FoundStatement hit, Highlighter highlighter) => new(
        hit.Statement,
        request.Sort == SortOrder.Relevance ? hit.Score!.Value : 0,
        request.Highlights ? highlighter.Highlight(hit.Statement) : Highlights.None);
}
