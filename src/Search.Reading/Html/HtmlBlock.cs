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

    /// <summary>Where the first link leads.</summary>
    public string? Href { get; init; }

    /// <summary>What a time element inside it says.</summary>
    public string? Time { get; init; }

    public bool IsLink => LinkWords * 10 >= Words * 7 && LinkWords > 0;

    public bool IsProse => _isProse ??= !IsLink && Heading == 0 && Prose.IsProse(Text);

    public IReadOnlyList<FoundDate> Dates => _dates ??= Text.Length <= LongestSearched ? DateScanner.Find(Text) : [];

    /// <summary>A date and hardly anything beside it (weekday, time of day, a label).</summary>
    public bool IsBareDate => Text.Length <= LongestDateText && Dates.Count == 1
        && Prose.Words(Text.Remove(Dates[0].Start, Dates[0].Length)) <= 4;

    public override string ToString() => Text;
}
