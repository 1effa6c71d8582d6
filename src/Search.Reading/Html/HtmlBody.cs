using System.Text;
using Search.Reading.Pages;

namespace Search.Reading.Html;

/// <summary>The paragraphs of a page's text; all else that the page shows was cut, and can be named.</summary>
internal sealed class HtmlBody
{
    private const int FewestExcerpts = 2;
    private const int FarthestSummary = 14;
    private const int ShortestSummary = 8;
    private const int ShortestTitleLine = 3;
    private const int MostLinesOfTitle = 2;
    private readonly HtmlPage _page;
    private readonly string _title;
    private readonly int _from;
    private readonly List<HtmlBlock> _kept = [];
    private readonly Dictionary<int, string> _reasons = [];

    private HtmlBody(HtmlPage page)
    {
        _page = page;
        _title = HtmlCut.Fold(page.Title.Text);
        if (page.Region.IsEmpty)
        {
            return;
        }

        (_from, var to) = HtmlExtent.Find(page);
        _kept.AddRange(AboveLabels());
        for (var index = _from; index < to; index++)
        {
            if (HtmlCut.Reason(page, page.Blocks[index], _title) is { } reason)
            {
                _reasons[index] = reason;
            }
            else
            {
                _kept.Add(page.Blocks[index]);
            }
        }

        TrimEnd();
    }

    public IReadOnlyList<HtmlBlock> Blocks => _kept;

    public string Text
    {
        get
        {
            var text = new StringBuilder();
            HtmlBlock? previous = null;
            foreach (var block in Blocks)
            {
                // A line break that no program made is the author's.
                text.Append(previous is null ? string.Empty
                    : block is { IsContinued: true, Indent: 0 } && block.Order == previous.Order + 1 ? "\n"
                    : "\n\n");
                text.Append(block.Text);
                previous = block;
            }

            return text.ToString();
        }
    }

    /// <summary>Cuts links, labels, captions, repeated teasers and headings of nothing out of the stretch of text.</summary>
    public static HtmlBody Choose(HtmlPage page) => new(page);

    /// <summary>All that the page shows and the text has not, with the reason.</summary>
    public IEnumerable<string> Explain() => HtmlCut.Explain(Cuts());

    private IEnumerable<(string Reason, string Text)> Cuts()
    {
        var kept = _kept.Select(block => block.Order).ToHashSet();
        foreach (var block in _page.Blocks)
        {
            if (!kept.Contains(block.Order))
            {
                yield return (_reasons.GetValueOrDefault(block.Order) ?? HtmlCut.ReasonOutside(_page, block, _title, _from), block.Text);
            }

            foreach (var mark in block.Marks)
            {
                yield return ("a footnote's mark", mark);
            }
        }
    }

    /// <summary>Between the title and the labels: the title's second line, and the first paragraph of the text, set apart.</summary>
    private IEnumerable<HtmlBlock> AboveLabels() =>
        _page.Title.Block < 0 || _from - _page.Title.Last > FarthestSummary ? []
        : _page.Blocks.Skip(_page.Title.Last + 1).Take(_from - _page.Title.Last - 1).Where(block => IsSummary(block) || IsTitleLine(block));

    private static bool IsSummary(HtmlBlock block) =>
        block is { IsProse: true, IsChrome: false, IsLink: false, LinkWords: 0, Element.LocalName: "p", Words: >= ShortestSummary }
        && !block.Text.Contains('©', StringComparison.Ordinal) && !PageLabels.IsLabelLine(block.Text);

    private bool IsTitleLine(HtmlBlock block) =>
        block is { Heading: > 0, LinkWords: 0, Words: >= ShortestTitleLine } && block.Order <= _page.Title.Last + MostLinesOfTitle
        && HtmlCut.Reason(_page, block, _title) is null;

    /// <summary>
    /// What is left behind the last sentence is a related list's heading; excerpts behind it, each below its own link, are its
    /// entries.
    /// </summary>
    private void TrimEnd()
    {
        var teasers = 0;
        while (teasers < _kept.Count && (HtmlVerdict.IsTeaser(_page.Blocks, _kept[^(teasers + 1)])
            || (teasers > 0 && !_kept[^(teasers + 1)].IsProse)))
        {
            teasers++;
        }

        // The text's own last paragraph may stand below a link; a list has entries.
        for (var count = teasers >= FewestExcerpts && teasers < _kept.Count ? teasers : 0; count > 0; count--)
        {
            Drop("an excerpt");
        }

        while (_kept.Count > 0 && _kept[^1].Heading > 0)
        {
            Drop("a heading of nothing");
        }
    }

    private void Drop(string reason)
    {
        _reasons[_kept[^1].Order] = reason;
        _kept.RemoveAt(_kept.Count - 1);
    }
}
