using System.Buffers;
using System.Collections.Frozen;

namespace Search.Reading.Text;

/// <summary>
/// Tells the language of a text by its script, and within a script by its small words. It answers only when it is sure: a wrong
/// language costs more (the text is then stemmed wrongly) than none.
/// </summary>
internal static class LanguageDetector
{
    private const int Sample = 4000;
    private const int FewestLetters = 12;
    private static readonly SearchValues<char> s_kazakh = SearchValues.Create("қҚұҰғҒ");
    private static readonly SearchValues<char> s_macedonian = SearchValues.Create("ѓЃќЌѕЅ");
    private static readonly FrozenDictionary<string, string[]> s_languagesOf = Load();
    private static readonly FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> s_lookup =
        s_languagesOf.GetAlternateLookup<ReadOnlySpan<char>>();

    public static string? Detect(string title, string body) =>
        Detect(body.Length >= 200 ? body.AsSpan(0, Math.Min(body.Length, Sample)) : $"{title}\n{body}".AsSpan());

    public static string? Detect(ReadOnlySpan<char> text)
    {
        var scripts = Scripts.Count(text);
        return scripts.Total < FewestLetters ? ByCharacters(scripts)
            : scripts.Of(Script.Cyrillic) * 2 > scripts.Total ? ByCyrillicLetters(text) ?? ByWords(text)
            : scripts.Of(Script.Latin) * 2 > scripts.Total || scripts.Of(Script.Arabic) * 2 > scripts.Total ? ByWords(text)
            : ByCharacters(scripts);
    }

    /// <summary>Letters that one Cyrillic alphabet has and the others lack, the rarest alphabets first.</summary>
    private static string? ByCyrillicLetters(ReadOnlySpan<char> text) =>
        text.ContainsAny("ўЎ") ? "be"
        : text.ContainsAny("їЇєЄ") ? "uk"
        : text.ContainsAny(s_kazakh) ? "kk"
        : text.ContainsAny("ћЋђЂ") ? "sr"
        : text.ContainsAny(s_macedonian) ? "mk"
        : text.ContainsAny("ыэё") ? "ru"
        : text.ContainsAny("ъЪ") ? "bg"
        : null;

    /// <summary>Scripts that one language (or, for Han, the absence of kana) tells.</summary>
    private static string? ByCharacters(ScriptCounts scripts) =>
        scripts.Of(Script.Kana) * 10 > scripts.Total ? "ja"
        : scripts.Of(Script.Hangul) * 3 > scripts.Total ? "ko"
        : scripts.Of(Script.Han) * 2 > scripts.Total ? "zh"
        : scripts.Of(Script.Greek) * 2 > scripts.Total ? "el"
        : scripts.Of(Script.Hebrew) * 2 > scripts.Total ? "he"
        : scripts.Of(Script.Thai) * 2 > scripts.Total ? "th"
        : scripts.Of(Script.Devanagari) * 2 > scripts.Total ? "hi"
        : scripts.Of(Script.Georgian) * 2 > scripts.Total ? "ka"
        : scripts.Of(Script.Armenian) * 2 > scripts.Total ? "hy"
        : null;

    private static string? ByWords(ReadOnlySpan<char> text)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var words = 0;
        Span<char> folded = stackalloc char[16];
        for (var index = 0; index < text.Length;)
        {
            var start = index;
            while (index < text.Length && (char.IsLetter(text[index]) || char.IsSurrogate(text[index])))
            {
                index++;
            }

            if (index == start)
            {
                index++;
                continue;
            }

            words++;
            var word = text[start..index];
            if (word.Length <= folded.Length && s_lookup.TryGetValue(folded[..word.ToLowerInvariant(folded)], out var languages))
            {
                foreach (var language in languages)
                {
                    counts[language] = counts.GetValueOrDefault(language) + 1;
                }
            }
        }

        return Best(counts, words);
    }

    /// <summary>The most small words wins when they are a twelfth of all words, as they are in any running text.</summary>
    private static string? Best(Dictionary<string, int> counts, int words)
    {
        var (best, most, tied) = ((string?)null, 0, false);
        foreach (var (language, count) in counts)
        {
            tied = count == most || (tied && count < most);
            (best, most) = count > most ? (language, count) : (best, most);
        }

        return most * 12 >= words && !tied ? best : null;
    }

    private static FrozenDictionary<string, string[]> Load()
    {
        var languages = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var line in EmbeddedTable.Rows("Text.words.txt"))
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var word in parts[1..].Distinct(StringComparer.Ordinal))
            {
                if (!languages.TryGetValue(word, out var list))
                {
                    languages[word] = list = [];
                }

                list.Add(parts[0]);
            }
        }

        return languages.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.ToArray(), StringComparer.Ordinal);
    }
}
