using Search.Archive.Highlighting;

namespace Search.Archive.Tests.Highlighting;

/// <summary>Shows marks as brackets, so that expectations can be read.</summary>
internal static class MarkedText
{
    public static string Show(string text, IEnumerable<Mark> marks)
    {
        foreach (var mark in marks.Reverse())
        {
            text = text.Insert(mark.Start + mark.Length, "]").Insert(mark.Start, "[");
        }

        return text;
    }
}
