using Search.Reading.Pages;

namespace Search.Reading.Html;

/// <summary>Why a block of a page is no part of its text.</summary>
internal static class HtmlCut
{
    /// <summary>Null for text, headings and points within its extent.</summary>
    public static string? Reason(HtmlPage page, HtmlBlock block, string title) =>
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

    /// <summary>The reason of a block outside the text's extent, where all are cut.</summary>
    public static string ReasonOutside(HtmlPage page, HtmlBlock block, string title, int from) =>
        block.Order >= page.Title.Block && block.Order <= page.Title.Last ? "the title"
        : Reason(page, block, title) ?? (block.Order < from ? "above the text" : "below the text");

    public static string Fold(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>Lines to show, those that stand together and are cut for one reason as one.</summary>
    public static IEnumerable<string> Explain(IEnumerable<(string Reason, string Text)> cuts)
    {
        var (reason, texts) = (string.Empty, new List<string>());
        foreach (var cut in cuts)
        {
            if (cut.Reason != reason && texts.Count > 0)
            {
                yield return $"Cut ({reason}): {string.Join(" · ", texts)}";
                texts.Clear();
            }

            reason = cut.Reason;
            texts.Add(cut.Text);
        }

        if (texts.Count > 0)
        {
            yield return $"Cut ({reason}): {string.Join(" · ", texts)}";
        }
    }

    /// <summary>A word or two outside any paragraph: buttons, counters, names of sizes.</summary>
    private static bool IsControl(HtmlBlock block) =>
        block is { Words: <= 3, Heading: 0, IsContinued: false }
        && block.Element.LocalName is not ("p" or "li" or "blockquote" or "td" or "th" or "dd" or "dt" or "pre");
}
