using Search.Service;
using Search.Service.Assistance;
using Search.Service.Requests;
using Search.Web.Pages.Layout;
using Search.Web.Pages.Problems;
using Search.Web.Problems;

namespace Search.Web.Pages.Results;

/// <summary>What a search finds; without one, what there is to search.</summary>
internal static class ResultPages
{
    public static void MapResultPages(this IEndpointRouteBuilder pages) => pages.MapGet("/", SearchAsync);

    private static async Task<IResult> SearchAsync(
        HttpRequest request,
        SearchService service,
        SuggestionService suggestions,
        ArchiveOverview archive,
        HoldingsOverview holdings,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var url = SearchUrl.From(request);
        if (!SearchCallReader.TryRead(request.PageParameters(), PageParameters.Search, service.Today, out var call, out var fault))
        {
            return ProblemPages.Show(ProblemDocument.From(fault), url);
        }

        var starts = url.Parameters.Count == 0;
        if (starts)
        {
            call = call with { Request = call.Request with { Size = StartPage.Latest, Facets = [], Histogram = false } };
        }

        var page = await service.SearchAsync(call, cancellationToken);
        var status = await archive.GetAsync(cancellationToken);
        var held = await holdings.GetAsync(status.Generation, cancellationToken);
        var help = page.Hits.Count > 0 || status.Statements == 0
            ? null
            : await NothingFound.AskAsync(url, call, service, suggestions, time, cancellationToken);
        var view = new SearchView(url, call, page, status, held, help);
        return starts
            ? PageResult.Of<StartPage>((nameof(StartPage.View), view))
            : PageResult.Of<SearchPage>((nameof(SearchPage.View), view));
    }
}
