using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Search.Reading.Dates;
using Search.Reading.Files;

namespace Search.Reading.Records;

/// <summary>
/// Comma-, semicolon-, tab- or bar-separated values with a header that names the schema's fields, a statement a row.
/// </summary>
internal static class TableReader
{
    /// <summary>Excel's own first line, which names the separator: <c>sep=;</c>.</summary>
    private const string Separator = "sep=";

    public static async IAsyncEnumerable<UnreadRecord> ReadAsync(
        SourceFile file, ReadOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var text = await TableText.OpenAsync(file.Content, cancellationToken);
        var lines = new TableLines(text, ReadLimits.LineBytes, firstLine: 1);
        var first = await lines.NextAsync(cancellationToken);
        if (first?.Text is { } mark && mark.StartsWith(Separator, StringComparison.OrdinalIgnoreCase)
            && mark.Length <= Separator.Length + 1)
        {
            first = await lines.NextAsync(cancellationToken);
        }

        var header = TableHeader.Read(first?.Text ?? string.Empty, options.Columns);
        if (Check(header, options.Columns) is { } reason)
        {
            yield return file.Refuse(file.Name, ReadFaultKind.Malformed, reason);
            yield break;
        }

        await using var rows = new TableRows(lines, header.Delimiter, header.Names.Count)
            .CutAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(rows) is { } row)
        {
            var location = string.Create(CultureInfo.InvariantCulture, $"{file.Name}:{row.Line}");
            if (row.Text is null)
            {
                yield return file.Refuse(location, row.Fault, row.Reason);
            }
            else
            {
                var origin = RecordOrigin.Of(file, location, options);
                yield return origin.Unread(token => Read(row, header, origin, token), 2 * row.Text.Length);
            }
        }
    }

    private static async Task<TableRow?> NextAsync(IAsyncEnumerator<TableRow> rows)
    {
        try
        {
            return await rows.MoveNextAsync() ? rows.Current : null;
        }
        catch (DecoderFallbackException exception)
        {
            throw new InvalidDataException("A table of this size must be UTF-8 from end to end, and this one is not.", exception);
        }
    }

    private static string? Check(TableHeader header, TableColumns columns)
    {
        var missing = columns.Pairs.Where(pair => !header.Names.Any(name => FieldNames.Key(name) == FieldNames.Key(pair.Column)))
            .Select(pair => pair.Column).ToList();
        var names = string.Join(", ", header.Names.Take(20).Select(name => name[..Math.Min(name.Length, 40)]));
        return missing.Count > 0 ? $"The table has no column {missing[0]}; its columns are {names}."
            : !header.HasText ? $"No column is named \"text\", and none was given as such (text=...); the columns are {names}."
            : null;
    }

    private static ReadResult Read(TableRow row, TableHeader header, RecordOrigin origin, CancellationToken cancellationToken)
    {
        var record = new JsonLineRecord();
        foreach (var (field, value) in header.Fields.Zip(TableFields.Split(row.Text!, header.Delimiter, row.IsLiteral)))
        {
            if (field != JsonLineKey.Unknown && !string.IsNullOrWhiteSpace(value))
            {
                record[field] = field == JsonLineKey.Date ? WrittenOut(value.Trim())
                    : field == JsonLineKey.Text ? value
                    : value.Trim();
            }
        }

        return JsonLinesReader.Understand(record, origin.Options.Explain ? [header.Explanation] : [], origin, cancellationToken);
    }

    /// <summary>
    /// People write days into tables in many ways: one that can mean one day only is that day. Two numbers that may be day and month
    /// either way stay as they are, and are refused.
    /// </summary>
    private static string WrittenOut(string value) =>
        value.Length <= 60 && DateScanner.Find(value) is [{ HasYear: true, IsAmbiguous: false } date] && date.ToDate() is { } day
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : value;
}
