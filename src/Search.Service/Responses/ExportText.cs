using System.Text.Json;
using CsvHelper;
using Search.Core.Countries;
using Search.Core.Statements;

namespace Search.Service.Responses;

/// <summary>
/// Statements as the lines of an export, JSON Lines or CSV. In CSV, what a spreadsheet would take for a formula has an apostrophe
/// before it.
/// </summary>
/// <param name="csv">CSV, or JSON Lines.</param>
/// <param name="body">Whether to write the texts.</param>
/// <param name="countryKinds">Which kinds of mention make a statement one that names a country.</param>
public sealed class ExportText(bool csv, bool body, MentionKinds countryKinds)
{
    private static readonly CsvWriterOptions s_options = new() { Injection = CsvInjection.Escape };

    private static readonly string[] s_columns =
    [
        "id", "sourceId", "title", "issued", "issuer", "issuerOffice", "issuerOrganisation", "issuerCountry", "issuerPrinted", "kind",
        "source", "url", "language", "countries",
    ];

    /// <summary>What stands before the first line; empty for JSON Lines.</summary>
    public string Head() => csv ? Table(writer => writer.WriteRecord(body ? [.. s_columns, "body"] : s_columns)) : string.Empty;

    /// <summary>A line for each statement.</summary>
    public string Lines(IReadOnlyList<Statement> statements)
    {
        var rows = statements.Select(Row);
        return csv
            ? Table(writer =>
            {
                foreach (var row in rows)
                {
                    writer.WriteRecord(Fields(row));
                }
            })
            : string.Concat(rows.Select(row => JsonSerializer.Serialize(row, ResponseJson.Readable.ExportRow) + "\n"));
    }

    private static string Table(Action<CsvWriter> write)
    {
        using var text = new StringWriter();
        using (var writer = CsvWriter.Create(text, s_options, leaveOpen: true))
        {
            write(writer);
        }

        return text.ToString();
    }

    private ExportRow Row(Statement statement) => new(
        statement.Id.Value,
        statement.SourceId,
        statement.Title,
        statement.Issued,
        ResponseWriter.Issuer(statement.Issuer),
        statement.Kind.ToValue(),
        statement.Source,
        statement.SourceUrl,
        statement.Language,
        ResponseWriter.CountryCodes(statement, countryKinds),
        body ? statement.Body : null);

    private string[] Fields(ExportRow row)
    {
        string?[] fields =
        [
            row.Id, row.SourceId, row.Title, row.Issued?.ToString(), row.Issuer?.Name, row.Issuer?.Office, row.Issuer?.Organisation,
            row.Issuer?.Country, row.Issuer?.Printed, row.Kind, row.Source, row.Url, row.Language, string.Join(' ', row.Countries),
        ];
        return [.. (body ? fields.Append(row.Body) : fields).Select(field => field ?? string.Empty)];
    }
}
