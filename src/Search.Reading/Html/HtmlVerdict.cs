using System.Globalization;
using Search.Reading.Files;
using Search.Reading.Pages;
using Search.Reading.Text;

namespace Search.Reading.Html;

/// <summary>Tells pages that are no statements: lists, covers of a linked file, pages without text. By shape, whatever the site.</summary>
internal static class HtmlVerdict
{
    private const int FewestWords = 20;
    private const int FewWords = 45;
    private const int FewestItems = 3;
    private const int FewWordsOfNotice = 90;

    /// <summary>Null when the paragraphs are a statement's.</summary>
    public static ReadFault? Judge(HtmlPage page, IReadOnlyList<HtmlBlock> body)
    {
        var words = body.Where(block => block.IsProse).Sum(block => block.Words - block.LinkWords);
        var sentences = body.Any(block => block.IsProse);
        var items = Items(page);
        if (words < FewWords && FileBeside(page) is { } file)
        {
            return Fault(ReadFaultKind.Attachment, $"The text is in a linked file: {file}");
        }

        if (words < FewWordsOfNotice && PageNotices.Find(page.Title.Text, body.Select(block => block.Text)) is { } notice)
        {
            return Fault(ReadFaultKind.Shell, $"A site's notice, not a statement: {notice}");
        }

        if (sentences && words >= FewestWords && !(items >= FewestItems && (IsTeasers(page, body) || IsIntroduction(page, body))))
        {
            return null;
        }

        if (items >= FewestItems || (items > 0 && page.Title.Block >= 0))
        {
            return Fault(ReadFaultKind.List,
                string.Create(CultureInfo.InvariantCulture, $"A list of {items} links; no paragraph outside links."));
        }

        return sentences && words >= Prose.ShortestSentence && page.Title.Block >= 0
            ? null
            : Fault(ReadFaultKind.Shell, "No sentence outside menus and links.");
    }

    /// <summary>Links of a title's length outside menus, below the page's title: an archive's entries.</summary>
    private static int Items(HtmlPage page) => page.Blocks
        .Skip(page.Title.Block + 1)
        .Where(block => !block.IsChrome && block.IsLink && block.Words >= 4)
        .Select(block => block.Text)
        .Distinct(StringComparer.Ordinal)
        .Count();

    /// <summary>Every paragraph stands below a link of its own, or breaks off: excerpts, not a text.</summary>
    private static bool IsTeasers(HtmlPage page, IReadOnlyList<HtmlBlock> body)
    {
        var prose = body.Where(block => block.IsProse).ToList();
        var teasers = prose.Count(block => IsTeaser(page.Blocks, block));
        return (prose.Count > 1 || page.Blocks.Count(block =>
            block is { IsProse: true, IsChrome: false } && IsTeaser(page.Blocks, block)) >= FewestItems)
            && teasers > 0 && teasers * 10 >= prose.Count * 8;
    }

    /// <summary>One paragraph, and below it without a heading entries that each have a day: what an archive says of itself.</summary>
    private static bool IsIntroduction(HtmlPage page, IReadOnlyList<HtmlBlock> body)
    {
        if (body.Count(block => block.IsProse) != 1)
        {
            return false;
        }

        var below = page.Blocks.Skip(body[^1].Order + 1).TakeWhile(block => block.Heading == 0).ToList();
        var entries = 0;
        for (var index = 0; index < below.Count; index++)
        {
            var isDated = below[index].Dates.Count > 0 || (index > 0 && below[index - 1].IsBareDate)
                || (index + 1 < below.Count && below[index + 1].IsBareDate);
            entries += below[index] is { IsLink: true, IsChrome: false, Words: >= 4 } && isDated ? 1 : 0;
        }

        return entries >= FewestItems;
    }

    public static bool IsTeaser(IReadOnlyList<HtmlBlock> blocks, HtmlBlock block)
    {
        if (block.Text.EndsWith('…') || block.Text.EndsWith("...", StringComparison.Ordinal)
            || block.Text.EndsWith("[…]", StringComparison.Ordinal))
        {
            return true;
        }

        for (var index = block.Order - 1; index >= Math.Max(0, block.Order - 2); index--)
        {
            if (blocks[index].IsLink && blocks[index].Words >= 4)
            {
                return true;
            }

            if (!blocks[index].IsBareDate)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Where a file is that is linked near the title; one linked from menus or below related lists says nothing.</summary>
    private static string? FileBeside(HtmlPage page)
    {
        if (page.Title.Block < 0)
        {
            return null;
        }

        var files = page.Files.Select(file => file.Href).ToHashSet(StringComparer.Ordinal);
        var items = 0;
        for (var index = page.Title.Block + 1; index < page.Blocks.Count && items < FewestItems; index++)
        {
            var block = page.Blocks[index];
            if (block is { Href: { } href, IsChrome: false } && files.Contains(href))
            {
                return href;
            }

            items += block is { IsLink: true, Words: >= 4 } ? 1 : 0;
        }

        return null;
    }

    private static ReadFault Fault(ReadFaultKind kind, string reason) => new(kind, reason);
}
