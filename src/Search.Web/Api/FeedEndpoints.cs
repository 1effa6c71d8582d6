using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Search.Service;
using Search.Service.Requests;
using Search.Web.Feeds;
using Search.Web.Problems;

namespace Search.Web.Api;

/// <summary>A search to subscribe to.</summary>
internal static class FeedEndpoints
{
    public const string Path = "/feeds/statements.atom";

    public static void MapFeedEndpoints(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Path, ReadAsync)
            .WithTags("Feeds")
            .WithName("readFeed")
            .WithSummary("Follow a search")
            .WithDescription(
                "The hits as an Atom feed, what the archive got last first, so that what is found late shows, too. With returnedAfter "
                + "only statements that say it again after so many days of silence. ETag and Last-Modified tell whether there is "
                + "more.")
            .Takes(SearchParameters.Feed)
            .Produces(StatusCodes.Status200OK, contentType: AtomText.MediaType)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .Problems(ProblemTypes.QueryTooCostly);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ReadAsync(
        HttpRequest request, SearchService search, FeedService service, CancellationToken cancellationToken)
    {
        if (!CountingCallReader.TryReadFeed(request.Parameters(), search.Today, out var call, out var fault))
        {
            return ProblemDocument.From(fault).ToResult();
        }

        var feed = await service.ReadAsync(call, cancellationToken);
        var content = new AtomText(request.Site()).Write(feed, Path + request.QueryString, $"/{PageQuery(request)}");
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content)[..12])}\"");
        return TypedResults.File(content, $"{AtomText.MediaType}; charset=utf-8", lastModified: AtomText.Updated(feed), entityTag: tag);
    }

    /// <summary>What a feed and the page of its search have in common.</summary>
    private static QueryString PageQuery(HttpRequest request) => QueryString.Create(
        KnownParameters.Of(request.Parameters(), SearchParameters.Narrowing)
            .Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)));
}
