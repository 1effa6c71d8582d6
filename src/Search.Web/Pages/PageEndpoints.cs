using Search.Web.Pages.Counting;
using Search.Web.Pages.Facets;
using Search.Web.Pages.Help;
using Search.Web.Pages.Layout;
using Search.Web.Pages.Neighbours;
using Search.Web.Pages.Problems;
using Search.Web.Pages.Results;
using Search.Web.Pages.Statements;

namespace Search.Web.Pages;

/// <summary>The pages that people read. Their whole state is in the address.</summary>
internal static class PageEndpoints
{
    public static void MapPageEndpoints(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup(string.Empty).ExcludeFromDescription();
        pages.AddEndpointFilter(async (context, next) => TypedDates.WithDays(context.HttpContext.Request) is { } address
            ? TypedResults.Redirect(address)
            : await next(context));
        pages.MapResultPages();
        pages.MapFacetPages();
        pages.MapStatementPages();
        pages.MapCitationPages();
        pages.MapNeighbourPages();
        pages.MapCountingPages();
        pages.MapLinePages();
        pages.MapFrozenPages();
        pages.MapProblemPages();
        pages.MapGet("/help", () => PageResult.Of<HelpPage>());
        pages.MapGet("/about", () => TypedResults.Redirect("/coverage", permanent: true));
    }
}
