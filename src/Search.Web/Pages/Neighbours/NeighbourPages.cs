using Search.Archive.Highlighting;
using Search.Service;
using Search.Service.Responses;
using Search.Web.Pages.Layout;
using Search.Web.Pages.Problems;
using Search.Web.Problems;

namespace Search.Web.Pages.Neighbours;

/// <summary>Pages of what a statement has in common with others.</summary>
internal static class NeighbourPages
{
    public static void MapNeighbourPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/statements/{id}/novelty", NoveltyAsync);
        pages.MapGet("/statements/{id}/siblings", SiblingsAsync);
        pages.MapGet("/statements/{id}/similar", SimilarAsync);
    }

    /// <summary>What of a text is not new, as marks that do not overlap.</summary>
    public static IReadOnlyList<Mark> Marks(IEnumerable<ReusedSpanResponse> spans)
    {
        var marks = new List<Mark>();
        foreach (var span in spans.OrderBy(span => span.Start))
        {
            if (marks.Count > 0 && marks[^1] is var last && span.Start <= last.Start + last.Length)
            {
                marks[^1] = new Mark(last.Start, Math.Max(last.Length, span.Start + span.Length - last.Start));
            }
            else
            {
                marks.Add(new Mark(span.Start, span.Length));
            }
        }

        return marks;
    }

    private static async Task<IResult> NoveltyAsync(
        string id, StatementService statements, NoveltyService service, CancellationToken cancellationToken) =>
        await statements.GetAloneAsync(id, cancellationToken) is { } statement
            && await service.GetAsync(id, cancellationToken) is { } novelty
            ? PageResult.Of<NoveltyPage>((nameof(NoveltyPage.Statement), statement), (nameof(NoveltyPage.Novelty), novelty))
            : NotFound();

    private static async Task<IResult> SiblingsAsync(
        string id, StatementService statements, SiblingService service, CancellationToken cancellationToken) =>
        await statements.GetAloneAsync(id, cancellationToken) is { } statement
            && await service.GetAsync(id, cancellationToken) is { } siblings
            ? PageResult.Of<SiblingsPage>((nameof(SiblingsPage.Statement), statement), (nameof(SiblingsPage.Siblings), siblings))
            : NotFound();

    private static async Task<IResult> SimilarAsync(
        string id, StatementService statements, SimilarityService service, CancellationToken cancellationToken) =>
        await statements.GetAloneAsync(id, cancellationToken) is { } statement
            && await service.GetAsync(id, cancellationToken) is { } similar
            ? PageResult.Of<SimilarPage>((nameof(SimilarPage.Statement), statement), (nameof(SimilarPage.Similar), similar))
            : NotFound();

    private static IResult NotFound() =>
        ProblemPages.Show(ProblemDocument.NotFound("The archive holds no statement with this identifier."), null);
}
