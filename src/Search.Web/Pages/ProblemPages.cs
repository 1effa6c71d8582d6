using Microsoft.AspNetCore.Http.HttpResults;
using Search.Web.Problems;

namespace Search.Web.Pages;

/// <summary>Problems as people see them.</summary>
internal static class ProblemPages
{
    /// <param name="url">The search in which it occurred.</param>
    public static RazorComponentResult<ProblemPage> Show(ProblemDocument problem, SearchUrl? url) =>
        new(new Dictionary<string, object?> { [nameof(ProblemPage.Problem)] = problem, [nameof(ProblemPage.Url)] = url })
        {
            StatusCode = problem.Type.Status,
        };
}
