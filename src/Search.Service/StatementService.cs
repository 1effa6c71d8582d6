using Search.Archive.Highlighting;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Core.Analysis;
using Search.Core.Statements;
using Search.Service.Assistance;
using Search.Service.Requests;
using Search.Service.Responses;

namespace Search.Service;

/// <summary>A statement as it is shown, with its captures.</summary>
public sealed record StatementAnswer(StatementResponse Statement, VersionsResponse Versions);

/// <summary>Answers what is asked about one statement. Each answer is null when there is no such statement.</summary>
public sealed class StatementService(IStatementSearch search, IStatementStore store, TimeProvider time)
{
    /// <summary>Of one day there are rarely more than a few; those of an agency are a list of their own.</summary>
    private const int MaxSameDay = 20;

    private static readonly NavResponse s_noNav = new(null, null, [], 0, Partial: false);

    private static readonly SearchPage s_nothing = new() { Total = 0, Complete = false, Hits = [] };

    /// <summary>For one whole answer.</summary>
    private static readonly TimeSpan s_budget = TimeSpan.FromSeconds(5);

    /// <param name="id">The statement's id, or the one its source gave it.</param>
    /// <param name="marking">What to mark; null for nothing.</param>
    public async Task<StatementAnswer?> GetAsync(string id, SearchCall? marking, CancellationToken cancellationToken)
    {
        using var deadline = new AnswerDeadline(s_budget, time, cancellationToken);
        if (await store.GetAsync(id, cancellationToken) is not var (statement, earlier))
        {
            return null;
        }

        var nav = await NavAsync(statement, deadline);
        var work = new MatchWork(() => deadline.Token.IsCancellationRequested, cancellationToken);
        var highlighter = marking is null
            ? null
            : new Highlighter(marking.Request.Query, new TextAnalyzer(), HighlightOptions.Default, work);
        return new StatementAnswer(Write(statement, earlier, highlighter, nav), Versions(statement, earlier));
    }

    /// <summary>
    /// The statement by itself, for what shows it beside something else: nothing is marked, and its neighbours are not looked for.
    /// </summary>
    /// <param name="id">The statement's id, or the one its source gave it.</param>
    public async Task<StatementResponse?> GetAloneAsync(string id, CancellationToken cancellationToken) =>
        await store.GetAsync(id, cancellationToken) is var (statement, earlier) ? Write(statement, earlier, null, s_noNav) : null;

    public async Task<VersionsResponse?> GetVersionsAsync(string id, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(id, cancellationToken) is not var (statement, earlier))
        {
            return null;
        }

