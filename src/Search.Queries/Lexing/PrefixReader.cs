namespace Search.Queries;

/// <summary>Tells what a star at or in a word means: a prefix, nothing (2*3), or a thing that cannot be had.</summary>
internal static class PrefixReader
{
    public static (string Text, bool IsPrefix, QueryProblem? Problem) Read(string word, int start)
    {
        var first = word.AsSpan().IndexOfAny('*', '\uFF0A');
        if (first < 0)
        {
            return (word, false, null);
        }

        var text = word.TrimEnd('*', '\uFF0A');
        var end = start + word.Length;
        if (text.Length == 0)
        {
            return (word, false, new(
                QueryErrorCodes.MisplacedStar, "A star between words stands for one word inside quotes only, as in \"strongly * the\".",
                start, end, new(start, end)));
        }

        if (first < text.Length)
        {
            return (word, false, Inside(text, first, start, end));
        }

        var letters = Letters(text);
        return letters == 0 ? (word, false, null)
            : letters >= QueryLimits.MinPrefixLetters ? (text, true, QuoteBehindKeyword(text, start, end))
            : (word, false, new(
                QueryErrorCodes.PrefixTooShort, $"Write at least {QueryLimits.MinPrefixLetters} letters before the star.",
                start, end, new(start + text.Length, end)));
    }

    private static QueryProblem? Inside(string text, int star, int start, int end)
    {
        var letters = Letters(text.AsSpan(0, star));
        var isMeant = star == 0
            ? char.IsLetterOrDigit(text[^1]) && char.IsLetter(text.TrimStart('*', '\uFF0A')[0])
            : letters >= QueryLimits.MinPrefixLetters && char.IsLetter(text[^1]);
        return !isMeant ? null : new(
            QueryErrorCodes.MisplacedStar, "A star stands at the end of a word only, as in nuclear*.",
            start, end, star == 0 ? new(start, start + 1) : new(start + star, end, "*"));
    }

    /// <summary><c>OR"x*</c> is a word as long as no other quote follows, and a star leaves no way to write that it is one.</summary>
    private static QueryProblem? QuoteBehindKeyword(string text, int start, int end)
    {
        var quote = text.IndexOf('"');
        return quote < 0 || !QueryTokenizer.BeginsWithKeyword(text) ? null : new(
            QueryErrorCodes.MisplacedStar, "A word with a star holds no quote. Write a space in its place.",
            start, end, new(start + quote, start + quote + 1, " "));
    }

    /// <summary>Letters and digits at the end: the part that a prefix search completes.</summary>
    private static int Letters(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var index = text.Length - 1; index >= 0 && (char.IsLetterOrDigit(text[index]) || char.IsSurrogate(text[index])); index--)
        {
            count++;
        }

        return count;
    }
}
