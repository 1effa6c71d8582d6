using Search.Service;
using Search.Service.Requests;
using Search.Web.Api;
using Search.Web.Pages.Layout;
using Search.Web.Pages.Problems;
using Search.Web.Problems;

namespace Search.Web.Pages.Counting;

/// <summary>The page of a frozen result, and the button that freezes one.</summary>
internal static class FrozenPages
{
    public static void MapFrozenPages(this IEndpointRouteBuilder pages)
    {
        pages.MapPost("/searches", FreezeAsync).Limited();
        pages.MapGet("/searches/{hash}", ShowAsync);
    }

    private static async Task<IResult> FreezeAsync(
        HttpRequest request, SearchService search, FreezeService service, CancellationToken cancellationToken)
    {
        var (frozen, problem) = await FrozenEndpoints.FreezeAsync(request, search.Today, service, cancellationToken);
        return frozen is null ? ProblemPages.Show(problem!, SearchUrl.From(request)) : TypedResults.Redirect($"/searches/{frozen.Hash}");
    }

    private static async Task<IResult> ShowAsync(
        string hash, HttpRequest request, FreezeService service, CancellationToken cancellationToken)
    {
        if (!FreezeCallReader.TryReadSince(request.PageParameters(), out var since, out var fault))
        {
            return ProblemPages.Show(ProblemDocument.From(fault), null);
        }

        return await service.GetAsync(hash, since, cancellationToken) is { } frozen
            ? PageResult.Of<FrozenPage>(
                (nameof(FrozenPage.Frozen), frozen),
                (nameof(FrozenPage.Url), SearchUrl.Of(frozen.Parameters)),
                (nameof(FrozenPage.Site), request.Site()))
            : ProblemPages.Show(ProblemDocument.NotFound(FrozenEndpoints.NotFrozen), null);
    }
}
