using Microsoft.AspNetCore.Http.HttpResults;
using Search.Service.Assistance;
using Search.Service.Requests;
using Search.Service.Responses;
using Search.Web.Problems;

namespace Search.Web.Api;

internal static class SuggestionEndpoints
{
    public static void MapSuggestionEndpoints(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/suggestions", CompleteAsync)
            .WithTags("Suggestions")
            .WithName("getSuggestions")
            .WithSummary("Complete an unfinished query")
            .WithDescription(
                "Issuers, countries, words and phrases of the archive that begin as the query ends, or else spellings that it knows. "
                + "The query need not be one that can be read.")
            .Takes(SearchParameters.Suggesting);

    private static async Task<Results<Ok<SuggestionsResponse>, ProblemHttpResult>> CompleteAsync(
        HttpRequest request, SuggestionService service, CancellationToken cancellationToken) =>
        SearchCallReader.TryReadTyped(request.Parameters(), out var text, out var fault)
            ? TypedResults.Ok(await service.CompleteAsync(text, cancellationToken))
            : ProblemDocument.From(fault).ToResult();
}
