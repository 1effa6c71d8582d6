using Search.Service;
using Search.Service.Requests;
using Search.Web.Pages.Layout;
using Search.Web.Pages.Problems;
using Search.Web.Problems;

namespace Search.Web.Pages.Counting;

/// <summary>The page of lines in context.</summary>
internal static class LinePages
{
    public static void MapLinePages(this IEndpointRouteBuilder pages) => pages.MapGet("/lines", LinesAsync);

    private static async Task<IResult> LinesAsync(
        HttpRequest request, SearchService search, LineService service, CancellationToken cancellationToken)
    {
        // The order and the length of a page of lines are not those of a page of hits.
        var url = SearchUrl.From(request).With(SearchParameters.Sort, null).With(SearchParameters.Size, null);
        return LineCallReader.TryRead(request.PageParameters(), search.Today, out var call, out var fault)
            ? PageResult.Of<LinesPage>(
                (nameof(LinesPage.Call), call),
                (nameof(LinesPage.Lines), await service.ReadAsync(call, cancellationToken)),
                (nameof(LinesPage.Url), url))
            : ProblemPages.Show(ProblemDocument.From(fault), url.At("/lines"));
    }
}
