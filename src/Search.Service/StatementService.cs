using Search.Archive.Highlighting;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Core.Analysis;
using Search.Core.Statements;
using Search.Service.Comparing;
using Search.Service.Requests;
using Search.Service.Responses;

namespace Search.Service;

/// <summary>Answers what is asked about one statement. Each answer is null when there is no such statement.</summary>
public sealed class StatementService(ISearchEngine engine)
{
    /// <param name="id">The statement's id, or the one its source gave it.</param>
    /// <param name="marking">What to mark; null for nothing.</param>
    public async Task<StatementResponse?> GetAsync(string id, SearchCall? marking, CancellationToken cancellationToken)
    {
        if (await engine.GetAsync(id, cancellationToken) is not { } statement)
        {
            return null;
        }

        var versions = await engine.GetVersionsAsync(statement.Id, cancellationToken);
        var nav = await NavAsync(statement, cancellationToken);
        var highlighter = marking is null
            ? null
            : new Highlighter(marking.Request.Query, new TextAnalyzer(), HighlightOptions.Default, new MatchWork(null, cancellationToken));
        return new StatementResponse(
            statement.Id.Value,
            statement.SourceId,
            statement.Title,
            highlighter?.MarkAll(statement, TextScope.Title) ?? [],
            statement.Headline,
            statement.Body,
            highlighter?.MarkAll(statement, TextScope.Body) ?? [],
            statement.Issued,
            statement.Captured,
            ResponseWriter.Issuer(statement.Issuer),
            statement.Kind.ToValue(),
            statement.Source,
            statement.SourceUrl,
            statement.Language,
            ResponseWriter.Countries(statement),
            versions.Count,
            nav);
    }

    public async Task<VersionsResponse?> GetVersionsAsync(string id, CancellationToken cancellationToken)
    {
        if (await engine.GetAsync(id, cancellationToken) is not { } statement)
        {
            return null;
        }

        var earlier = await engine.GetVersionsAsync(statement.Id, cancellationToken);
        return new VersionsResponse(
            statement.Id.Value,
            [.. earlier.Prepend(statement).Select((version, index) => new VersionResponse(
                earlier.Count + 1 - index, index == 0, version.Captured, version.Title, version.Body.Length))]);
    }

    /// <param name="number">The earlier version's number, from 1.</param>
    public async Task<DifferenceResponse?> GetDifferenceAsync(string id, int number, CancellationToken cancellationToken)
    {
        if (await engine.GetAsync(id, cancellationToken) is not { } statement)
        {
            return null;
        }

        var earlier = await engine.GetVersionsAsync(statement.Id, cancellationToken);
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
            Changes(version.Title, statement.Title),
            Changes(version.Body, statement.Body));
    }

    private static IReadOnlyList<ChangeResponse> Changes(string earlier, string later) =>
        [.. WordDifference.Between(earlier, later).Select(change => new ChangeResponse(change.Kind.ToString().ToLowerInvariant(), change.Text))];

    /// <summary>The same issuer's statements of the nearest other days.</summary>
    private async Task<NavResponse> NavAsync(Statement statement, CancellationToken cancellationToken)
    {
        if (statement.Issued is not { } day || statement.Issuer is not { } issuer)
        {
            return new NavResponse(null, null);
        }

        var filters = new SearchFilters { Issuer = new FacetFilter([issuer.Name], []) };
        var previous = day == DateOnly.MinValue ? null : await FirstAsync(filters with { To = day.AddDays(-1) }, SortOrder.Newest, cancellationToken);
        var next = day == DateOnly.MaxValue ? null : await FirstAsync(filters with { From = day.AddDays(1) }, SortOrder.Oldest, cancellationToken);
        return new NavResponse(previous, next);
    }

    private async Task<StatementLinkResponse?> FirstAsync(SearchFilters filters, SortOrder sort, CancellationToken cancellationToken)
    {
        var page = await engine.SearchAsync(
            new SearchRequest { Query = new EverythingMatch(), Filters = filters, Sort = sort, Size = 1 }, cancellationToken);
        return page.Hits.Count == 0 ? null : Link(page.Hits[0].Statement);
    }

    private static StatementLinkResponse Link(Statement statement) => new(statement.Id.Value, statement.Title, statement.Issued);
}
