using Search.Reading.Issuers;
using Search.Reading.Text;

namespace Search.Reading.Pages;

/// <summary>A document taken apart: what stands above the text, its title among that, the text, and place and date below.</summary>
internal sealed record DocumentParts(
    IReadOnlyList<TextLine> Head, string? Title, IReadOnlyList<string> Body, IReadOnlyList<TextLine> Foot,
    IReadOnlyList<string> Explanation)
{
    private const int FewestTitleWords = 3;

    /// <summary>A letterhead, a date and a title are at most so many paragraphs.</summary>
    private const int MostHead = 40;
    private const int MostFoot = 3;

    public static DocumentParts Of(IReadOnlyList<DocumentParagraph> paragraphs, CancellationToken cancellationToken)
    {
        var lines = new List<TextLine>(paragraphs.Count);
        foreach (var paragraph in paragraphs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            lines.Add(TextLine.Of(paragraph.Text));
        }

        var start = StartOf(paragraphs, lines);
        var title = TitleOf([.. paragraphs.Take(start)], lines[..start]);
        if (start == lines.Count)
        {
            // Nothing but short lines, as in a table: what stands behind the title is the text.
            start = title is null ? 0 : lines.FindIndex(line => line.Text == title) + 1;
        }

        var end = EndOf(lines, start);
        return new DocumentParts(
            lines[..start],
            title,
            [.. lines[start..end].Select(line => line.Text)],
            lines[end..],
            [.. lines[..start].Where(line => line.Text != title).Select(line => $"Cut before the text: {line.Text}"),
                .. lines[end..].Select(line => $"Cut after the text: {line.Text}")]);
    }

    /// <summary>The first paragraph of running text; the number of paragraphs when there is none.</summary>
    private static int StartOf(IReadOnlyList<DocumentParagraph> paragraphs, List<TextLine> lines)
    {
        for (var index = 0; index < Math.Min(lines.Count, MostHead); index++)
        {
            if (!paragraphs[index].IsHeading && lines[index].IsProse && !lines[index].IsBareDate
                && !PageLabels.IsLabelLine(lines[index].Text))
            {
                return index;
            }
        }

        return lines.Count;
    }

    /// <summary>Among lines set larger than the text the largest that is no letterhead; else by the rules of pages.</summary>
    private static string? TitleOf(IReadOnlyList<DocumentParagraph> head, IReadOnlyList<TextLine> lines)
    {
        var candidates = head.Zip(lines).Where(pair => pair.First.IsHeading && !pair.Second.IsBareDate
            && !PageLabels.IsLabelLine(pair.First.Text)
            && Prose.Words(pair.First.Text) >= FewestTitleWords && !IssuerResolver.IsOrganisation(pair.First.Text)).ToList();
        return candidates.Count > 0
            ? candidates.Last(pair => pair.First.Rank == candidates.Max(other => other.First.Rank)).First.Text
            : TextTitles.Choose([.. lines.Where(line => !IssuerResolver.IsOrganisation(line.Text))]) ?? TextTitles.Choose(lines);
    }

    /// <summary>Bare dates, notices of rights and ornaments behind the last line of text.</summary>
    private static int EndOf(List<TextLine> lines, int start)
    {
        var end = lines.Count;
        while (end > start + 1 && lines.Count - end < MostFoot
            && (lines[end - 1].IsBareDate || PageLabels.IsRights(lines[end - 1].Text) || !lines[end - 1].Text.Any(char.IsLetterOrDigit)))
        {
            end--;
        }

        return end;
    }
}
