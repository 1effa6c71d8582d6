using System.Text;

namespace Search.Core.Countries;

/// <summary>
/// Guesses a text's language: by its script, and where languages share one, by their commonest words and letters of their
/// own. Enough to know whether "china" is Spanish or porcelain.
/// </summary>
internal sealed class TextLanguage
{
    private const int WordsRead = 300;
    private const int CharactersRead = 2000;
    private const int LongestWord = 8;

    /// <summary>With no more signs than these, a language with one less is as probable.</summary>
    private const int FewSigns = 6;

    private static readonly (string Language, WordClasses Class)[] s_latin =
    [
        ("en", WordClasses.English),
        ("es", WordClasses.Spanish),
        ("fr", WordClasses.French),
        ("de", WordClasses.German),
        ("pt", WordClasses.Portuguese),
        ("it", WordClasses.Italian),
        ("tr", WordClasses.Turkish),
    ];

    private readonly ContextWords _words;
    private readonly Dictionary<string, HashSet<char>> _letters;

    public TextLanguage(ContextWords words, Gazetteer gazetteer)
    {
        _words = words;
        _letters = gazetteer.Entries.Where(static entry => entry.Role == EntryRole.Letters)
            .ToDictionary(static entry => entry.Language, static entry => entry.Names.Select(static name => name[0]).ToHashSet());
    }

    /// <summary>The language, or those that are equally probable; none where nothing tells it.</summary>
    public string[] Of(ReadOnlySpan<char> text)
    {
        var read = text[..Math.Min(text.Length, CharactersRead)];
        return TextScripts.MostOf(read) switch
        {
            TextScript.Hangul => ["ko"],
            TextScript.Kana => ["ja"],
            TextScript.Han => ["zh"],
            TextScript.Hebrew => ["he"],
            TextScript.Arabic => LettersOf("fa", read) > LettersOf("ar", read) ? ["fa"] : ["ar"],
            TextScript.Cyrillic => LettersOf("uk", read) > LettersOf("ru", read) ? ["uk"] : ["ru"],
            TextScript.Latin => OfLatin(text, read),
            _ => [],
        };
    }

    private int LettersOf(string language, ReadOnlySpan<char> text)
    {
        if (!_letters.TryGetValue(language, out var letters))
            return 0;

        var count = 0;
        foreach (var character in text)
            count += char.IsAscii(character) || !letters.Contains(character) ? 0 : 1;

        return count;
    }

    private string[] OfLatin(ReadOnlySpan<char> text, ReadOnlySpan<char> read)
    {
        Span<int> counts = stackalloc int[s_latin.Length];
        CountWords(text, counts);
        var hasLetters = !Ascii.IsValid(read);
        for (var language = 0; hasLetters && language < s_latin.Length; language++)
            counts[language] += LettersOf(s_latin[language].Language, read);

        var languages = new List<string>();
        var most = Most(counts);
        for (var language = 0; most > 0 && language < s_latin.Length; language++)
        {
            if (counts[language] == most || (most <= FewSigns && counts[language] > 1 && counts[language] == most - 1 && language > 0))
                languages.Add(s_latin[language].Language);
        }

        return [.. languages];
    }

    private void CountWords(ReadOnlySpan<char> text, Span<int> counts)
    {
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
    }

    private void Count(ReadOnlySpan<char> word, Span<int> counts)
    {
        if (word.Length > LongestWord)
            return;

        Span<char> lower = stackalloc char[word.Length];
        _ = word.ToLowerInvariant(lower);
        var classes = _words.Of(lower);
        for (var language = 0; classes != WordClasses.None && language < s_latin.Length; language++)
            counts[language] += (classes & s_latin[language].Class) != WordClasses.None ? 1 : 0;
    }

    private static int Most(ReadOnlySpan<int> counts)
    {
        var most = 0;
        foreach (var count in counts)
            most = Math.Max(most, count);

        return most;
    }
}
