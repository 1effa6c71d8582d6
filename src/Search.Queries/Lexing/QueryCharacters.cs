namespace Search.Queries;

/// <summary>Which characters mean what, however a keyboard, a word processor or a phone writes them.</summary>
internal static class QueryCharacters
{
    // Primes (5″) are no quotes: they stand for inches.
    private const string DoubleQuotes = "\"\u201C\u201D\u201E\u201F\u301D\u301E\u301F\uFF02";
    private const string Guillemets = "\u00AB\u00BB";
    private const string CornerBrackets = "\u300C\u300D\u300E\u300F";

    /// <summary>These are only ever used to open (“ also closes „, which is seen to by looking for an opener first).</summary>
    private const string DirectedOpeners = "\u201C\u201E\u00AB\u300C\u300E\u301D";

    public static bool IsQuote(char character) => Closers(character) is not null;

    public static bool IsDirectedOpener(char character) => DirectedOpeners.Contains(character);

    /// <summary>
    /// What may close a phrase that this character opens; null when it is no quote. «“a” b» holds quotes of another sort.
    /// </summary>
    public static string? Closers(char opener)
    {
        if (opener is not ('"' or '\u00AB' or '\u00BB') && opener < '\u2000')
        {
            return null;
        }

        return DoubleQuotes.Contains(opener) ? DoubleQuotes
            : Guillemets.Contains(opener) ? Guillemets
            : CornerBrackets.Contains(opener) ? CornerBrackets
            : null;
    }

    public static bool IsOpen(char character) => character is '(' or '\uFF08';

    public static bool IsClose(char character) => character is ')' or '\uFF09';

    public static bool IsBar(char character) => character is '|' or '\uFF5C';

    public static bool IsColon(char character) => character is ':' or '\uFF1A';

    public static bool IsStar(char character) => character is '*' or '\uFF0A';

    public static bool IsTilde(char character) => character is '~' or '\uFF5E';

    public static bool IsEquals(char character) => character is '=' or '\uFF1D';

    /// <summary>
    /// The hyphen of keyboards, the minus sign and the full-width hyphen exclude. Dashes do not: they come with pasted text.
    /// </summary>
    public static bool IsMinus(char character) => character is '-' or '\u2212' or '\uFF0D';

    public static bool IsSpace(char character) => char.IsWhiteSpace(character) || character is '\u180E' || char.IsControl(character);
}
