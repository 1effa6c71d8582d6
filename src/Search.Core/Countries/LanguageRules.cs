namespace Search.Core.Countries;

/// <summary>Tells the name of a language from the adjective that is spelled like it: fluent in Russian, insegna il tedesco.</summary>
internal sealed class LanguageRules(ContextWords words)
{
    private const int MostArticles = 3;
    private const int LongestArticle = 4;
    private const int LongestJoint = 10;

    /// <param name="previous">What the name before turned out to be.</param>
    public bool IsLanguage(ReadOnlySpan<char> text, List<Sighting> sightings, int i, LocalVerdict previous)
    {
        var sighting = sightings[i];
        var isEnglish = sighting.Meaning.IsEnglish;
        if (!sighting.Meaning.Has(EntryFlags.Language) && (isEnglish || sighting.Meaning.Role != EntryRole.Demonym))
            return false;

        var after = AdjacentWords.WordAfter(text, sighting.End);
        return words.Is(after, WordClasses.AfterLanguage)
            || (isEnglish ? IsEnglish(text, sightings, i, previous, after) : IsOther(text, sightings, i, previous, after));
    }

    private bool IsEnglish(
        ReadOnlySpan<char> text, List<Sighting> sightings, int i, LocalVerdict previous, ReadOnlySpan<char> after)
    {
        if (!after.IsEmpty && !words.Is(after, WordClasses.Function))
            return false;

        return words.Is(AdjacentWords.WordBefore(text, sightings[i].Start), WordClasses.BeforeLanguage)
            || (previous == LocalVerdict.Language && IsJoined(text, sightings, i));
    }

    /// <summary>In other languages an article may stand between: insegna il tedesco e lo spagnolo.</summary>
    private bool IsOther(ReadOnlySpan<char> text, List<Sighting> sightings, int i, LocalVerdict previous, ReadOnlySpan<char> after)
    {
        var isJoinedToNext = i + 1 < sightings.Count && IsJoinedBySmallWords(text, sightings, i + 1);
        if (!after.IsEmpty && !words.Is(after, WordClasses.Function | WordClasses.Common) && !isJoinedToNext)
            return false;

        return IsAfterSpeaking(text, sightings[i].Start)
            || (previous == LocalVerdict.Language && IsJoinedBySmallWords(text, sightings, i));
    }

    private bool IsAfterSpeaking(ReadOnlySpan<char> text, int start)
    {
        start = AdjacentWords.StartWithArticle(text, start);
        for (var i = 0; i < MostArticles; i++)
        {
            var before = AdjacentWords.WordBefore(text, start);
            if (words.Is(before, WordClasses.BeforeLanguage))
                return true;

            if (before.IsEmpty || before.Length > LongestArticle)
                return false;

            start -= before.Length + 1;
        }

        return false;
    }

    private static bool IsJoined(ReadOnlySpan<char> text, List<Sighting> sightings, int i)
    {
        foreach (var gap in (ReadOnlySpan<string>)[", ", " and ", " or ", ", and ", "/"])
        {
            if (AdjacentWords.AreApartBy(text, sightings[i - 1], sightings[i], gap))
                return true;
        }

        return false;
    }

    /// <summary>A comma, a conjunction and an article, as far as there are any; Hebrew writes its conjunction with the word.</summary>
    private bool IsJoinedBySmallWords(ReadOnlySpan<char> text, List<Sighting> sightings, int i)
    {
        var from = sightings[i - 1].End;
        if (from >= sightings[i].Start || sightings[i].Start - from > LongestJoint)
            return false;

        var gap = text[from..sightings[i].Start];
        if (gap is " ו" or ", ")
            return true;

        foreach (var part in gap.SplitAny(' ', ',', '\'', '’'))
        {
            var word = gap[part];
            if (!word.IsEmpty && !words.Is(word, WordClasses.Common))
                return false;
        }

        return gap.Contains(' ') && gap.Trim().Length > 0;
    }
}
