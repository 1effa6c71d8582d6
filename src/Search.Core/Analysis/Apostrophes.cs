namespace Search.Core.Analysis;

/// <summary>
/// The character filters of the analyzers: what is done to quotes and apostrophes before words are found. Their rules
/// look at Latin letters only: in Ukrainian or Hebrew such marks spell the word.
/// </summary>
internal static class Apostrophes
{
    /// <summary>All that is printed for an apostrophe or a single quote, and the letters that transliterations use.</summary>
    public const string Single = "'`\u00b4\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u2018\u2019\u201b\u2032\u2035\ua78c\uff07";

    public const string Double = "\"\u201c\u201d\u201e\u201f\u2033\u2036\uff02";

    public static bool IsSingle(char character) => Single.Contains(character);

    /// <summary>
    /// A space is missing between a plural's apostrophe and the next word (forces’confrontational): a Latin letter and an
    /// s before it, three or more letters after it. Da'esh, O'Neill and don't stay whole.
    /// </summary>
    public static bool LacksSpaceAfter(ReadOnlySpan<char> text, int apostrophe) =>
        apostrophe >= 2 && apostrophe + 3 < text.Length
        && text[apostrophe - 1] is 's' or 'S' && IsLatin(text[apostrophe - 2])
        && IsLatin(text[apostrophe + 1]) && IsLatin(text[apostrophe + 2]) && IsLatin(text[apostrophe + 3]);

    /// <summary>The last dot of U.S.'s or Inc.'s, which would otherwise leave a word <c>s</c>.</summary>
    public static bool IsDotBeforePossessive(ReadOnlySpan<char> text, int dot) =>
        IsPossessiveDot(text, dot) && !IsLetterTaken(text, dot - 1)
        && (dot + 3 == text.Length || !(IsLatin(text[dot + 3]) || char.IsAsciiDigit(text[dot + 3])));

    private static bool IsPossessiveDot(ReadOnlySpan<char> text, int dot) =>
        dot >= 1 && dot + 2 < text.Length
        && text[dot] == '.' && text[dot + 2] is 's' or 'S' && IsSingle(text[dot + 1]) && char.IsAsciiLetter(text[dot - 1]);

    /// <summary>
    /// Whether the letter is the s of such an ending itself, as in <c>a.'s.'s</c>: the analyzers' filter goes on behind it, and so takes
    /// every other of them.
    /// </summary>
    private static bool IsLetterTaken(ReadOnlySpan<char> text, int letter)
    {
        var taken = false;
        var first = Math.Max(0, letter - WordScanner.MaxWordLength);
        for (; letter - 2 >= first && IsPossessiveDot(text, letter - 2); letter -= 3)
        {
            taken = !taken;
        }

        return taken;
    }

    /// <summary>The signs of multiplication and division lie among the letters, and end words.</summary>
    public static bool IsLatin(char character) =>
        char.IsAsciiLetter(character)
        || character is (>= '\u00c0' and <= '\u024f' and not ('\u00d7' or '\u00f7')) or (>= '\u1e00' and <= '\u1eff');
}
