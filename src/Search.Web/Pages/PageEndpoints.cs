using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Search.Service;
using Search.Service.Assistance;
using Search.Service.Requests;
using Search.Web.Problems;

namespace Search.Web.Pages;

/// <summary>The pages that people read. Their whole state is in the address.</summary>
public static class PageEndpoints
{
    public const int FacetPageSize = 100;

    internal static void MapPageEndpoints(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup(string.Empty).ExcludeFromDescription();
        pages.MapGet("/", SearchAsync);
        pages.MapStatementPages();
        pages.MapCitationPages();
        pages.MapNeighbourPages();
        pages.MapGet("/facets/{name}", FacetAsync);
        pages.MapCountingPages();
        pages.MapLinePages();
        pages.MapFrozenPages();
        pages.MapGet("/help", () => Page<HelpPage>());
        pages.MapGet("/about", () => TypedResults.Redirect("/coverage", permanent: true));
        pages.MapGet("/problems", () => Page<ProblemTypePage>());
        pages.MapGet("/problems/{name}", ProblemType);
    }

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
        if (url.WithWholeDates() is var whole && whole != url)
        {
            return Results.Redirect(whole.ToString());
        }

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
        return starts ? Page<StartPage>((nameof(StartPage.View), view)) : Page<SearchPage>((nameof(SearchPage.View), view));
    }

    private static async Task<IResult> FacetAsync(
        string name, HttpRequest request, SearchService service, CancellationToken cancellationToken)
    {
        var url = SearchUrl.From(request);
        if (!FacetNames.TryParse(name, out var facet))
        {
            return ProblemPages.Show(ProblemDocument.NotFound($"'{name}' is no facet."), url);
        }

        if (!SearchCallReader.TryReadFacet(facet, request.PageParameters(), service.Today, out var call, out var fault))
        {
            return ProblemPages.Show(ProblemDocument.From(fault), url);
        }

        var values = await service.FacetAsync(call with { Request = call.Request with { Size = FacetPageSize } }, cancellationToken);
        return Page<FacetPage>(
            (nameof(FacetPage.Facet), values),
            (nameof(FacetPage.Url), url),
            (nameof(FacetPage.Prefix), call.Request.Prefix));
    }

    private static IResult ProblemType(string name) => ProblemTypes.All.FirstOrDefault(type => type.Name == name) is { } type
        ? Page<ProblemTypePage>((nameof(ProblemTypePage.Only), type))
        : ProblemPages.Show(ProblemDocument.NotFound($"'{name}' is no problem of this service."), null);

    internal static RazorComponentResult<TPage> Page<TPage>(params (string Name, object? Value)[] parameters)
        where TPage : IComponent => new(parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value));
}
