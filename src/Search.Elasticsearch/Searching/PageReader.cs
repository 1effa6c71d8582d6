using System.Text.Json;
using Search.Archive.Highlighting;
using Search.Archive.Searching;
using Search.Elasticsearch.Documents;

namespace Search.Elasticsearch.Searching;

/// <summary>A page from an answer to <see cref="SearchBodyWriter.Write"/>.</summary>
internal static class PageReader
{
    /// <param name="days">The answer to <see cref="SearchBodyWriter.WriteDays"/> where it was asked for.</param>
    /// <param name="state">The archive's state for the next page's cursor.</param>
    /// <param name="highlighter">Marks the hits.</param>
    public static SearchPage Read(SearchRequest request, JsonElement answer, JsonElement? days, string state, Highlighter highlighter)
    {
        var hits = answer.GetProperty("hits");
        var found = hits.GetProperty("hits");
        var aggregations = answer.TryGetProperty("aggregations", out var counted) ? counted : default;
        return new SearchPage
        {
            Total = AnswerTime.LeastTotal(answer),
            Complete = AnswerTime.IsComplete(answer),
            Hits = Hits(request, found, highlighter),
            Facets = [.. request.Facets.Select(selection => FacetReader.Read(aggregations, selection, request.Filters))],
            Histogram = request.Histogram
                ? HistogramReader.Read(FacetReader.Parts(aggregations, PageAggregations.Histogram), DayParts(days))
                : null,
            Next = request.Size > 0 && found.GetArrayLength() > request.Size
                ? CursorKeys.Write(request.Sort, found[request.Size - 1].GetProperty("sort"), state)
                : null,
        };
    }

    private static JsonElement? DayParts(JsonElement? days) =>
        days is { } answer ? FacetReader.Parts(answer.GetProperty("aggregations"), PageAggregations.Histogram) : null;

    private static List<SearchHit> Hits(SearchRequest request, JsonElement found, Highlighter highlighter)
    {
        var hits = new List<SearchHit>(request.Size);
        foreach (var hit in found.EnumerateArray().Take(request.Size))
        {
            var statement = StatementDocument.Read(hit.GetProperty("_source"));
            var score = request.Sort == SortOrder.Relevance ? hit.GetProperty("_score").GetDouble() : 0;
            hits.Add(new SearchHit(statement, score, highlighter.Highlight(statement)));
        }

        return hits;
    }
}
