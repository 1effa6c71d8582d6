using System.Globalization;
using System.Text;

namespace Search.Web.Citing;

/// <summary>
/// RIS, which reference managers import: two letters, two spaces, a hyphen, a space and a value on each line. It has no escapes, so a
/// value is kept from looking like another line by being one line.
/// </summary>
public static class RisWriter
{
    public const string MediaType = "application/x-research-info-systems";

    public static string Write(Citation citation)
    {
        var text = new StringBuilder();
        var date = citation.DateParts;

        // A page of the web: the format has no type for a statement.
        Line("TY", "ELEC");
        Line("ID", citation.Id);
        Line("TI", citation.Title);
        Line("AU", Author(citation.Author));
        Line("PY", date.ElementAtOrDefault(0));
        Line("DA", date.Count == 0 ? null : Date(date));
        Line("T2", citation.Source);
        Line("PB", citation.Source);
        Line("LA", citation.Language);
        Line("UR", citation.Url);
        Line("UR", citation.Address);
        Line("Y2", citation.Captured is { } captured ? Date(Parts(captured)) : null);
        Line("N1", citation.Author?.Contains(',', StringComparison.Ordinal) == true ? $"Issued by: {citation.Author}" : null);
        Line("N1", citation.VersionNote);
        text.Append("ER  - \r\n");
        return text.ToString();

        void Line(string tag, string? value)
        {
            if (value is not null)
            {
                text.Append(tag).Append("  - ").Append(value).Append("\r\n");
            }
        }
    }

    /// <summary>A comma would part a surname from a first name; the name as printed stands in a note.</summary>
    private static string? Author(string? printed) => printed?.Replace(", ", " – ", StringComparison.Ordinal)
        .Replace(",", " – ", StringComparison.Ordinal);

    /// <summary>Year, month and day, each followed by a slash but for the note that may come last: what is unknown is empty.</summary>
    private static string Date(IReadOnlyList<string> parts) =>
        $"{parts[0]}/{parts.ElementAtOrDefault(1)}/{parts.ElementAtOrDefault(2)}/";

    private static string[] Parts(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture).Split('-');
}
