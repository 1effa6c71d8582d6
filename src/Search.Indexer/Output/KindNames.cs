using Search.Importing;
using Search.Reading.Files;

namespace Search.Indexer.Output;

/// <summary>What kinds of files are called, to people and to scripts.</summary>
internal static class KindNames
{
    private static readonly Dictionary<FileKind, (string One, string Many)> s_names = new()
    {
        [FileKind.Empty] = ("empty file", "empty files"),
        [FileKind.JsonLines] = ("JSON Lines file", "JSON Lines files"),
        [FileKind.Json] = ("JSON file", "JSON files"),
        [FileKind.Table] = ("table", "tables"),
        [FileKind.Html] = ("HTML page", "HTML pages"),
        [FileKind.Feed] = ("feed", "feeds"),
        [FileKind.Text] = ("text page", "text pages"),
        [FileKind.Pdf] = ("PDF", "PDFs"),
        [FileKind.Docx] = ("DOCX document", "DOCX documents"),
        [FileKind.Mhtml] = ("saved page", "saved pages"),
        [FileKind.Picture] = ("picture", "pictures"),
        [FileKind.Office] = ("other office document", "other office documents"),
        [FileKind.Mail] = ("message", "messages"),
        [FileKind.Archive] = ("packed archive", "packed archives"),
        [FileKind.Recording] = ("recording", "recordings"),
        [FileKind.Binary] = ("file of no known kind", "files of no known kind"),
    };

    /// <summary>The kind as scripts know it: json-lines.</summary>
    public static string ValueOf(FileKind kind) =>
        kind == FileKind.JsonLines ? "json-lines" : kind.ToString().ToLowerInvariant();

    /// <summary>How many files of a kind there were, and how many statements were in them where that is not one for each.</summary>
    public static string Describe(FileKind kind, KindCount count)
    {
        var files = $"{count.Files:N0} {(count.Files == 1 ? s_names[kind].One : s_names[kind].Many)}";
        return count.Statements == count.Files ? files
            : count.Statements == 0 ? $"{files} (none read)"
            : $"{files} ({count.Statements:N0} {(count.Statements == 1 ? "statement" : "statements")})";
    }
}
