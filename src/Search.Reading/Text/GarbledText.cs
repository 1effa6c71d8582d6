namespace Search.Reading.Text;

/// <summary>Tells text that was read in a wrong character set: no language writes so, whichever it is.</summary>
internal static class GarbledText
{
    private const int FewestLetters = 8;

    /// <summary>Of accented Latin letters in percent: even Finnish and Estonian, which double theirs, stay below a half.</summary>
    private const int MostInRows = 60;

    public static bool Is(ReadOnlySpan<char> text) => text.Contains('\uFFFD') || IsInRows(text);

    /// <summary>Why it cannot be stored; null for sound text.</summary>
    public static string? Reason(string title, string body) =>
        !Is(title) && !Is(body) ? null
        : title.Contains('\uFFFD', StringComparison.Ordinal) || body.Contains('\uFFFD', StringComparison.Ordinal)
            ? "Characters of the text are lost: its bytes are not in the character set that it is said to be in."
            : "The text is in no language: its bytes are in another character set than it is said to be in.";

    /// <summary>Letters of other alphabets that are taken for Western ones stand in rows; accented letters stand between others.</summary>
    private static bool IsInRows(ReadOnlySpan<char> text)
    {
        var (letters, inRows) = (0, 0);
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] is >= '\u00C0' and <= '\u00FF')
            {
                letters++;
                inRows += (index > 0 && IsHigh(text[index - 1])) || (index + 1 < text.Length && IsHigh(text[index + 1])) ? 1 : 0;
            }
        }

        return letters >= FewestLetters && inRows * 100 > letters * MostInRows;
    }

    private static bool IsHigh(char character) => character is > '\u00A0' and <= '\u00FF';
}
