using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Search.Service;
using Search.Service.Requests;
using Search.Service.Responses;
using Search.Web.Problems;

namespace Search.Web.Api;

/// <summary>Every hit of a search, written as it is found.</summary>
internal static class ExportEndpoints
{
    public const string JsonLines = "application/jsonl";

    private const string TotalHeader = "X-Total-Count";
    private const string LimitHeader = "X-Export-Limit";

    public static void MapExportEndpoints(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/export", ExportAsync)
            .WithTags("Export")
            .WithName("exportStatements")
            .WithSummary("Export every hit of a search")
            .WithDescription(
                $"A line a statement, as JSON Lines or CSV; their number stands in the header {TotalHeader}. There is no upper limit "
                + $"unless the service is set up with one: it then stands in {LimitHeader}, and a search with more hits is refused. "
                + "An export that cannot be ended breaks the connection off.")
            .Takes(SearchParameters.Export)
            .Produces<ExportRow>(StatusCodes.Status200OK, JsonLines, CsvNegotiation.MediaType)
            .Problems(ProblemTypes.QueryTooCostly);

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> ExportAsync(
        HttpRequest request, SearchService search, ExportService service, CancellationToken cancellationToken)
    {
        if (!CountingCallReader.TryReadExport(request.Parameters(), search.Today, out var call, out var fault))
        {
            return ProblemDocument.From(fault).ToResult();
        }

        var export = await service.BeginAsync(call, cancellationToken);
        var csv = request.WantsCsv(call.Format);
        request.HttpContext.Response.Headers[TotalHeader] = export.Total.ToString(CultureInfo.InvariantCulture);
        if (service.Limit is { } limit)
        {
            request.HttpContext.Response.Headers[LimitHeader] = limit.ToString(CultureInfo.InvariantCulture);
        }

        var text = new ExportText(csv, call.Body, call.Filters.CountryKinds);
        return TypedResults.Stream(
            output => WriteAsync(output, export, text, csv, cancellationToken),
            csv ? CsvNegotiation.ContentType : JsonLines,
            csv ? "statements.csv" : "statements.jsonl");
    }

    private static async Task WriteAsync(
        Stream output, StatementExport export, ExportText text, bool csv, CancellationToken cancellationToken)
    {
        if (csv)
        {
            // Spreadsheets take UTF-8 without its mark for something else.
            await output.WriteAsync(Encoding.UTF8.GetPreamble(), cancellationToken);
        }

        await output.WriteAsync(Encoding.UTF8.GetBytes(text.Head()), cancellationToken);
        await foreach (var statements in export.ReadAsync(cancellationToken))
        {
            await output.WriteAsync(Encoding.UTF8.GetBytes(text.Lines(statements)), cancellationToken);
            await output.FlushAsync(cancellationToken);
        }
    }
}
