using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Search.Service;
using Search.Service.Requests;
using Search.Service.Responses;
using Search.Web.Problems;

namespace Search.Web.Api;

/// <summary>What is counted over all statements that match, not page by page.</summary>
internal static class CountingEndpoints
{
    private const string Csv = "text/csv";

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
        counting.MapGet("/trends", CountTrendsAsync)
            .WithName("getTrends")
            .WithSummary("Count several queries over time")
            .WithDescription(
                "For each query and each day, week, month or year how many statements match, and of how many: empty buckets included, "
                + "statements without a date apart. As CSV with format=csv or the header Accept: text/csv.")
            .Takes(SearchParameters.Trends)
            .Produces<TrendsResponse>(StatusCodes.Status200OK, "application/json", Csv)
            .Problems(ProblemTypes.QueryTooCostly);
        counting.MapGet("/issuers/compare", CompareAsync)
            .WithName("compareIssuers")
            .WithSummary("Compare who says something")
            .WithDescription(
                "For each chosen issuer, or the ten with the most uses, and each query: how many statements, of how many, the first, the "
                + "last and a marked passage.")
            .Takes(SearchParameters.Comparison)
            .Problems(ProblemTypes.QueryTooCostly);
        counting.MapGet("/coverage", CoverAsync)
            .WithName("getCoverage")
            .WithSummary("Say what the archive holds")
            .WithDescription(
                "By source or issuer: statements by month, the first and the last, and the gaps that are longer than is usual for it. What "
                + "was said within a gap is not known here.")
            .Takes(SearchParameters.Coverage)
            .Problems(ProblemTypes.QueryTooCostly);
    }

    private static async Task<Results<Ok<TrendsResponse>, FileContentHttpResult, ProblemHttpResult>> CountTrendsAsync(
        HttpRequest request, SearchService search, TrendService service, CancellationToken cancellationToken)
    {
        if (!CountingCallReader.TryReadTrends(request.Parameters(), search.Today, out var call, out var fault))
        {
            return ProblemDocument.From(fault).ToResult();
        }

        var trends = await service.CountAsync(call, cancellationToken);
        request.HttpContext.Response.Headers.Vary = HeaderNames.Accept;
        return (call.Format ?? (WantsCsv(request) ? "csv" : "json")) == "csv"
            ? Table(trends)
            : TypedResults.Ok(trends);
    }

    private static async Task<Results<Ok<ComparisonResponse>, ProblemHttpResult>> CompareAsync(
        HttpRequest request, SearchService search, ComparisonService service, CancellationToken cancellationToken) =>
        CountingCallReader.TryReadComparison(request.Parameters(), search.Today, out var call, out var fault)
            ? TypedResults.Ok(await service.CompareAsync(call, cancellationToken))
            : ProblemDocument.From(fault).ToResult();

    private static async Task<Results<Ok<ArchiveCoverageResponse>, ProblemHttpResult>> CoverAsync(
        HttpRequest request, CoverageService service, CancellationToken cancellationToken) =>
        CountingCallReader.TryReadCoverage(request.Parameters(), out var call, out var fault)
            ? TypedResults.Ok(await service.CoverAsync(call, cancellationToken))
            : ProblemDocument.From(fault).ToResult();

    private static FileContentHttpResult Table(TrendsResponse trends)
    {
        using var content = new MemoryStream();
        TrendTable.Write(trends, content);
        return TypedResults.File(content.ToArray(), $"{Csv}; charset=utf-8", "trends.csv");
    }

    /// <summary>Whether CSV is asked for before JSON; whoever takes anything gets JSON.</summary>
    private static bool WantsCsv(HttpRequest request) => request.GetTypedHeaders().Accept
        .Where(type => (type.Quality ?? 1) > 0)
        .OrderByDescending(type => type.Quality ?? 1)
        .Select(type => type.MediaType.Value)
        .FirstOrDefault(type => type is Csv or "application/json" or "*/*") == Csv;

    private static async Task<Results<Ok<UsesResponse>, ProblemHttpResult>> CountUsesAsync(
        HttpRequest request, SearchService search, UseService service, CancellationToken cancellationToken) =>
        CountingCallReader.TryReadUses(request.Parameters(), search.Today, out var call, out var fault)
            ? TypedResults.Ok(await service.CountAsync(call, cancellationToken))
            : ProblemDocument.From(fault).ToResult();
}
