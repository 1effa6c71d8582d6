using Search.Queries;
using Search.Service;
using Search.Service.Requests;
using Search.Web.Api;
using Search.Web.Pages.Layout;
using Search.Web.Pages.Problems;
using Search.Web.Problems;

namespace Search.Web.Pages.Statements;

/// <summary>The page of a statement, and that of its changes.</summary>
internal static class StatementPages
{
    public static void MapStatementPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/statements/{id}", ShowAsync);
        pages.MapGet("/statements/{id}/versions/{number:int}", DifferenceAsync);
    }

    private static async Task<IResult> ShowAsync(
        string id,
        HttpRequest request,
        SearchService search,
        StatementService statements,
        HitPlaceService hits,
        SiblingService siblings,
        CancellationToken cancellationToken)
    {
        var url = SearchUrl.From(request);
        if (!SearchCallReader.TryRead(request.PageParameters(), PageParameters.Statement, search.Today, out var call, out var fault))
        {
            return ProblemPages.Show(ProblemDocument.From(fault), url);
        }

        var counting = siblings.CountAsync(id, cancellationToken);
        var placing = PlaceAsync(url, call, id, search.Today, hits, cancellationToken);
        if (await statements.GetAsync(id, call, cancellationToken) is not var (statement, versions))
        {
            await Task.WhenAll(counting, placing);
            return ProblemPages.Show(ProblemDocument.NotFound("The archive holds no statement with this identifier."), url);
        }

        var view = new StatementView(
            url,
            call.Text,
            statement,
            versions.Versions,
            ShowCountries: request.Query[PageParameters.Show.Name] == "countries",
            $"{request.Site()}/statements/{statement.Id}")
        {
            Hit = await placing,
            Siblings = await counting,
            FoundBy = Described(url, call),
        };
        return PageResult.Of<StatementPage>((nameof(StatementPage.View), view));
    }

    private static string? Described(SearchUrl url, SearchCall call)
    {
        string[] parts =
        [
            .. call.Text.Length > 0 ? (string[])[QueryExplainer.Explain(call.Query, call.Meaning)] : [],
            .. ActiveFilter.Of(url).Select(filter => filter.ToString()),
        ];
        return parts.Length > 0 ? string.Join("; ", parts) : null;
    }

    /// <summary>A clean address is no hit of anything. The page of the list is in the address: there is no session.</summary>
    private static async Task<HitSteps?> PlaceAsync(
        SearchUrl url, SearchCall call, string id, DateOnly today, HitPlaceService hits, CancellationToken cancellationToken)
    {
        if (url.Parameters.Count == 0 || await hits.FindAsync(call, id, cancellationToken) is not { } place)
        {
            return null;
        }

        var size = call.Request.Size;
        var before = place.Index == 0 && url.PreviousPage(size) is { } page
            && SearchCallReader.TryRead(Pairs(page), PageParameters.Statement, today, out var previous, out _)
            ? await hits.LastAsync(previous, cancellationToken)
            : null;
        return HitSteps.Of(url, place, before, size);
    }

    private static IEnumerable<KeyValuePair<string, string?>> Pairs(SearchUrl url) =>
        url.Parameters.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value));

    private static async Task<IResult> DifferenceAsync(
        string id, int number, StatementService statements, CancellationToken cancellationToken) =>
        await statements.GetDifferenceAsync(id, number, cancellationToken) is { } difference
            ? PageResult.Of<DifferencePage>((nameof(DifferencePage.Difference), difference))
            : ProblemPages.Show(ProblemDocument.NotFound("The archive holds no such version."), null);
}
