using AngleSharp.Dom;
using Search.Reading.Pages;

namespace Search.Reading.Html;

/// <summary>
/// How far a page's text reaches beyond its sentences: salutations, sub-headings, points of a list or a table, places and names below
/// are too short to be told from labels but by where they stand.
/// </summary>
internal static class HtmlExtent
{
    private const int MostBetween = 3;
    private const int FewestWords = 3;

    public static (int From, int To) Find(HtmlPage page)
    {
        var (blocks, from, to) = (page.Blocks, page.Region.From, page.Region.To);
        var container = Common(blocks, from, to);
        while (from > page.Title.Last + 1 && IsAbove(page, from - 1, container))
        {
            from--;
        }

        while (to < blocks.Count && Reach(blocks, to, container) is var next && next > to)
        {
            to = next;
        }

        return (from, to);
    }

    private static bool IsAbove(HtmlPage page, int index, IElement? container)
    {
        var (block, below) = (page.Blocks[index], page.Blocks[index + 1]);
        return Belongs(block, container) || IsSameParagraph(block, below) || IsPoint(block, container) || IsIntroduction(block)
            || (page.Title.Block >= 0 && block is { Heading: > 0, IsChrome: false, IsLink: false });
    }

    /// <summary>Behind the next block of the text; an advertisement or two between it and the last do not end the text.</summary>
    private static int Reach(IReadOnlyList<HtmlBlock> blocks, int to, IElement? container)
    {
        if (Belongs(blocks[to], container) || IsSameParagraph(blocks[to - 1], blocks[to]) || IsPoint(blocks[to], container))
        {
            return to + 1;
        }

        for (var index = to; index < Math.Min(blocks.Count, to + MostBetween) && container is not null && IsInside(container); index++)
        {
            if (blocks[index] is { IsProse: true, IsChrome: false } && container.Contains(blocks[index].Element))
            {
                return index + 1;
            }
        }

        return to;
    }

    /// <summary>An element that holds a text, not the whole page.</summary>
    private static bool IsInside(IElement container) => container.LocalName is not ("body" or "main" or "form" or "html");

    private static bool Belongs(HtmlBlock block, IElement? container) =>
        !block.IsChrome && !block.IsLink && block.Heading is 0 or > 2 && container is not null && Container(block) == container
            && (IsInside(container) || IsParagraph(block));

    /// <summary>What holds the whole page holds more than a text: there only a paragraph of some words is taken for a part of it.</summary>
    private static bool IsParagraph(HtmlBlock block) =>
        block is { Heading: 0, Words: >= FewestWords, LinkWords: 0, Element.LocalName: "p" or "li" or "blockquote" or "pre" or "dd" }
        && !PageLabels.IsLabelLine(block.Text) && !PageLabels.IsRights(block.Text);

    /// <summary>The words that open a quotation or a list: "A spokesperson said:".</summary>
    private static bool IsIntroduction(HtmlBlock block) =>
        block is { IsChrome: false, Heading: 0, LinkWords: 0, Words: >= FewestWords, Element.LocalName: "p", Text: [.., ':' or '：'] };

    /// <summary>A line break alone stands between them.</summary>
    private static bool IsSameParagraph(HtmlBlock upper, HtmlBlock lower) =>
        lower.IsContinued && ReferenceEquals(upper.Element, lower.Element) && upper is { IsChrome: false, IsLink: false, IsBareDate: false }
        && lower is { IsLink: false, IsBareDate: false } && upper.Heading == lower.Heading
        && !PageLabels.IsLabelLine(upper.Text) && !PageLabels.IsLabelLine(lower.Text);

    /// <summary>An item of a list, or a cell of a table, that stands among the text's own paragraphs.</summary>
    private static bool IsPoint(HtmlBlock block, IElement? container)
    {
        if (container is null || block.IsChrome || block.IsLink || !(block.IsListItem || block.IsTableCell)
            || PageLabels.IsRights(block.Text))
        {
            return false;
        }

        var element = block.Element;
        while (element.ParentElement is { } parent && !ReferenceEquals(parent, container)
            && element.LocalName is not ("ul" or "ol" or "dl" or "table"))
        {
            element = parent;
        }

        return element.LocalName is "ul" or "ol" or "dl" or "table" && IsIn(element.ParentElement, container);
    }

    /// <summary>The container, or a wrapper in it that holds nothing else.</summary>
    private static bool IsIn(IElement? parent, IElement container)
    {
        while (parent is not null && !ReferenceEquals(parent, container)
            && ReferenceEquals(parent.FirstElementChild, parent.LastElementChild))
        {
            parent = parent.ParentElement;
        }

        return ReferenceEquals(parent, container);
    }

    /// <summary>The element that holds all sentences of the stretch.</summary>
    private static IElement? Common(IReadOnlyList<HtmlBlock> blocks, int from, int to)
    {
        var common = (IElement?)null;
        for (var index = from; index < to; index++)
        {
            if (blocks[index].IsProse)
            {
                var container = Container(blocks[index]);
                while (common is not null && container is not null && common != container && !container.Contains(common))
                {
                    container = common.Contains(container) ? common : container.ParentElement;
                }

                common = container ?? common;
            }
        }

        return common;
    }

    /// <summary>The element that holds the paragraphs, however many wrappers each has for itself.</summary>
    private static IElement? Container(HtmlBlock block)
    {
        var element = block.Element;
        if (element.LocalName is "div" or "td" or "section" or "article" or "body" && element.FirstElementChild is not null)
        {
            return element;
        }

        while (element.ParentElement is { } parent && parent.LocalName != "body" && IsOnlyChild(element, parent))
        {
            element = parent;
        }

        return element.ParentElement;
    }

    /// <summary>By both ends of the list: counting the children of an element for each of them is quadratic.</summary>
    private static bool IsOnlyChild(IElement element, IElement parent) =>
        ReferenceEquals(parent.FirstElementChild, element) && ReferenceEquals(parent.LastElementChild, element);
}
