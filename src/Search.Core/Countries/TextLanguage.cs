namespace Search.Core.Countries;

/// <summary>Guesses a text's language by its commonest words: enough to know whether "china" is Spanish or porcelain.</summary>
internal sealed class TextLanguage(ContextWords words)
{
    private const int WordsRead = 300;
    private const int LongestWord = 8;

    private static readonly (string Language, WordClasses Class)[] s_languages =
    [
        ("en", WordClasses.English),
        ("es", WordClasses.Spanish),
        ("fr", WordClasses.French),
        ("de", WordClasses.German),
        ("pt", WordClasses.Portuguese),
        ("it", WordClasses.Italian),
    ];

    /// <summary>The language whose common words are most frequent; null where there are none.</summary>
    public string? Of(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[s_languages.Length];
        var start = -1;
        var read = 0;
        for (var i = 0; i <= text.Length && read < WordsRead; i++)
        {
            var inWord = i < text.Length && NameFolding.ClassOf(text[i]) != CharacterClass.Separator;
            if (inWord && start < 0)
                start = i;
            else if (!inWord && start >= 0)
            {
                Count(text[start..i], counts);
                read++;
                start = -1;
            }
        }

        var best = IndexOfMax(counts);
        return counts[best] == 0 ? null : s_languages[best].Language;
    }

    private void Count(ReadOnlySpan<char> word, Span<int> counts)
    {
        if (word.Length > LongestWord)
            return;

        Span<char> lower = stackalloc char[word.Length];
        _ = word.ToLowerInvariant(lower);
        for (var language = 0; language < s_languages.Length; language++)
            counts[language] += words.Is(lower, s_languages[language].Class) ? 1 : 0;
    }

    private static int IndexOfMax(ReadOnlySpan<int> counts)
    {
        var best = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            if (counts[i] > counts[best])
                best = i;
        }

        return best;
    }
}
