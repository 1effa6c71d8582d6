using Search.Reading.Text;

namespace Search.Reading.Files;

/// <summary>Finds the name of the character set that a page or a feed declares: charset=…, encoding="…".</summary>
internal static class EncodingDeclaration
{
    private const int LongestName = 40;
    private static readonly string[] s_words = ["charset", "encoding"];

    /// <summary>As it is written, a blank inside quotes included; null when none is declared.</summary>
    public static string? Find(ReadOnlySpan<char> head)
    {
        while (!head.IsEmpty)
        {
            var (at, length) = NextWord(head);
            if (at < 0)
            {
                return null;
            }

            head = head[(at + length)..];
            var rest = head.TrimStart();
            if (rest is ['=', ..] && Name(rest[1..].TrimStart()) is { Length: > 0 } name)
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>The language that a page's first element names, without its region; null when it names none.</summary>
    public static string? Language(ReadOnlySpan<char> head)
    {
        var at = head.IndexOf(" lang=", StringComparison.OrdinalIgnoreCase);
        var tag = at < 0 ? null : Name(head[(at + 6)..]);
        return LanguageTagSpelling.Clean(tag)?.Split('-')[0];
    }

    private static (int At, int Length) NextWord(ReadOnlySpan<char> text)
    {
        var (first, length) = (-1, 0);
        foreach (var word in s_words)
        {
            var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            (first, length) = at >= 0 && (first < 0 || at < first) ? (at, word.Length) : (first, length);
        }

        return (first, length);
    }

    /// <summary>Up to the quote that opens it, or to the end of the value that it stands in.</summary>
    private static string? Name(ReadOnlySpan<char> text)
    {
        var isQuoted = text is ['"' or '\'', ..];
        var name = isQuoted ? text[1..] : text;
        var end = name.IndexOfAny(isQuoted ? "\"'<>" : "\"'<>;/ \t\r\n?");
        name = (end < 0 ? name : name[..end]).Trim();
        return name.Length is > 0 and <= LongestName ? name.ToString() : null;
    }
}
