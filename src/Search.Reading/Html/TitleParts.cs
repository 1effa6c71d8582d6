using Search.Reading.Issuers;
using Search.Reading.Pages;

namespace Search.Reading.Html;

/// <summary>Takes a page's own title apart: statement, section and site's name, in whichever order.</summary>
internal static class TitleParts
{
    private const int MostParts = 12;
    private static readonly string[] s_separators = [" | ", " – ", " — ", " - ", " :: ", " » ", " › ", " / ", " · ", " • ", "_", "｜",
        "－", " : ", "|", "»", "--"];

    /// <summary>The title among the parts, and the site's name.</summary>
    /// <param name="text">The page's title.</param>
    /// <param name="isOfSite">Tells names of the site and of its sections.</param>
    public static (string Title, string? Site) Split(string text, Func<string, bool> isOfSite)
    {
        var parts = Cut(text);
        if (parts.Count < 2)
        {
            return (text, null);
        }

        var titles = parts.Where(part => !isOfSite(part) && !PageLabels.IsKindAlone(part)).ToList();
        var title = (titles.Count > 0 ? titles : parts).MaxBy(part => part.Length)!;
        return (title, Site(parts.Where(part => part != title)));
    }

    /// <summary>The site's name in a page's title whose other part is known; null when there is none.</summary>
    public static string? SiteBeside(string text, string known)
    {
        if (known.Length > 0 && text.Length > known.Length && text.StartsWith(known, StringComparison.Ordinal)
            && Array.Find(s_separators, mark => text.AsSpan(known.Length).StartsWith(mark, StringComparison.Ordinal)) is { } behind)
        {
            return Site(Cut(text[(known.Length + behind.Length)..]));
        }

        var (parts, whole) = (Cut(text), HtmlCut.Fold(known));
        var rest = parts.Where(part => !whole.Contains(HtmlCut.Fold(part), StringComparison.Ordinal)).ToList();
        return parts.Count > 1 && rest.Count < parts.Count ? Site(rest) : null;
    }

    /// <summary>Of a trail of sections the one that names a body; else the last.</summary>
    private static string? Site(IEnumerable<string> parts)
    {
        var names = parts.ToList();
        return names.FindLast(part => IssuerResolver.IsOrganisation(part)) ?? names.LastOrDefault();
    }

    private static List<string> Cut(string text)
    {
        foreach (var separator in s_separators)
        {
            var parts = text.Split(separator, MostParts, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (parts.Length > 1)
            {
                return [.. parts];
            }
        }

        return text.Trim() is { Length: > 0 } whole ? [whole] : [];
    }
}
