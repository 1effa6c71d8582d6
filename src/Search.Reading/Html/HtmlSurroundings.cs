using AngleSharp.Dom;

namespace Search.Reading.Html;

/// <summary>What the elements around a text say of it; see the members of <see cref="HtmlBlock"/>.</summary>
internal readonly record struct HtmlSurroundings(int Heading, bool IsChrome, bool IsListItem, bool IsTableCell, bool IsCaption)
{
    private const int MostSteps = 40;

    public static HtmlSurroundings Of(IElement element)
    {
        var (heading, chrome, item, cell, caption) = (0, false, false, false, false);
        var (inArticle, inHeader, steps) = (false, false, 0);
        for (var around = element; around is not null && steps < MostSteps; around = around.ParentElement, steps++)
        {
            var name = around.LocalName;
            heading = heading == 0 && name.Length == 2 && name[0] == 'h' && name[1] is >= '1' and <= '6' ? name[1] - '0' : heading;
            item |= name is "li" or "dt" or "dd";
            cell |= name is "td" or "th";
            caption |= name is "figcaption" or "caption";
            inArticle |= name is "article" or "main";
            inHeader |= name is "header" or "footer";
            chrome |= IsBesideText(name, around.GetAttribute("role"));
        }

        return new HtmlSurroundings(heading, chrome || (inHeader && !inArticle), item, cell, caption);
    }

    private static bool IsBesideText(string name, string? role) =>
        name is "nav" or "aside"
        || role is "navigation" or "banner" or "contentinfo" or "complementary" or "search" or "menu" or "menubar";
}
