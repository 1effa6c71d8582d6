using Search.Core.Statements;
using Search.Reading.Drafts;
using Search.Reading.Issuers;
using Search.Reading.Text;

namespace Search.Reading.Pages;

/// <summary>
/// Chooses the title among the lines above the text: the last that is no label, no date and no letterhead. A day or labels stand between
/// a title and the text's first sub-heading.
/// </summary>
internal static class TextTitles
{
    private const int FewestWords = 3;
    private const int FewestWordsAboveDay = 4;
    private const int MostWords = 60;

    /// <summary>The title's place; -1 when there is none.</summary>
    public static int Find(IReadOnlyList<TextLine> head)
    {
        var aboveDay = FindLast(head, Math.Max(0, LastMark(head)), FewestWordsAboveDay);
        if (aboveDay >= 0)
        {
            return aboveDay;
        }

        var titled = FindLast(head, head.Count, FewestWords);
        return titled >= 0 ? titled : FindLast(head, head.Count, 0);
    }

    /// <summary>The title; null when there is none.</summary>
    public static string? Choose(IReadOnlyList<TextLine> head) => Find(head) is >= 0 and var title ? head[title].Text : null;

    /// <summary>The first line below the title's labels: what stands there heads the text.</summary>
    public static int FirstHeading(IReadOnlyList<TextLine> head, int title) =>
        title >= 0 && LastMark(head) > title ? LastMark(head) + 1 : head.Count;

    private static int FindLast(IReadOnlyList<TextLine> head, int end, int fewestWords)
    {
        for (var index = end - 1; index >= 0; index--)
        {
            if (!IsMark(head[index]) && (fewestWords == 0 || IsTitle(head[index].Text, fewestWords)))
            {
                return index;
            }
        }

        return -1;
    }

    private static bool IsTitle(string text, int fewestWords) =>
        Prose.Words(text) is var words && words >= fewestWords && words <= MostWords
        && (fewestWords == FewestWords || !IsLetterhead(text));

    /// <summary>A body's name that calls itself nothing: neither statement nor answer.</summary>
    private static bool IsLetterhead(string text) =>
        IssuerResolver.IsOrganisation(text) && KindClassifier.Tell(text, string.Empty, string.Empty) is StatementKind.Other;

    /// <summary>The first line may be the day of scraping, above everything.</summary>
    private static int LastMark(IReadOnlyList<TextLine> head)
    {
        var index = head.Count - 1;
        while (index > 0 && !IsMark(head[index]))
        {
            index--;
        }

        return index;
    }

    private static bool IsMark(TextLine line) => line.IsBareDate || PageLabels.IsLabelLine(line.Text) || PageLabels.IsKindAlone(line.Text);
}
