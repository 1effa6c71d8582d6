using Search.Web.Pages.Layout;
using Search.Web.Problems;

namespace Search.Web.Pages.Problems;

/// <summary>Problems as people see them.</summary>
internal static class ProblemPages
{
    public static void MapProblemPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/problems", () => PageResult.Of<ProblemTypePage>());
        pages.MapGet("/problems/{name}", ProblemType);
    }

    /// <param name="url">The search in which it occurred.</param>
    /// <param name="again">The address to ask again; null for the search's own.</param>
    public static PageResult Show(ProblemDocument problem, SearchUrl? url, string? again = null) => PageResult.Of<ProblemPage>(
        problem.Type.Status,
        (nameof(ProblemPage.Problem), problem), (nameof(ProblemPage.Url), url), (nameof(ProblemPage.Again), again));

    private static IResult ProblemType(string name) => ProblemTypes.All.FirstOrDefault(type => type.Name == name) is { } type
        ? PageResult.Of<ProblemTypePage>((nameof(ProblemTypePage.Only), type))
        : Show(ProblemDocument.NotFound($"'{name}' is no problem of this service."), null);
}
