using System.Buffers;
using System.Globalization;
using System.Text;
using Search.Reading.Text;

namespace Search.Reading.Pdf;

/// <summary>
/// A line's letters as they stand on the page, from left to right, to the order in which they are read. In a line that runs from right
/// to left, words of other scripts and numbers still run from left to right.
/// </summary>
internal static class VisualOrder
{
    private static readonly SearchValues<char> s_brackets = SearchValues.Create("()[]«»");

    private enum WritingDirection
    {
        Left,
        Right,
        Neutral,
    }

    public static bool RunsFromRight(IReadOnlyList<string> letters)
    {
        var (right, left) = (0, 0);
        foreach (var letter in letters)
        {
            var direction = DirectionOf(letter);
            right += direction == WritingDirection.Right ? 1 : 0;
            left += direction == WritingDirection.Left && char.IsLetter(letter[0]) ? 1 : 0;
        }

        return right > left;
    }

    /// <param name="letters">One or more characters each (a ligature's as they are read); blanks are letters too.</param>
    public static string ToLogical(IReadOnlyList<string> letters)
    {
        if (!letters.Any(letter => DirectionOf(letter) == WritingDirection.Right))
        {
            return string.Concat(letters);
        }

        var isFromRight = RunsFromRight(letters);
        var line = isFromRight ? Reordered([.. letters.Reverse()], WritingDirection.Left) : Reordered([.. letters], WritingDirection.Right);
        var text = new StringBuilder();
        foreach (var letter in line)
        {
            text.Append(letter);
        }

        return isFromRight ? MirroredWhereNeeded(text.ToString()) : text.ToString();
    }

    /// <summary>The runs of the other direction turned round.</summary>
    private static List<string> Reordered(List<string> letters, WritingDirection other)
    {
        for (var start = 0; start < letters.Count; start++)
        {
            if (DirectionOf(letters[start]) != other)
            {
                continue;
            }

            var end = start;
            for (var index = start + 1; index < letters.Count && IsInRun(letters, index, end, other); index++)
            {
                end = DirectionOf(letters[index]) == other ? index : end;
            }

            letters.Reverse(start, end - start + 1);
            start = end;
        }

        return letters;
    }

    /// <summary>
    /// Marks and blanks inside a run belong to it; letters of the line's own direction end it, and so does a number that a blank separates
    /// from a word: it belongs to the line.
    /// </summary>
    private static bool IsInRun(List<string> letters, int index, int end, WritingDirection other) => DirectionOf(letters[index]) switch
    {
        WritingDirection.Neutral => true,
        var direction => direction == other
            && (index - end < 2 || letters[index - 1] != " " || IsNumber(letters[index]) == IsNumber(letters[end])),
    };

    private static bool IsNumber(string letter) => char.IsDigit(letter[0]);

    private static WritingDirection DirectionOf(string letter)
    {
        var character = letter.Length > 0 ? letter[0] : ' ';
        return char.IsDigit(character) ? WritingDirection.Left
            : !char.IsLetter(character) && CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark
                ? WritingDirection.Neutral
            : Scripts.Of(character) is Script.Arabic or Script.Hebrew || character is >= '\uFB1D' and <= '\uFB4F' ? WritingDirection.Right
            : WritingDirection.Left;
    }

    /// <summary>Some programs write brackets as they look, others as they are meant: a line whose first one closes is turned.</summary>
    private static string MirroredWhereNeeded(string text)
    {
        var first = text.AsSpan().IndexOfAny(s_brackets);
        return first < 0 || text[first] is '(' or '[' or '«' ? text
            : string.Concat(text.Select(character => character switch
            {
                '(' => ')',
                ')' => '(',
                '[' => ']',
                ']' => '[',
                '«' => '»',
                '»' => '«',
                _ => character,
            }));
    }
}
