using Microsoft.AspNetCore.Http.HttpResults;
using Search.Service;
using Search.Service.Requests;
using Search.Service.Responses;
using Search.Web.Problems;

namespace Search.Web.Api;

/// <summary>Every occurrence of a query's words in a line of its context.</summary>
internal static class LineEndpoints
{
    public static void MapLineEndpoints(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/lines", ReadAsync)
            .WithTags("Lines")
            .WithName("getLines")
            .WithSummary("Read every occurrence in its context")
            .WithDescription(
                "Each place that a statement would have marked, between some 80 characters on either side; where a paragraph ends "
                + "stands ¶. By day over all statements; by the words on either side over the newest of them, which the answer counts.")
            .Takes(SearchParameters.Lines)
            .Problems(ProblemTypes.CursorExpired, ProblemTypes.QueryTooCostly);

    private static async Task<Results<Ok<LinesResponse>, ProblemHttpResult>> ReadAsync(
        HttpRequest request, SearchService search, LineService service, CancellationToken cancellationToken) =>
        LineCallReader.TryRead(request.Parameters(), search.Today, out var call, out var fault)
            ? TypedResults.Ok(await service.ReadAsync(call, cancellationToken))
            : ProblemDocument.From(fault).ToResult();
}
