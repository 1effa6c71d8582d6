using System.Text;
using Search.Archive.Highlighting;

namespace Search.Archive.Lines;

/// <summary>A mark between the words around it, as one line of plain text: put together they are the passage.</summary>
/// <param name="Left">What stands before it, with the space between them if there is one.</param>
/// <param name="Marked">The mark itself.</param>
/// <param name="Right">What stands after it, likewise.</param>
public readonly record struct LineContext(string Left, string Marked, string Right)
{
    /// <summary>How much of a text stands on either side of a mark, in UTF-16 units; cut between words.</summary>
    public const int Width = 80;

    /// <summary>Stands where a paragraph ends: two of them never read as one.</summary>
    private const char EndOfParagraph = '¶';

    /// <param name="text">The whole text that the mark is of.</param>
    /// <param name="mark">A mark in it.</param>
    public static LineContext Of(string text, Mark mark)
    {
        var end = mark.Start + mark.Length;
        return new LineContext(
            Plain(text, PassageCutter.StartBefore(text, mark.Start, Width), mark.Start).TrimStart(' ', EndOfParagraph),
            Plain(text, mark.Start, end),
            Plain(text, end, PassageCutter.EndAfter(text, end, Width)).TrimEnd(' ', EndOfParagraph));
    }

    /// <summary>Runs of white space are one space, with the sign in it where they have a blank line.</summary>
    private static string Plain(string text, int start, int end)
    {
        var line = new StringBuilder(end - start);
        for (var place = start; place < end;)
        {
            if (!char.IsWhiteSpace(text[place]))
            {
                line.Append(text[place++]);
                continue;
            }

            var lineEnds = 0;
            for (; place < end && char.IsWhiteSpace(text[place]); place++)
            {
                lineEnds += text[place] == '\n' ? 1 : 0;
            }

            line.Append(lineEnds > 1 ? $" {EndOfParagraph} " : " ");
        }

        return line.ToString();
    }
}
