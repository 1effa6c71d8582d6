using Search.Archive.Counting;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Core.Statements;
using Search.Queries;
using Search.Service.Assistance;
using Search.Service.Counting;
using Search.Service.Requests;

namespace Search.Service;

/// <summary>What is new for those who follow a search.</summary>
/// <param name="Key">The same for the same search, however it is written in the address.</param>
/// <param name="Explained">What is searched for, in plain words.</param>
/// <param name="Items">What the archive got last first.</param>
public sealed record StatementFeed(string Key, string Explained, IReadOnlyList<FeedItem> Items);

/// <param name="Statement">What the entry tells of.</param>
/// <param name="Passage">The passage that matches best, as plain text; null where there is none to show.</param>
/// <param name="Silence">Before it, where the feed is one of returns.</param>
public sealed record FeedItem(Statement Statement, string? Passage, Silence? Silence);

/// <summary>
/// Answers what came of late: in the order in which the archive got it, so that what is found late shows, too.
/// </summary>
public sealed class FeedService(IStatementSearch engine, IStatementCounting counting, TimeProvider time)
{
    public async Task<StatementFeed> ReadAsync(FeedCall call, CancellationToken cancellationToken)
    {
        var items = call.ReturnedAfter is { } days
            ? await ReturnsAsync(call.Search.Request, days, cancellationToken)
            : await LatestAsync(call.Search.Request, cancellationToken);
        return new StatementFeed(
            SearchFingerprint.Of(call),
            QueryExplainer.Explain(call.Search.Query, call.Search.Meaning),
            [
                .. items
                    .OrderByDescending(item => item.Statement.Trace?.Received)
                    .ThenBy(item => item.Statement.Id.Value, StringComparer.Ordinal),
            ]);
    }

    private async Task<IReadOnlyList<FeedItem>> LatestAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        var page = await engine.SearchAsync(
            request with { Sort = SortOrder.Received, Facets = [], Histogram = false }, cancellationToken);
        return page.Complete
            ? [.. page.Hits.Select(hit => new FeedItem(hit.Statement, hit.Highlights.Snippets is [var best, ..] ? best.Text : null, null))]
            : throw new QueryTooCostlyException("The search takes too long for a feed; make it narrower.");
    }

    /// <summary>The latest returns by the days that they bear: of all that there were in years, a feed tells the last.</summary>
    private async Task<IReadOnlyList<FeedItem>> ReturnsAsync(SearchRequest request, int days, CancellationToken cancellationToken)
    {
        using var deadline = new AnswerDeadline(request.Budget, time, cancellationToken);
        var counts = await counting.CountUsesAsync(
            new UseRequest { Queries = [request.Query], Filters = request.Filters, Budget = deadline.Left }, cancellationToken);
        IssueDate[] dates = [.. counts[0].Dates.Select(date => date.Key)];
        var silences = Silences.Between(dates).Where(silence => silence.Days >= days).TakeLast(request.Size).ToList();
        var ends = new UseEnds(counting, request.Filters);
        var places = silences.ConvertAll(silence => ends.Ask(
            request.Query, FacetFilter.Unrestricted, dates.First(date => date.First == silence.To)));
        await ends.FindAsync(deadline.Left, cancellationToken);
        return
        [
            .. silences.Zip(places)
                .Where(pair => ends[pair.Second] is not null)
                .Select(pair => new FeedItem(ends[pair.Second]!, Passage: null, pair.First)),
        ];
    }
}
