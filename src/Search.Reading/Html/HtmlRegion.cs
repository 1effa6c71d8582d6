using Search.Reading.Pages;

namespace Search.Reading.Html;

/// <summary>The stretch of a page that is its running text: blocks From up to, not including, To.</summary>
internal readonly record struct HtmlRegion(int From, int To, int Weight)
{
    private const int ChromeWeight = -20;
    private const int LinkWeight = -6;
    private const int ShortWeight = -3;
    private const int CellWeight = -1;
    private const int WordsOfPoint = 5;

    /// <summary>How much weaker the best stretch below the title may be than the best of the page and still be the text.</summary>
    private const int TitleAdvantage = 4;

    public bool IsEmpty => To <= From;

    /// <summary>
    /// Sentences outside links weigh for, menus and lists of links against; the text is the stretch with the greatest sum. Nothing
    /// depends on how deep or in what it is wrapped.
    /// </summary>
    public static HtmlRegion Find(IReadOnlyList<HtmlBlock> blocks, int title)
    {
        var anywhere = Best(blocks, 0);
        if (title < 0 || anywhere.From > title)
        {
            return anywhere;
        }

        var below = Best(blocks, title + 1);
        return below.Weight * TitleAdvantage >= anywhere.Weight ? below : anywhere;
    }

    private static HtmlRegion Best(IReadOnlyList<HtmlBlock> blocks, int first)
    {
        var best = default(HtmlRegion);
        var (sum, from) = (0, first);
        for (var index = first; index < blocks.Count; index++)
        {
            if (sum <= 0)
            {
                (sum, from) = (0, index);
            }

            sum += WeightOf(blocks[index]);
            if (sum > best.Weight)
            {
                best = new HtmlRegion(from, index + 1, sum);
            }
        }

        return best;
    }

    private static int WeightOf(HtmlBlock block) =>
        block.IsChrome ? ChromeWeight
        : block.IsLink ? LinkWeight - block.LinkWords
        : PageLabels.IsRights(block.Text) ? LinkWeight
        : block.IsProse ? block.Words - block.LinkWords
        : block.Heading > 0 ? ShortWeight
        : block is { LinkWords: 0, IsListItem: true } or { LinkWords: 0, IsTableCell: true } ? WeightOfPoint(block)
        : ShortWeight - (block.IsListItem || block.IsTableCell ? 1 : 0);

    /// <summary>Points of a list or a table often have no full stop; without links they are no menu.</summary>
    private static int WeightOfPoint(HtmlBlock block) => block.Words >= WordsOfPoint ? block.Words / 2 : CellWeight;
}
