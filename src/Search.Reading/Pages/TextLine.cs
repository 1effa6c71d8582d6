using Search.Reading.Dates;
using Search.Reading.Text;

namespace Search.Reading.Pages;

/// <summary>A line of a page and what its shape says.</summary>
/// <param name="Text">Trimmed, never empty.</param>
/// <param name="Dates">The days it names; only looked for in short lines.</param>
internal sealed record TextLine(string Text, IReadOnlyList<FoundDate> Dates)
{
    private const int LongestDateLine = 60;
    private const int LongestSearched = 400;

    public static TextLine Of(string text) =>
        new(text, text.Length <= LongestSearched ? DateScanner.Find(text) : []);

    /// <summary>Nothing but a date (and words such as a weekday, a calendar's label or an era's year).</summary>
    public bool IsBareDate => Dates.Count == 1 && Text.Length <= LongestDateLine
        && Prose.Words(Text.Remove(Dates[0].Start, Dates[0].Length)) <= 3;

    /// <summary>A whole day and at most its weekday.</summary>
    public bool IsDayAlone => IsBareDate && Dates[0] is { HasYear: true, IsAmbiguous: false }
        && Prose.Words(Text.Remove(Dates[0].Start, Dates[0].Length)) <= 1;

    public int Words => Prose.Words(Text);

    public bool IsProse => Prose.IsProse(Text);
}
