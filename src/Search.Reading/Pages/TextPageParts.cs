using Search.Reading.Dates;
using Search.Reading.Text;

namespace Search.Reading.Pages;

/// <summary>A page taken apart: labels and title, the statement's paragraphs, place and date below, and what was cut.</summary>
internal sealed record TextPageParts(
    string? Title, IReadOnlyList<TextLine> Head, IReadOnlyList<string> Body, IReadOnlyList<TextLine> Foot,
    IReadOnlyList<FoundDate> Others, IReadOnlyList<string> Explanation)
{
    private const int WordsOfParagraph = 15;

    /// <summary>
    /// The day of scraping, which scrapers put on top, before the site's name and the title: a first line that is a day and nothing
    /// else. A calendar's line, with its label or era, is the site's own and is not meant.
    /// </summary>
    public DateOnly? Captured => Head.Count > 1 && Head[0] is { IsDayAlone: true } line ? line.Dates[0].ToDate() : null;

    public static TextPageParts Of(List<string> texts, CancellationToken cancellationToken)
    {
        var lines = texts.ConvertAll(text =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return TextLine.Of(text);
        });
        var repeated = Repeated(texts);
        var start = lines.FindIndex(line => IsBodyText(line, repeated));
        if (start < 0)
        {
            return new TextPageParts(null, lines, [], [], [], []);
        }

        var title = TextTitles.Find(lines[..start]);
        var end = EndOfBody(lines, start, repeated);
        start = TextTitles.FirstHeading(lines[..start], title);
        var foot = lines.Skip(end).TakeWhile((line, index) => index < 3 && line.IsBareDate).ToList();
        var explanation = Cut(lines.Take(start), "before the text").Concat(Cut(lines.Skip(end), "after the text"));
        return new TextPageParts(title < 0 ? null : lines[title].Text, lines[..start], texts[start..end], foot,
            [.. lines.Skip(end).SelectMany(line => line.Dates)], [.. explanation]);
    }

    /// <summary>Sites print a teaser twice, for two widths of screen: a long line that stands twice is not the statement's.</summary>
    private static HashSet<string> Repeated(List<string> texts) =>
        texts.GroupBy(text => text).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);

    private static bool IsBodyText(TextLine line, HashSet<string> repeated) =>
        line.IsProse && !repeated.Contains(line.Text) && !PageLabels.IsLabelLine(line.Text) && !line.IsBareDate;

    /// <summary>
    /// The body ends behind the last paragraph before the first teaser list: short lines, repeated lines and bare dates with no
    /// running text between them. Short lines inside it (headings, a list's items) stay.
    /// </summary>
    private static int EndOfBody(List<TextLine> lines, int start, HashSet<string> repeated)
    {
        var end = start + 1;
        for (var index = start + 1; index < lines.Count; index++)
        {
            var line = lines[index];
            if (repeated.Contains(line.Text) && (line.IsProse || line.IsBareDate || NextRepeats(lines, index)))
            {
                break;
            }

            if (line.IsBareDate && index + 1 < lines.Count)
            {
                break;
            }

            if ((IsBodyText(line, repeated) || (end == index && GoesOn(line, index + 1 == lines.Count))) && !PageLabels.IsRights(line.Text))
            {
                end = index + 1;
            }
        }

        return end;
    }

    /// <summary>A paragraph or a list's item that has no full stop.</summary>
    private static bool GoesOn(TextLine line, bool isLast) =>
        (LineWrap.IsPoint(line.Text) || (isLast && line.Words >= WordsOfParagraph)) && !PageLabels.IsLabelLine(line.Text);

    private static bool NextRepeats(List<TextLine> lines, int index) =>
        index + 1 < lines.Count && lines[index + 1].Text == lines[index].Text;

    private static IEnumerable<string> Cut(IEnumerable<TextLine> lines, string where) => lines.Select(line => $"Cut {where}: {line.Text}");
}
