using Search.Reading.Pages;
using Search.Reading.Text;

namespace Search.Reading.Html;

/// <summary>Puts paragraphs together again that a page breaks into lines: each line is then a paragraph's part, not a block.</summary>
internal static class HtmlLines
{
    private const int FewestPairs = 3;

    public static List<HtmlBlock> Join(List<HtmlBlock> blocks)
    {
        if (!blocks.Exists(block => block.IsContinued))
        {
            return blocks;
        }

        var joined = new List<HtmlBlock>(blocks.Count);
        var ofPage = LineWrap.Of(Pairs(blocks, 0, blocks.Count));
        for (var start = 0; start < blocks.Count;)
        {
            var end = EndOfElement(blocks, start);
            AddParagraphs(joined, blocks, start, end, ofPage);
            start = end;
        }

        return joined;
    }

    /// <summary>Behind the last block of the same element: one column, one width.</summary>
    private static int EndOfElement(List<HtmlBlock> blocks, int start)
    {
        var end = start + 1;
        while (end < blocks.Count && ReferenceEquals(blocks[end].Element, blocks[start].Element))
        {
            end++;
        }

        return end;
    }

    private static void AddParagraphs(List<HtmlBlock> joined, List<HtmlBlock> blocks, int start, int end, LineWrap ofPage)
    {
        var pairs = end - start > FewestPairs ? Pairs(blocks, start, end) : [];
        var wrap = pairs.Count >= FewestPairs ? LineWrap.Of(pairs) : ofPage;
        for (var first = start; first < end;)
        {
            var last = first;
            while (last + 1 < end && Joins(blocks[last], blocks[last + 1], wrap))
            {
                last++;
            }

            joined.Add(HtmlBlock.Of(blocks.GetRange(first, last - first + 1), joined.Count));
            first = last + 1;
        }
    }

    private static bool Joins(HtmlBlock upper, HtmlBlock lower, LineWrap wrap) =>
        lower.IsContinued && IsText(upper) && IsText(lower) && wrap.Joins(Line(upper), Line(lower));

    private static List<(TextualLine Upper, TextualLine Lower)> Pairs(List<HtmlBlock> blocks, int start, int end)
    {
        var pairs = new List<(TextualLine, TextualLine)>();
        for (var index = start + 1; index < end; index++)
        {
            if (blocks[index].IsContinued && IsText(blocks[index]) && IsText(blocks[index - 1]))
            {
                pairs.Add((Line(blocks[index - 1]), Line(blocks[index])));
            }
        }

        return pairs;
    }

    /// <summary>Headings, links and days are lines of their own.</summary>
    private static bool IsText(HtmlBlock block) =>
        block is { Heading: 0, IsLink: false, IsBareDate: false } && !PageLabels.IsLabelLine(block.Text)
        && PageLabels.KindOf(block.Text) is null;

    private static TextualLine Line(HtmlBlock block) => new(block.Text, block.Indent);
}
