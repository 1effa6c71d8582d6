using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Search.Archive.Searching;
using Search.Service;
using Search.Service.Requests;
using Search.Service.Responses;
using Search.Web.Problems;

namespace Search.Web.Api;

/// <summary>Results that are kept to be cited. The one thing that anybody may write: bounded, and limited for each address.</summary>
internal static class FrozenEndpoints
{
    /// <summary>The name of the limit on how many results an address may freeze.</summary>
    public const string Limit = "freeze";

    private static readonly BodyLimit s_bodyLimit = new(64 * 1024);

    public static void MapFrozenEndpoints(this IEndpointRouteBuilder routes)
    {
        var searches = routes.MapGroup("/searches").WithTags("Frozen results");
        searches.MapPost("/", PostAsync)
            .WithName("freezeSearch")
            .WithSummary("Freeze a result to cite it")
            .WithDescription(
                "Keeps the whole result of a search under the SHA-256 of a text that says all of it. The parameters stand in the address, "
                + "in a form, or in a JSON object of the same names (a text, or a list of texts).")
            .Takes(SearchParameters.Narrowing)
            .Limited()
            .Produces<FrozenSearchResponse>(StatusCodes.Status201Created)
            .Problems(ProblemTypes.QueryTooCostly, ProblemTypes.ArchiveReadOnly, ProblemTypes.ArchiveFull);
        searches.MapGet("/{hash}", GetAsync)
            .WithName("getFrozenSearch")
            .WithSummary("Read a frozen result")
            .WithDescription("The result as it was frozen, and what the same search finds now: added, gone, with another text.")
            .Takes(SearchParameters.Frozen)
            .Problems(ProblemTypes.NotFound, ProblemTypes.QueryTooCostly, ProblemTypes.ArchiveDamaged);
    }

    /// <summary>Bounded in size, and in number for each address.</summary>
    public static RouteHandlerBuilder Limited(this RouteHandlerBuilder endpoint) =>
        endpoint.RequireRateLimiting(Limit).WithMetadata(s_bodyLimit);

    /// <summary>The frozen result, or why there is none.</summary>
    public static async Task<(FrozenSearchResponse? Frozen, ProblemDocument? Problem)> FreezeAsync(
        HttpRequest request, DateOnly today, FreezeService service, CancellationToken cancellationToken)
    {
        if (!FreezeCallReader.TryRead(await SentParameters.ReadAsync(request, cancellationToken), today, out var call, out var fault))
        {
            return (null, ProblemDocument.From(fault));
        }

        try
        {
            return (await service.FreezeAsync(call, cancellationToken), null);
        }
        catch (ArchiveReadOnlyException)
        {
            return (null, new ProblemDocument(
                ProblemTypes.ArchiveReadOnly, "This service may search the archive and not write to it: no result can be frozen."));
        }
    }

    private static async Task<Results<Created<FrozenSearchResponse>, ProblemHttpResult>> PostAsync(
        HttpRequest request, SearchService search, FreezeService service, CancellationToken cancellationToken)
    {
        var (frozen, problem) = await FreezeAsync(request, search.Today, service, cancellationToken);
        return frozen is null ? problem!.ToResult() : TypedResults.Created($"/api/v1/searches/{frozen.Hash}", frozen);
    }

    private static async Task<Results<Ok<FrozenSearchResponse>, ProblemHttpResult>> GetAsync(
        string hash, HttpRequest request, FreezeService service, CancellationToken cancellationToken)
    {
        if (!FreezeCallReader.TryReadSince(request.Parameters(), out var since, out var fault))
        {
            return ProblemDocument.From(fault).ToResult();
        }

        return await service.GetAsync(hash, since, cancellationToken) is { } frozen
            ? TypedResults.Ok(frozen)
            : ProblemDocument.NotFound(NotFrozen).ToResult();
    }

    public const string NotFrozen = "The archive keeps no result that was frozen under this hash.";

    private sealed record BodyLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
