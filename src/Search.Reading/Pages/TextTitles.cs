using Search.Reading.Text;

namespace Search.Reading.Pages;

/// <summary>Chooses the title among the lines above the text: the one nearest to it that is no label, no date and no letterhead.</summary>
internal static class TextTitles
{
    private const int FewestWords = 3;
    private const int MostWords = 60;

    public static string? Choose(IReadOnlyList<TextLine> head)
    {
        var candidates = head.Where(line => !line.IsBareDate && !PageLabels.IsLabelLine(line.Text)).Select(line => line.Text).ToList();
        return candidates.FindLast(text => Prose.Words(text) is >= FewestWords and <= MostWords) ?? candidates.LastOrDefault();
    }
}
