using Search.Reading.Issuers;
using Search.Reading.Pages;

namespace Search.Reading.Html;

/// <summary>Labels and values around the title and the text, in one block (Date: 13 May) or in two (dt and dd, cells).</summary>
internal static class HtmlLabels
{
    private const int Reach = 12;
    private const int MostWords = 25;

    /// <summary>A line below the title that names a person and an office.</summary>
    public static string? Byline(HtmlPage page, HtmlBody body) =>
        Between(page, body, 0).Select(block => block.Text)
            .FirstOrDefault(text => text.Length < 200
            && (OfficeTable.Find(text) is not null || PrintedIssuer.Of(text) is { Person: not null, Office: not null }));

    public static string Kicker(HtmlPage page, HtmlBody body) => string.Join(" | ", Between(page, body, 3).Select(block => block.Text));

    private static IEnumerable<HtmlBlock> Between(HtmlPage page, HtmlBody body, int above)
    {
        var start = body.Blocks.Count > 0 ? body.Blocks[0].Order : page.Region.From;
        return page.Blocks.Where(block => block.Order >= page.Title.Block - above && block.Order < start && block.Order != page.Title.Block
            && block is { IsChrome: false, IsProse: false, Words: <= MostWords } && page.Title.Block >= 0);
    }

    public static List<PageLabel> Read(HtmlPage page, HtmlBody body)
    {
        var anchor = page.Title.Block >= 0 ? page.Title.Block : page.Region.From;
        var end = body.Blocks.Count > 0 ? body.Blocks[^1].Order : page.Region.To;
        var labels = new List<PageLabel>();
        for (var index = Math.Max(0, anchor - Reach); index < Math.Min(page.Blocks.Count, Math.Max(end, anchor) + Reach); index++)
        {
            var block = page.Blocks[index];
            if (block.IsChrome || block.IsProse)
            {
                continue;
            }

            labels.AddRange(PageLabels.Read(block.Text));
            if (index + 1 < page.Blocks.Count && PageLabels.KindOf(block.Text) is { } kind && !page.Blocks[index + 1].IsProse)
            {
                labels.Add(new PageLabel(kind, page.Blocks[index + 1].Text));
            }
        }

        return labels;
    }
}
