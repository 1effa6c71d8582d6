using System.Buffers;
using Search.Reading.Text;

namespace Search.Reading.Pages;

/// <summary>
/// Tells what a site says in place of a page (not found, please wait, switch on scripts) from a short statement. The words are data:
/// notices.txt.
/// </summary>
internal static class PageNotices
{
    private static readonly string[] s_titles = Load("title ");
    private static readonly SearchValues<string> s_texts = SearchValues.Create(Load("text "), StringComparison.OrdinalIgnoreCase);

    /// <summary>The words that give the notice away; null when there are none.</summary>
    public static string? Find(string title, IEnumerable<string> paragraphs) =>
        s_titles.Any(words => title.StartsWith(words, StringComparison.OrdinalIgnoreCase)) ? title
            : paragraphs.FirstOrDefault(text => text.AsSpan().ContainsAny(s_texts));

    private static string[] Load(string kind) =>
        [.. EmbeddedTable.Rows("Pages.notices.txt").Where(row => row.StartsWith(kind, StringComparison.Ordinal))
            .SelectMany(row => row[kind.Length..].Split('|'))];
}
