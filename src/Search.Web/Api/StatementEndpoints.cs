using Microsoft.AspNetCore.Http.HttpResults;
using Search.Service;
using Search.Service.Requests;
using Search.Service.Responses;
using Search.Web.Problems;

namespace Search.Web.Api;

internal static class StatementEndpoints
{
    private const string NoStatement = "The archive holds no statement with this id.";

    public static void MapStatementEndpoints(this IEndpointRouteBuilder routes)
    {
        var statements = routes.MapGroup("/statements").WithTags("Statements");
        statements.MapGet("/", SearchAsync)
            .WithName("searchStatements")
            .WithSummary("Search statements")
            .WithDescription(
                "A page of the statements that match, with marked passages, facets, a histogram over time and "
                + "the counts at each level of likeness.")
            .Takes(SearchParameters.Search)
            .Problems(ProblemTypes.CursorExpired, ProblemTypes.QueryTooCostly);
        statements.MapGet("/{id}", GetAsync)
            .WithName("getStatement")
            .WithSummary("Read one statement")
            .WithDescription(
                "The whole text with the countries it names. With q, what the query matched in title and body. "
                + "The id is the statement's own or the one its source gave it.")
            .Takes(SearchParameters.Marking)
            .Problems(ProblemTypes.NotFound);
        statements.MapGet("/{id}/versions", GetVersionsAsync)
            .WithName("getStatementVersions")
            .WithSummary("List a statement's versions")
            .WithDescription("Captures of the statement whose texts differ, latest first.")
            .Takes([])
            .Problems(ProblemTypes.NotFound);
        statements.MapGet("/{id}/versions/{number:int}/diff", GetDifferenceAsync)
            .WithName("getStatementDifference")
            .WithSummary("Compare a version with the current text")
            .WithDescription("Word-level differences of title and body, from the version with this number to the current one.")
            .Takes([])
            .Problems(ProblemTypes.NotFound);
    }

    private static async Task<Results<Ok<SearchPageResponse>, ProblemHttpResult>> SearchAsync(
        HttpRequest request, SearchService service, CancellationToken cancellationToken) =>
        SearchCallReader.TryRead(request.Parameters(), service.Today, out var call, out var fault)
            ? TypedResults.Ok(await service.SearchAsync(call, cancellationToken))
            : ProblemDocument.From(fault).ToResult();

    private static async Task<Results<Ok<StatementResponse>, ProblemHttpResult>> GetAsync(
        string id, HttpRequest request, SearchService service, StatementService statements, CancellationToken cancellationToken)
    {
        if (!SearchCallReader.TryRead(request.Parameters(), SearchParameters.Marking, service.Today, out var call, out var fault))
        {
            return ProblemDocument.From(fault).ToResult();
        }

        return OkOrNotFound((await statements.GetAsync(id, call, cancellationToken))?.Statement, NoStatement);
    }

    private static async Task<Results<Ok<VersionsResponse>, ProblemHttpResult>> GetVersionsAsync(
        string id, HttpRequest request, StatementService statements, CancellationToken cancellationToken) =>
        SearchCallReader.TryReadNone(request.Parameters(), out var fault)
            ? OkOrNotFound(await statements.GetVersionsAsync(id, cancellationToken), NoStatement)
            : ProblemDocument.From(fault).ToResult();

    private static async Task<Results<Ok<DifferenceResponse>, ProblemHttpResult>> GetDifferenceAsync(
        string id, int number, HttpRequest request, StatementService statements, CancellationToken cancellationToken) =>
        SearchCallReader.TryReadNone(request.Parameters(), out var fault)
            ? OkOrNotFound(
                await statements.GetDifferenceAsync(id, number, cancellationToken),
                "The archive holds no such statement, or no earlier version with this number.")
            : ProblemDocument.From(fault).ToResult();

    private static Results<Ok<T>, ProblemHttpResult> OkOrNotFound<T>(T? value, string otherwise)
        where T : class => value is null ? ProblemDocument.NotFound(otherwise).ToResult() : TypedResults.Ok(value);
}
