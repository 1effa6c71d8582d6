namespace Search.Core.Analysis;

/// <summary>The character filters of the analyzers: what is done to quotes and apostrophes before words are found.</summary>
internal static class Apostrophes
{
    /// <summary>Everything that is printed for an apostrophe or a single quote, and the letters that transliterations use.</summary>
    public static bool IsApostrophe(char character) => character switch
    {
        '\'' => true,
        < '\u0080' => character == '`',
        '\u00b4' or '\u02b9' or '\u02bb' or '\u02bc' or '\u02bd' or '\u02be' or '\u02bf' => true,
        '\u2018' or '\u2019' or '\u201a' or '\u201b' or '\u2032' or '\u2035' or '\uff07' => true,
        _ => false,
    };

    public static bool IsDoubleQuote(char character) => character switch
    {
        '"' => true,
        < '\u0080' => false,
        '\u201c' or '\u201d' or '\u201e' or '\u201f' or '\u2033' or '\u2036' or '\uff02' => true,
        _ => false,
    };

    /// <summary>
    /// A space is missing after an apostrophe between two or more letters and three or more (forces’confrontational).
    /// Latin letters only: in Ukrainian or Hebrew such an apostrophe spells the word.
    /// </summary>
    public static bool LacksSpaceAfter(ReadOnlySpan<char> text, int apostrophe) =>
        apostrophe >= 2 && apostrophe + 3 < text.Length
        && IsLatin(text[apostrophe - 1]) && IsLatin(text[apostrophe - 2])
        && IsLatin(text[apostrophe + 1]) && IsLatin(text[apostrophe + 2]) && IsLatin(text[apostrophe + 3]);

    /// <summary>The last dot of U.S.'s or Inc.'s, which would otherwise leave a word <c>s</c>.</summary>
    public static bool IsDotBeforePossessive(ReadOnlySpan<char> text, int dot) =>
        dot >= 1 && dot + 2 < text.Length
        && IsLatin(text[dot - 1]) && IsApostrophe(text[dot + 1]) && text[dot + 2] is 's' or 'S'
        && (dot + 3 == text.Length || !(IsLatin(text[dot + 3]) || char.IsAsciiDigit(text[dot + 3])));

    public static bool IsLatin(char character) =>
        char.IsAsciiLetter(character)
        || character is >= '\u00c0' and <= '\u024f' and not ('\u00d7' or '\u00f7') or >= '\u1e00' and <= '\u1eff';
}
