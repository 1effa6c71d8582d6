using CsvHelper;

namespace Search.Reading.Records;

/// <summary>The fields of one row, by RFC 4180.</summary>
internal static class TableFields
{
    /// <param name="row">Whole, with the line ends that stand inside quotes.</param>
    /// <param name="delimiter">What separates its fields.</param>
    /// <param name="isLiteral">Quotes are marks of the text, as in tab-separated values that escape nothing.</param>
    public static string[] Split(string row, char delimiter, bool isLiteral)
    {
        var options = new CsvReaderOptions
        {
            Separator = delimiter,
            Mode = isLiteral ? CsvMode.NoEscape : CsvMode.Rfc4180,
            HasHeader = false,
            TrimWhitespace = false,
            DetectSeparatorHint = false,
        };
        using var reader = CsvReader.FromText(row, options);
        return reader.Read() ? reader.Current.ToArray() : [];
    }
}
