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
        var response = new StatementResponse(
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
        return new StatementAnswer(response, Versions(statement, earlier));
    }

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

    private static VersionsResponse Versions(Statement statement, IReadOnlyList<Statement> earlier) => new(
        statement.Id.Value,
        [.. earlier.Prepend(statement).Select((version, index) => new VersionResponse(
            earlier.Count + 1 - index, index == 0, version.Captured, version.Title, version.Body.Length))]);

    /// <summary>The same issuer's statements of the nearest other days and of the same, all asked for at once.</summary>
    private async Task<NavResponse> NavAsync(Statement statement, AnswerDeadline deadline)
    {
        if (statement.Issued is not { } date || statement.Issuer is not { } issuer)
        {
            return new NavResponse(null, null, [], 0, Partial: false);
        }

        // Ministries of many states bear one name: where the state is not known, the source tells them apart.
        var filters = new SearchFilters
        {
            Issuer = new FacetFilter([issuer.Name], []),
            Source = issuer.Country is null ? new FacetFilter([statement.Source], []) : FacetFilter.Unrestricted,
        };
        var found = await Task.WhenAll(
            date.First == DateOnly.MinValue
                ? Task.FromResult<IReadOnlyList<Statement>>([])
                : FindAsync(filters with { To = date.First.AddDays(-1) }, SortOrder.Newest, 1, deadline),
            date.Last == DateOnly.MaxValue
                ? Task.FromResult<IReadOnlyList<Statement>>([])
                : FindAsync(filters with { From = date.Last.AddDays(1) }, SortOrder.Oldest, 1, deadline),
            FindAsync(filters with { From = date.First, To = date.Last }, SortOrder.Oldest, SearchRequest.MaxSize, deadline));
        StatementLinkResponse[] sameDay =
        [
            .. found[2].Where(other => other.Issued == date && other.Id != statement.Id).Select(StatementLinkResponse.To),
        ];
        return new NavResponse(
            found[0].Select(StatementLinkResponse.To).FirstOrDefault(),
            found[1].Select(StatementLinkResponse.To).FirstOrDefault(),
            [.. sameDay.Take(MaxSameDay)],
            sameDay.Length,
            deadline.HasLeftOut);
    }

    private Task<IReadOnlyList<Statement>> FindAsync(SearchFilters filters, SortOrder sort, int size, AnswerDeadline deadline)
    {
        var request = new SearchRequest
        {
            Query = new EverythingMatch(),
            Filters = filters,
            Sort = sort,
            Size = size,
            Highlights = false,
            Budget = deadline.Left,
        };
        return deadline.BesideAsync<IReadOnlyList<Statement>>(
            async () => [.. (await search.SearchAsync(request, deadline.Token)).Hits.Select(hit => hit.Statement)], []);
    }
}
