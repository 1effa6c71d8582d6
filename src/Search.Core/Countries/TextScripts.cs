namespace Search.Core.Countries;

/// <summary>Scripts by which languages are told apart.</summary>
internal enum TextScript
{
    None,
    Latin,
    Cyrillic,
    Hebrew,
    Arabic,
    Han,
    Kana,
    Hangul,
}

/// <summary>Tells in which script most of a text is written.</summary>
internal static class TextScripts
{
    private const int Scripts = (int)TextScript.Hangul + 1;

    /// <summary>The script of most letters; kana decides among Han, which Japanese uses as well.</summary>
    public static TextScript MostOf(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[Scripts];
        foreach (var character in text)
            counts[(int)Of(character)]++;

        counts[(int)TextScript.None] = 0;
        if (counts[(int)TextScript.Kana] > 0)
        {
            counts[(int)TextScript.Kana] += counts[(int)TextScript.Han];
            counts[(int)TextScript.Han] = 0;
        }

        var best = TextScript.None;
        for (var script = TextScript.Latin; script <= TextScript.Hangul; script++)
        {
            if (counts[(int)script] > counts[(int)best])
                best = script;
        }

        return best;
    }

    private static TextScript Of(char character) => character switch
    {
        (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '\u00C0' and <= '\u024F') => TextScript.Latin,
        >= '\u0400' and <= '\u04FF' => TextScript.Cyrillic,
        >= '\u0590' and <= '\u05FF' => TextScript.Hebrew,
        >= '\u0600' and <= '\u06FF' => TextScript.Arabic,
        >= '\u3041' and <= '\u30FF' => TextScript.Kana,
        >= '\u3400' and <= '\u9FFF' => TextScript.Han,
        >= '\uAC00' and <= '\uD7A3' => TextScript.Hangul,
        _ => TextScript.None,
    };
}
