using AngleSharp.Dom;
using Search.Reading.Dates;
using Search.Reading.Text;

namespace Search.Reading.Html;

/// <summary>A run of text between two block boundaries of a page, with what the page's structure says of it.</summary>
internal sealed class HtmlBlock
{
    private const int LongestDateText = 70;
    private const int LongestSearched = 300;
    private IReadOnlyList<FoundDate>? _dates;
    private bool? _isProse;

    public required string Text { get; init; }

    /// <summary>The nearest block element around it.</summary>
    public required IElement Element { get; init; }

    /// <summary>Place in the page, from 0.</summary>
    public int Order { get; init; }

    public int Words { get; init; }

    /// <summary>Words inside links.</summary>
    public int LinkWords { get; init; }

    /// <summary>1 to 6 inside h1 to h6; else 0.</summary>
    public int Heading { get; init; }

    /// <summary>Inside an element that HTML itself says is beside the matter: nav, footer, aside, a page's header.</summary>
    public bool IsChrome { get; init; }

    public bool IsListItem { get; init; }

    public bool IsTableCell { get; init; }

    /// <summary>A figure's caption.</summary>
    public bool IsCaption { get; init; }

    /// <summary>A single line break, not a paragraph's end, stands before it.</summary>
    public bool IsContinued { get; init; }

    /// <summary>Blanks before it, in preformatted text.</summary>
    public int Indent { get; init; }

    /// <summary>Where the first link leads.</summary>
    public string? Href { get; init; }

    /// <summary>What a time element inside it says.</summary>
    public string? Time { get; init; }

    /// <summary>Marks of footnotes that stood in the text and are no words of it.</summary>
    public IReadOnlyList<string> Marks { get; init; } = [];

    public bool IsLink => LinkWords * 10 >= Words * 7 && LinkWords > 0;

    public bool IsProse => _isProse ??= !IsLink && Heading == 0 && Prose.IsProse(Text);

    public IReadOnlyList<FoundDate> Dates => _dates ??= Text.Length <= LongestSearched ? DateScanner.Find(Text) : [];

    /// <summary>A date and hardly anything beside it (weekday, time of day, a label).</summary>
    public bool IsBareDate => Text.Length <= LongestDateText && Dates.Count == 1
        && Prose.Words(Text.Remove(Dates[0].Start, Dates[0].Length)) <= 4;

    public override string ToString() => Text;

    /// <summary>Lines of one paragraph as one block.</summary>
    /// <param name="lines">One or more, in their order.</param>
    /// <param name="order">Its place in the page.</param>
    public static HtmlBlock Of(List<HtmlBlock> lines, int order)
    {
        var first = lines[0];
        if (lines.Count == 1 && first.Order == order)
        {
            return first;
        }

        var parts = lines.Select((line, index) =>
            index == 0 ? line.Text : LineWrap.Joint(lines[index - 1].Text, line.Text) + line.Text);
        return new HtmlBlock
        {
            Text = string.Concat(parts),
            Element = first.Element,
            Order = order,
            Words = lines.Sum(line => line.Words),
            LinkWords = lines.Sum(line => line.LinkWords),
            Heading = first.Heading,
            IsChrome = first.IsChrome,
            IsListItem = first.IsListItem,
            IsTableCell = first.IsTableCell,
            IsCaption = first.IsCaption,
            IsContinued = first.IsContinued,
            Indent = first.Indent,
            Href = lines.Select(line => line.Href).FirstOrDefault(href => href is not null),
            Time = lines.Select(line => line.Time).FirstOrDefault(time => time is not null),
            Marks = [.. lines.SelectMany(line => line.Marks)],
        };
    }
}
