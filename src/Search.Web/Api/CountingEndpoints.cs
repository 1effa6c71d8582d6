using Microsoft.AspNetCore.Http.HttpResults;
using Search.Service;
using Search.Service.Requests;
using Search.Service.Responses;
using Search.Web.Problems;

namespace Search.Web.Api;

/// <summary>What is counted over all statements that match, not page by page.</summary>
internal static class CountingEndpoints
{
    public static void MapCountingEndpoints(this IEndpointRouteBuilder routes)
    {
        var counting = routes.MapGroup(string.Empty).WithTags("Counting");
        counting.MapGet("/uses", CountUsesAsync)
            .WithName("getUses")
            .WithSummary("Say since when and how often something is said")
            .WithDescription(
                "The first and the last statement that matches, the longest silence between two of them, uses a year, and the same by "
                + "issuer. Every figure is exact.")
            .Takes(SearchParameters.Uses)
            .Problems(ProblemTypes.QueryTooCostly);
    }

    private static async Task<Results<Ok<UsesResponse>, ProblemHttpResult>> CountUsesAsync(
        HttpRequest request, SearchService search, UseService service, CancellationToken cancellationToken) =>
        CountingCallReader.TryReadUses(request.Parameters(), search.Today, out var call, out var fault)
            ? TypedResults.Ok(await service.CountAsync(call, cancellationToken))
            : ProblemDocument.From(fault).ToResult();
}
