using System.Text;
using Search.Service;
using Search.Service.Requests;
using Search.Web.Api;
using Search.Web.Citing;
using Search.Web.Pages.Layout;
using Search.Web.Pages.Problems;
using Search.Web.Problems;

namespace Search.Web.Pages.Statements;

/// <summary>A statement for reference managers, to be saved.</summary>
internal static class CitationPages
{
    public static void MapCitationPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/statements/{id}/citation.ris", RisAsync);
        pages.MapGet("/statements/{id}/citation.bib", BibTexAsync);
    }

    private static Task<IResult> RisAsync(
        string id, HttpRequest request, StatementService statements, CancellationToken cancellationToken) =>
        FileAsync(id, request, statements, RisWriter.Write, RisWriter.MediaType, "ris", cancellationToken);

    private static Task<IResult> BibTexAsync(
        string id, HttpRequest request, StatementService statements, CancellationToken cancellationToken) =>
        FileAsync(id, request, statements, BibTexWriter.Write, BibTexWriter.MediaType, "bib", cancellationToken);

    private static async Task<IResult> FileAsync(
        string id,
        HttpRequest request,
        StatementService statements,
        Func<Citation, string> write,
        string mediaType,
        string extension,
        CancellationToken cancellationToken)
    {
        if (!SearchCallReader.TryReadNone(request.PageParameters(), out var fault))
        {
            return ProblemPages.Show(ProblemDocument.From(fault), null);
        }

        if (await statements.GetAloneAsync(id, cancellationToken) is not { } statement)
        {
            return ProblemPages.Show(ProblemDocument.NotFound("The archive holds no statement with this identifier."), null);
        }

        var text = write(Citation.Of(statement, $"{request.Site()}/statements/{statement.Id}"));
        return TypedResults.File(
            Encoding.UTF8.GetBytes(text), $"{mediaType}; charset=utf-8", $"statement-{statement.Id}.{extension}");
    }
}