        return Versions(statement, earlier);
    }

    /// <param name="number">The earlier version's number, from 1.</param>
    public async Task<DifferenceResponse?> GetDifferenceAsync(string id, int number, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(id, cancellationToken) is not var (statement, earlier))
        {
            return null;
        }

        if (number < 1 || number > earlier.Count)
        {
            return null;
        }

        var version = earlier[^number];
        return new DifferenceResponse(
            statement.Id.Value,
            number,
            version.Captured,
            statement.Captured,
            ChangeResponse.Between(version.Title, statement.Title),
            ChangeResponse.Between(version.Body, statement.Body));
    }

    private static StatementResponse Write(
        Statement statement, IReadOnlyList<Statement> earlier, Highlighter? highlighter, NavResponse nav) => new(
            statement.Id.Value,
            statement.SourceId,
            statement.Title,
            highlighter?.MarkAll(statement, TextScope.Title) ?? [],
            statement.Headline,
            statement.Body,
            highlighter?.MarkAll(statement, TextScope.Body) ?? [],
            statement.Issued,
            statement.Captured,
            statement.Trace?.Received,
            statement.Trace?.TextReceived,
            statement.Trace?.Missing,
            ResponseWriter.Issuer(statement.Issuer),
            statement.Kind.ToValue(),
            statement.Source,
            statement.SourceUrl,
            statement.Language,
            ResponseWriter.Countries(statement),
            earlier.Count,
            nav);

    private static VersionsResponse Versions(Statement statement, IReadOnlyList<Statement> earlier) => new(
        statement.Id.Value,
        [.. earlier.Prepend(statement).Select((version, index) => new VersionResponse(
            earlier.Count + 1 - index, index == 0, version.Captured, version.Title, version.Body.Length))]);

    /// <summary>The same issuer's statements of the nearest other days and of the same, all asked for at once.</summary>
    private async Task<NavResponse> NavAsync(Statement statement, AnswerDeadline deadline)
    {
        if (statement.Issued is not { } date || statement.Issuer is not { } issuer)
        {
            return s_noNav;
        }

        // Ministries of many states bear one name: where the state is not known, the source tells them apart.
        var filters = new SearchFilters
        {
            Issuer = new FacetFilter([issuer.Name], []),
            Source = issuer.Country is null ? new FacetFilter([statement.Source], []) : FacetFilter.Unrestricted,
        };
        var sameDay = SameDayAsync(statement, date, filters with { From = date.First, To = date.Last }, deadline);
        var found = await Task.WhenAll(
            date.First == DateOnly.MinValue
                ? Task.FromResult(s_nothing)
                : FindAsync(filters with { To = date.First.AddDays(-1) }, SortOrder.Newest, deadline),
            date.Last == DateOnly.MaxValue
                ? Task.FromResult(s_nothing)
                : FindAsync(filters with { From = date.Last.AddDays(1) }, SortOrder.Oldest, deadline));
        var (links, total) = await sameDay;
        return new NavResponse(Link(found[0]), Link(found[1]), links, total, deadline.HasLeftOut);
    }

    /// <summary>
    /// The first links, and how many there are. Of an agency's day there are hundreds, and each hit is a whole text: no more are read than
    /// the links need. Those that bear the month or year only are of another date: they are read past, within limits.
    /// </summary>
    private async Task<(IReadOnlyList<StatementLinkResponse> Links, int Total)> SameDayAsync(
        Statement statement, IssueDate date, SearchFilters filters, AnswerDeadline deadline)
    {
        var links = new List<StatementLinkResponse>();
        var (page, others, read) = (s_nothing, 0, 0);
        do
        {
            page = await FindAsync(filters, SortOrder.Oldest, deadline, MaxSameDay + 1, page.Next);
            read += MaxSameDay + 1;
            others += page.Hits.Count(hit => hit.Statement.Issued != date);
            links.AddRange(page.Hits.Select(hit => hit.Statement)
                .Where(other => other.Issued == date && other.Id != statement.Id)
                .Select(StatementLinkResponse.To));
        }
        while (page.Next is not null && links.Count < MaxSameDay && read < SearchRequest.MaxSize);

        // What was not read counts as of the date: nobody reads hundreds of texts for a number. The statement itself is among them all.
        var total = page.Next is null ? links.Count : (int)Math.Min(page.Total - others - 1, int.MaxValue);
        return (links[..Math.Min(links.Count, MaxSameDay)], total);
    }

    private static StatementLinkResponse? Link(SearchPage page) =>
        page.Hits is [var first, ..] ? StatementLinkResponse.To(first.Statement) : null;

    private async Task<SearchPage> FindAsync(
        SearchFilters filters, SortOrder sort, AnswerDeadline deadline, int size = 1, SearchCursor? after = null)
    {
        var request = new SearchRequest
        {
            Query = new EverythingMatch(),
            Filters = filters,
            Sort = sort,
            Size = size,
            After = after,
            Highlights = false,
            Budget = deadline.Left,
        };
        try
        {
            return await deadline.BesideAsync(() => search.SearchAsync(request, deadline.Token), s_nothing);
        }
        catch (CursorExpiredException)
        {
            // The archive has changed between two pages; the statement has not.
            return s_nothing;
        }
    }
}
