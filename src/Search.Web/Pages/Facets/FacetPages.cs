using Search.Service;
using Search.Service.Requests;
using Search.Web.Pages.Layout;
using Search.Web.Pages.Problems;
using Search.Web.Problems;

namespace Search.Web.Pages.Facets;

/// <summary>All the values of one facet.</summary>
internal static class FacetPages
{
    /// <summary>Values on one page.</summary>
    public const int Size = 100;

    public static void MapFacetPages(this IEndpointRouteBuilder pages) => pages.MapGet("/facets/{name}", FacetAsync);

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

        var values = await service.FacetAsync(call with { Request = call.Request with { Size = Size } }, cancellationToken);
        return PageResult.Of<FacetPage>(
            (nameof(FacetPage.Facet), values),
            (nameof(FacetPage.Url), url),
            (nameof(FacetPage.Prefix), call.Request.Prefix));
    }
}
