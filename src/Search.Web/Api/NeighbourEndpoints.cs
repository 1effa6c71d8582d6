using Microsoft.AspNetCore.Http.HttpResults;
using Search.Service;
using Search.Service.Requests;
using Search.Service.Responses;
using Search.Web.Problems;

namespace Search.Web.Api;

/// <summary>What other statements of the archive one has text or words in common with.</summary>
internal static class NeighbourEndpoints
{
    public static void MapNeighbourEndpoints(this IEndpointRouteBuilder routes)
    {
        var neighbours = routes.MapGroup("/statements/{id}").WithTags("Statements");
        neighbours.MapGet("/novelty", GetNoveltyAsync)
            .WithName("getStatementNovelty")
            .WithSummary("Say what is new in a statement")
            .WithDescription(
                "Which runs of eight words or more, and which whole sentences of five or more, an earlier statement of the archive has "
                + "word for word, with the first that has them; the rest is new. Undated statements and those of the same day are named "
                + "apart.")
            .Takes([])
            .Problems(ProblemTypes.NotFound, ProblemTypes.QueryTooCostly);
        neighbours.MapGet("/siblings", GetSiblingsAsync)
            .WithName("getStatementSiblings")
            .WithSummary("List where else the same text is")
            .WithDescription(
                "Statements that are the same text in near-identical words, in other sources or again in the same, with what differs, "
                + "word by word.")
            .Takes([])
            .Problems(ProblemTypes.NotFound, ProblemTypes.QueryTooCostly);
        neighbours.MapGet("/similar", GetSimilarAsync)
            .WithName("getStatementSimilar")
            .WithSummary("List similar statements")
            .WithDescription(
                "Statements that have words of the statement which are rare in the archive; the same text elsewhere is left out.")
            .Takes([])
            .Problems(ProblemTypes.NotFound, ProblemTypes.QueryTooCostly);
    }

    private static Task<Results<Ok<NoveltyResponse>, ProblemHttpResult>> GetNoveltyAsync(
        string id, HttpRequest request, NoveltyService service, CancellationToken cancellationToken) =>
        AnswerAsync(request, () => service.GetAsync(id, cancellationToken));

    private static Task<Results<Ok<SiblingsResponse>, ProblemHttpResult>> GetSiblingsAsync(
        string id, HttpRequest request, SiblingService service, CancellationToken cancellationToken) =>
        AnswerAsync(request, () => service.GetAsync(id, cancellationToken));

    private static Task<Results<Ok<SimilarResponse>, ProblemHttpResult>> GetSimilarAsync(
        string id, HttpRequest request, SimilarityService service, CancellationToken cancellationToken) =>
        AnswerAsync(request, () => service.GetAsync(id, cancellationToken));

    private static async Task<Results<Ok<T>, ProblemHttpResult>> AnswerAsync<T>(HttpRequest request, Func<Task<T?>> ask)
        where T : class
    {
        if (!SearchCallReader.TryReadNone(request.Parameters(), out var fault))
        {
            return ProblemDocument.From(fault).ToResult();
        }

        return await ask() is { } answer
            ? TypedResults.Ok(answer)
            : ProblemDocument.NotFound("The archive holds no statement with this id.").ToResult();
    }
}
