using AngleSharp.Dom;
using Search.Reading.Pages;
using Search.Reading.Text;

namespace Search.Reading.Html;

/// <summary>The paragraphs of a page's text, and what was cut from among them.</summary>
internal sealed record HtmlBody(IReadOnlyList<HtmlBlock> Blocks, IReadOnlyList<string> Explanation)
{
    private const int MostFootDates = 2;
    private const int FarthestSummary = 14;
    private const int MostBetween = 3;
    private const int ShortestSummary = 8;

    /// <summary>Cuts links, labels, captions, repeated teasers and headings of nothing out of the stretch of text.</summary>
    public static HtmlBody Choose(HtmlPage page)
    {
        if (page.Region.IsEmpty)
        {
            return new HtmlBody([], []);
        }

        var (from, to) = Widen(page);
        var kept = new List<HtmlBlock>(Summaries(page, from));
        var cut = new List<string>();
        var title = Fold(page.Title.Text);
        for (var index = from; index < to; index++)
        {
            var block = page.Blocks[index];
            if (ReasonToCut(page, block, title) is { } reason)
            {
                cut.Add($"Cut ({reason}): {block.Text}");
            }
            else
            {
                kept.Add(block);
            }
        }

        TrimEnd(page, kept, cut);
        return new HtmlBody(kept, cut);
    }

    public string Text
    {
        get
        {
            var text = new System.Text.StringBuilder();
            HtmlBlock? previous = null;
            foreach (var block in Blocks)
            {
                text.Append(previous is null ? string.Empty : Joint(previous, block)).Append(block.Text);
                previous = block;
            }

            return text.ToString();
        }
    }

    /// <summary>A line break inside a sentence is a narrow column's; else it is the author's.</summary>
    private static string Joint(HtmlBlock previous, HtmlBlock block) =>
        !block.IsContinued || block.Order != previous.Order + 1 ? "\n\n"
        : !Prose.EndsLikeSentence(previous.Text) && previous.Text.Length >= 40 && char.IsLower(block.Text[0]) ? " "
        : "\n";

    /// <summary>A paragraph between the title and the labels: the first of the text, set apart.</summary>
    private static IEnumerable<HtmlBlock> Summaries(HtmlPage page, int from) =>
        page.Title.Block < 0 || from - page.Title.Block > FarthestSummary ? []
        : page.Blocks.Skip(page.Title.Block + 1).Take(from - page.Title.Block - 1).Where(block =>
            block is { IsProse: true, IsChrome: false, IsLink: false, Element.LocalName: "p", Words: >= ShortestSummary }
            && !block.Text.Contains('©', StringComparison.Ordinal) && !PageLabels.IsLabelLine(block.Text) && block.LinkWords == 0);

    /// <summary>
    /// Salutations above and places and names below are too short to be told from labels but by standing in the same element.
    /// </summary>
    private static (int From, int To) Widen(HtmlPage page)
    {
        var (from, to) = (page.Region.From, page.Region.To);
        var container = Common(page.Blocks, from, to);
        while (from > page.Title.Block + 1 && Belongs(page.Blocks[from - 1], container))
        {
            from--;
        }

        while (to < page.Blocks.Count && Reach(page.Blocks, to, container) is var next && next > to)
        {
            to = next;
        }

        return (from, to);
    }

    /// <summary>Behind the next block of the text; an advertisement or two between it and the last do not end the text.</summary>
    private static int Reach(IReadOnlyList<HtmlBlock> blocks, int to, IElement? container)
    {
        if (Belongs(blocks[to], container))
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
        !block.IsChrome && !block.IsLink && block.Heading is 0 or > 2 && container is not null && IsInside(container)
            && Container(block) == container;

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

    private static string? ReasonToCut(HtmlPage page, HtmlBlock block, string title) =>
        block.IsChrome ? "beside the text"
        : block.IsLink ? "a link"
        : block.IsCaption ? "a caption"
        : block.IsProse ? null
        : block.Order == page.Title.Block || Fold(block.Text) == title ? "the title again"
        : PageLabels.IsLabelLine(block.Text) || PageLabels.KindOf(block.Text) is not null ? "a label"
        : PageLabels.IsRights(block.Text) ? "rights"
        : block.IsBareDate ? "a date"
        : IsControl(block) ? "a control"
        : null;

    /// <summary>A word or two outside any paragraph: buttons, counters, names of sizes.</summary>
    private static bool IsControl(HtmlBlock block) =>
        block.Words <= 3 && block.Heading == 0 && block.Element.LocalName is not ("p" or "li" or "blockquote" or "td" or "dd" or "pre");

    /// <summary>
    /// What is left behind the last sentence is a related list's heading; excerpts behind it, each below its own link, are its
    /// entries.
    /// </summary>
    private static void TrimEnd(HtmlPage page, List<HtmlBlock> kept, List<string> cut)
    {
        var teasers = 0;
        while (teasers < kept.Count
            && (HtmlVerdict.IsTeaser(page.Blocks, kept[^(teasers + 1)]) || (teasers > 0 && !kept[^(teasers + 1)].IsProse)))
        {
            teasers++;
        }

        // The text's own last paragraph may stand below a link; a list has entries.
        for (var count = teasers >= MostFootDates && teasers < kept.Count ? teasers : 0; count > 0; count--)
        {
            Drop(kept, cut, "an excerpt");
        }

        while (kept.Count > 0 && kept[^1].Heading > 0)
        {
            Drop(kept, cut, "a heading of nothing");
        }
    }

    private static void Drop(List<HtmlBlock> kept, List<string> cut, string reason)
    {
        cut.Add($"Cut ({reason}): {kept[^1].Text}");
        kept.RemoveAt(kept.Count - 1);
    }

    private static string Fold(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
