using System.Runtime.CompilerServices;
using Search.Reading.Files;

namespace Search.Reading.Records;

/// <summary>A row of a table.</summary>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Text">Whole; null when it cannot be read, for the reason.</param>
/// <param name="IsLiteral">Its quotes are marks of the text.</param>
internal sealed record TableRow(long Line, string? Text, bool IsLiteral, ReadFaultKind Fault, string Reason)
{
    public static TableRow Whole(long line, string text, bool isLiteral = false) =>
        new(line, text, isLiteral, default, string.Empty);

    public static TableRow Bad(long line, ReadFaultKind fault, string reason) => new(line, null, IsLiteral: false, fault, reason);
}

/// <summary>
/// Cuts a table into rows. A row that is not sound costs itself: reading goes on with the next line that is a row by itself, so
/// that one lost quotation mark does not swallow the rest of the table.
/// </summary>
internal sealed class TableRows(TableLines lines, char delimiter, int columns)
{
    /// <summary>How often lines are looked at again as rows of their own; a table with more such places is no table.</summary>
    private const int MostRepairs = 100;
    private const int RowCharacters = ReadLimits.LineBytes;
    private int _repairs;

    public async IAsyncEnumerable<TableRow> CutAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isMending = false;
        while (await lines.NextAsync(cancellationToken) is { } line)
        {
            var row = await CutAsync(line, cancellationToken);
            if (row is not null && !(isMending && row.Text is null))
            {
                isMending = row.Text is null && row.Fault == ReadFaultKind.Malformed;
                yield return row;
            }
        }
    }

    /// <summary>Null for a line without anything on it.</summary>
    private async ValueTask<TableRow?> CutAsync(TableLine first, CancellationToken cancellationToken)
    {
        if (first.Text is null)
        {
            return TableRow.Bad(first.Number, ReadFaultKind.TooLarge, $"The row is longer than {RowCharacters >> 20} M characters.");
        }

        var scan = new TableScan(delimiter);
        scan.Add(first.Text);
        List<TableLine> read = [first];
        var length = first.Text.Length;
        while (scan.IsOpen && !scan.IsBroken && await lines.NextAsync(cancellationToken) is { } next)
        {
            read.Add(next);
            length += 1 + (next.Text?.Length ?? 0);
            if (next.Text is null || length > RowCharacters)
            {
                break;
            }

            scan.Add(next.Text);
        }

        return Judge(scan, read);
    }

    private TableRow? Judge(TableScan scan, List<TableLine> read)
    {
        var first = read[0];
        if (!scan.IsOpen && !scan.IsBroken)
        {
            return scan.IsBlank ? null
                : scan.Fields == columns ? TableRow.Whole(first.Number, string.Join('\n', read.Select(line => line.Text)))
                : TableRow.Bad(first.Number, ReadFaultKind.Malformed,
                    $"The row has {scan.Fields} fields, the header has {columns} columns.");
        }

        // The lines behind the first are looked at again, each as a row of its own.
        if (++_repairs <= MostRepairs)
        {
            lines.Return(read[1..]);
        }

        return delimiter == '\t' && first.Text.AsSpan().Count(delimiter) == columns - 1
            ? TableRow.Whole(first.Number, first.Text!, isLiteral: true)
            : TableRow.Bad(first.Number, ReadFaultKind.Malformed,
                scan.IsBroken ? "Something stands between a closing quotation mark and the end of its field."
                    : "A quotation mark opens a field and none closes it.");
    }
}
