using System.Globalization;
using System.Text;

namespace Search.Web.Citing;

/// <summary>BibTeX, with the fields of biblatex for dates, so that a month or a year stays one.</summary>
public static class BibTexWriter
{
    public const string MediaType = "application/x-bibtex";

    public static string Write(Citation citation)
    {
        var text = new StringBuilder();

        // The key is made of the id, letters and digits: the title may be in any script.
        text.Append("@online{statement-").Append(string.Concat(citation.Id.Where(char.IsAsciiLetterOrDigit))).Append(",\n");
        Field("title", $"{{{Escape(citation.Title)}}}");
        Field("author", citation.Author is null ? null : $"{{{Escape(citation.Author)}}}");
        Field("date", citation.Issued?.ToString());
        Field("year", citation.DateParts.ElementAtOrDefault(0));
        Field("organization", Escape(citation.Source));
        Field("langid", citation.Language is null ? null : Escape(citation.Language));
        Field("url", Address(citation.Url ?? citation.Address));
        Field("urldate", citation.Captured?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Field("note", Escape($"In the archive: {citation.Address}.{(citation.VersionNote is { } note ? $" {note}" : "")}"));
        text.Append("}\n");
        return text.ToString();

        void Field(string name, string? value)
        {
            if (value is not null)
            {
                text.Append("  ").Append(name).Append(" = {").Append(value).Append("},\n");
            }
        }
    }

    /// <summary>Braces are counted before anything else is read, even behind a backslash: they are written by their names.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            escaped.Append(letter switch
            {
                '\\' => @"\textbackslash{}",
                '{' => @"\textbraceleft{}",
                '}' => @"\textbraceright{}",
                '~' => @"\textasciitilde{}",
                '^' => @"\textasciicircum{}",
                '$' or '&' or '#' or '%' or '_' => $@"\{letter}",
                _ => letter.ToString(),
            });
        }

        return escaped.ToString();
    }

    /// <summary>The field is taken as it stands, so nothing may be escaped by a backslash in it.</summary>
    private static string Address(string url) => url
        .Replace("\\", "%5C", StringComparison.Ordinal)
        .Replace("{", "%7B", StringComparison.Ordinal)
        .Replace("}", "%7D", StringComparison.Ordinal);
}
