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
        counting.MapGet("/trends", CountTrendsAsync)
            .WithName("getTrends")
            .WithSummary("Count several queries over time")
            .WithDescription(
                "For each query and each day, week, month or year how many statements match, and of how many: empty buckets included, "
                + "statements without a date apart. As CSV with format=csv or the header Accept: text/csv.")
            .Takes(SearchParameters.Trends)
            .Produces<TrendsResponse>(StatusCodes.Status200OK, "application/json", CsvNegotiation.MediaType)
            .Problems(ProblemTypes.QueryTooCostly);
        counting.MapGet("/issuers/compare", CompareAsync)
            .WithName("compareIssuers")
            .WithSummary("Compare who says something")
            .WithDescription(
                "For each chosen issuer, or the ten with the most uses, and each query: how many statements, of how many, the first, the "
                + "last and a marked passage.")
            .Takes(SearchParameters.Comparison)
            .Problems(ProblemTypes.QueryTooCostly);
        counting.MapGet("/phrases", CountPhrasesAsync)
            .WithName("getPhrases")
            .WithSummary("Say what stands in a phrase's free word")
            .WithDescription(
                "For a phrase that leaves a word open, the words that stand there: in how many statements, the first, the last and a "
                + "marked passage. Every figure is exact; a phrase that stands in too many statements is refused.")
            .Takes(SearchParameters.Phrases)
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
        return request.WantsCsv(call.Format) ? Table(trends) : TypedResults.Ok(trends);
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

    private static async Task<Results<Ok<PhrasesResponse>, ProblemHttpResult>> CountPhrasesAsync(
        HttpRequest request, SearchService search, PhraseService service, CancellationToken cancellationToken) =>
        PhraseCallReader.TryRead(request.Parameters(), search.Today, out var call, out var fault)
            ? TypedResults.Ok(await service.CountAsync(call, cancellationToken))
            : ProblemDocument.From(fault).ToResult();

    private static FileContentHttpResult Table(TrendsResponse trends)
    {
        using var content = new MemoryStream();
        TrendTable.Write(trends, content);
        return TypedResults.File(content.ToArray(), CsvNegotiation.ContentType, "trends.csv");
    }

    private static async Task<Results<Ok<UsesResponse>, ProblemHttpResult>> CountUsesAsync(
        HttpRequest request, SearchService search, UseService service, CancellationToken cancellationToken) =>
        CountingCallReader.TryReadUses(request.Parameters(), search.Today, out var call, out var fault)
            ? TypedResults.Ok(await service.CountAsync(call, cancellationToken))
            : ProblemDocument.From(fault).ToResult();
}
