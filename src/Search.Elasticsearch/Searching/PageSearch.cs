using System.Collections.Concurrent;
using Search.Archive.Highlighting;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Core.Analysis;
using Search.Elasticsearch.Answers;

namespace Search.Elasticsearch.Searching;

/// <summary>Asks for pages: for the hits and for the counts at once, and marks the hits while the counts are on their way.</summary>
internal sealed class PageSearch(ArchiveSearches searches, TimeProvider time)
{
    private readonly ConcurrentBag<TextAnalyzer> _analyzers = [];

    public async Task<SearchPage> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var bodies = SearchBodyWriter.WritePage(request);
        var beside = BesideSearches.Write(request);
        var scored = request is { Sort: SortOrder.Relevance, Size: > 0 };
        var copy = scored ? searches.CopyFor(bodies[0]) : null;
        using var asking = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        // The counts take longer, so they are asked for first; a page without them has one part that is both.
        var counting = searches.SendPartAsync(
            bodies[^1], withState: scored && bodies.Count == 1, beside, copy, request.Budget, asking.Token);
        var finding = bodies.Count == 1
            ? counting
            : searches.SendPartAsync(bodies[0], withState: scored, [], copy, request.Budget, asking.Token);
        try
        {
            var found = await EndedOrFailedAsync(finding, counting);
            CursorKeys.CheckState(request, found.State);
            var hits = Mark(request, found.Answer, start, cancellationToken);
            var counted = await counting;
            var answer = new PageAnswer(found.Answer, counted.Answer) { Beside = BesideSearches.Read(request.Beside, counted.Beside) };
            return PageReader.Read(request, answer, await RestAsync(request, answer, cancellationToken), hits, found.State);
        }
        catch
        {
            await asking.CancelAsync();
            Task both = Task.WhenAll(finding, counting);
            await both.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }

    /// <summary>A part when it is there. When another fails before, so does the page.</summary>
    private static async Task<PagePart> EndedOrFailedAsync(Task<PagePart> part, Task<PagePart> other) =>
        await Task.WhenAny(part, other) == other && !other.IsCompletedSuccessfully ? await other : await part;

    private async Task<SearchAnswer?> RestAsync(
        SearchRequest request, PageAnswer answer, CancellationToken cancellationToken)
    {
        var lacking = PageRest.Of(request, answer);
        return lacking.IsNothing
            ? null
            : await searches.SendPageAsync(SearchBodyWriter.WriteRest(request, lacking), request.Budget, cancellationToken);
    }

    private IReadOnlyList<SearchHit> Mark(
        SearchRequest request, SearchAnswer found, long start, CancellationToken cancellationToken)
    {
        var answered = time.GetTimestamp();
        var work = new MatchWork(
            () => time.GetElapsedTime(start) > request.Budget && time.GetElapsedTime(answered) > Highlighter.Grace, cancellationToken);
        var options = HighlightOptions.Default with { CountryKinds = request.Filters.CountryKinds };
        var analyzer = _analyzers.TryTake(out var used) ? used : new TextAnalyzer();
        var hits = PageReader.ReadHits(request, found, new Highlighter(request.Query, analyzer, options, work));
        _analyzers.Add(analyzer);
        return hits;
    }
}
