using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;
using Search.Web.Pages.Layout;
using Search.Web.Pages.Problems;
using Search.Web.Problems;

namespace Search.Web.Hosting;

/// <summary>Answers with a problem: as JSON to programs, as a page to people.</summary>
internal static class ProblemWriter
{
    public static Task WriteAsync(HttpContext context, ProblemDocument problem)
    {
        if (problem.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        context.Response.Headers.CacheControl = "no-store";
        return IsForPeople(context.Request.Path)
            ? ProblemPages.Show(problem, SearchUrl.From(context.Request), Again(context.Request)).ExecuteAsync(context)
            : problem.ToResult().ExecuteAsync(context);
    }

    /// <summary>For exceptions that nobody caught.</summary>
    public static Task WriteExceptionAsync(HttpContext context) => context.Features.Get<IExceptionHandlerFeature>()?.Error is { } exception
        ? WriteAsync(context, ProblemDocument.From(exception))
        : Task.CompletedTask;

    /// <summary>For statuses that were set without a body, such as a path that nothing answers to.</summary>
    public static Task WriteStatusAsync(StatusCodeContext context) =>
        ProblemTypes.ForStatus(context.HttpContext.Response.StatusCode) is { } type
            ? WriteAsync(context.HttpContext, new ProblemDocument(type, Detail(type, context.HttpContext.Request)))
            : Task.CompletedTask;

    private static bool IsForPeople(PathString path) =>
        !path.StartsWithSegments("/api") && !path.StartsWithSegments("/openapi") && !path.StartsWithSegments("/health");

    /// <summary>The same address, unless a browser would take it for another site's, or it was not asked for by one.</summary>
    private static string? Again(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.GetEncodedPathAndQuery() is var address && RedirectHttpResult.IsLocalUrl(address)
            ? address
            : null;

    private static string Detail(ProblemType type, HttpRequest request) => type == ProblemTypes.NotFound
        ? $"Nothing answers to {request.Path}."
        : type == ProblemTypes.MethodNotAllowed ? $"{request.Method} is not supported here." : type.Title + ".";
}
