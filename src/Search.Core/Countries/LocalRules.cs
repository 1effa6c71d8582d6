namespace Search.Core.Countries;

/// <summary>What the words right beside a name say about it.</summary>
internal enum LocalVerdict
{
    /// <summary>Nothing speaks against it.</summary>
    Stands,

    /// <summary>It is something else here.</summary>
    Falls,

    /// <summary>It is a person here, and so probably wherever the text has the bare name.</summary>
    Person,

    /// <summary>It is a language here.</summary>
    Language,
}

/// <summary>Rules that look at the characters and words right beside a name.</summary>
internal sealed class LocalRules(ContextWords words)
{
    private const int ShortestName = 3;
    private const int MostWordsAfterPlace = 3;
    private const int LongestArticle = 3;

    private readonly LanguageRules _languages = new(words);

    public LocalVerdict Judge(
        ReadOnlySpan<char> text, List<Sighting> sightings, int i, LocalVerdict previous, StatementLanguages languages)
    {
        var sighting = sightings[i];
        var meaning = sighting.Meaning;
        if (IsInAddress(text, sighting) || IsPartOfPlace(text, sightings, i, languages))
            return LocalVerdict.Falls;

        if (meaning.Role == EntryRole.Abbreviation && IsBeforeMoney(text, sighting.End))
            return LocalVerdict.Falls;

        if (meaning.Has(EntryFlags.Exact) && !IsWrittenAs(text.Slice(sighting.Start, sighting.Length), meaning.Name))
            return LocalVerdict.Falls;

        if (meaning.Has(EntryFlags.Prefix) && !JoinsAnotherCountry(text, sightings, i))
            return LocalVerdict.Falls;

        if (IsPerson(text, sightings, i))
            return LocalVerdict.Person;

        return _languages.IsLanguage(text, sightings, i, previous)
            ? LocalVerdict.Language
            : LocalVerdict.Stands;
    }

    /// <summary>Host names, web addresses and account names name no country.</summary>
    private static bool IsInAddress(ReadOnlySpan<char> text, Sighting sighting)
    {
        if (sighting.Start > 0 && text[sighting.Start - 1] == '@')
            return true;

        if (sighting.End + 1 < text.Length && text[sighting.End] == '.' && char.IsAsciiLetterLower(text[sighting.End + 1]))
            return true;

        if (sighting.Start == 0 || text[sighting.Start - 1] is not ('/' or '.' or '-' or '=' or '_'))
            return false;

        var from = sighting.Start;
        while (from > 0 && !char.IsWhiteSpace(text[from - 1]))
            from--;

        var before = text[from..sighting.Start];
        return before.Contains("://", StringComparison.Ordinal) || before.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Cuba Street, Lebanon County, Little Italy, Peru, Illinois.</summary>
    private bool IsPartOfPlace(ReadOnlySpan<char> text, List<Sighting> sightings, int i, StatementLanguages languages)
    {
        var sighting = sightings[i];
        if (sighting.Meaning.Role is not (EntryRole.Name or EntryRole.Demonym or EntryRole.Capital))
            return false;

        if (words.Is(AdjacentWords.WordAfter(text, sighting.End), WordClasses.Place)
            || (IsAfterPlace(text, sighting.Start) && !languages.MayBe("en")))
            return true;

        return sighting.Meaning.Role != EntryRole.Demonym
            && (AdjacentWords.WordBefore(text, sighting.Start) is "Little" or "Port" or "Fort"
                || (i + 1 < sightings.Count && sightings[i + 1].Meaning is { Role: EntryRole.Region } region
                    && !region.Codes.Contains(sighting.Meaning.Codes[0])
                    && AdjacentWords.AreApartBy(text, sighting, sightings[i + 1], ", ")
                    && !IsEnumerated(text, sightings, i)));
    }

    /// <summary>Calle Argentina, plaza de España, rue de la Belgique.</summary>
    private bool IsAfterPlace(ReadOnlySpan<char> text, int start)
    {
        start = AdjacentWords.StartWithArticle(text, start);
        for (var i = 0; i < MostWordsAfterPlace; i++)
        {
            var before = AdjacentWords.WordBefore(text, start);
            var classes = words.Of(before);
            if ((classes & WordClasses.PlaceBefore) != WordClasses.None)
                return true;

            if (before.Length > LongestArticle || (classes & WordClasses.Common) == WordClasses.None)
                return false;

            start -= before.Length + 1;
        }

        return false;
    }

    /// <summary>In a list of states and countries the comma says nothing: Georgia, Alabama, Florida.</summary>
    private static bool IsEnumerated(ReadOnlySpan<char> text, List<Sighting> sightings, int i) =>
        i > 0 && AdjacentWords.AreApartBy(text, sightings[i - 1], sightings[i], ", ");

    private static bool IsBeforeMoney(ReadOnlySpan<char> text, int end) =>
        end < text.Length && (IsCurrency(text[end]) || (text[end] == ' ' && end + 1 < text.Length && IsCurrency(text[end + 1])));

    private static bool IsCurrency(char character) => character is '$' or '€' or '£' or '¥';

    private static bool IsWrittenAs(ReadOnlySpan<char> written, string name) =>
        written.StartsWith(name, StringComparison.OrdinalIgnoreCase);

    private static bool JoinsAnotherCountry(ReadOnlySpan<char> text, List<Sighting> sightings, int i) =>
        i + 1 < sightings.Count && sightings[i + 1].Meaning.IsName && AdjacentWords.AreApartBy(text, sightings[i], sightings[i + 1], "-");

    private bool IsPerson(ReadOnlySpan<char> text, List<Sighting> sightings, int i)
    {
        var sighting = sightings[i];
        var isSurname = sighting.Meaning.Has(EntryFlags.Surname);
        var isElsewhere = !sighting.Meaning.IsEnglish;
        if (!isElsewhere && !isSurname && !sighting.Meaning.Has(EntryFlags.Given))
            return false;

        var before = AdjacentWords.WordBefore(text, sighting.Start);
        if (isElsewhere && IsPersonElsewhere(text, sighting, before))
            return true;

        if (!isSurname && !sighting.Meaning.Has(EntryFlags.Given))
            return false;

        if (words.Is(before, WordClasses.Honorific))
            return true;

        if (isSurname && (words.Is(before, WordClasses.Given) || IsInitial(text, sighting.Start, before)))
            return true;

        if (isSurname && sighting.Meaning.Has(EntryFlags.Contested) && IsGivenNameWithin(text, sighting.Start, before))
            return true;

        return sighting.Meaning.Has(EntryFlags.Given) && IsFollowedBySurname(text, sightings, i);
    }

    /// <summary>
    /// In other languages than English any capitalised name may be a surname, and any in a script without capitals: Carlos
    /// Alemán, محمد المصري. A title before an adjective of such a script is an office: השר הצרפתי.
    /// </summary>
    private bool IsPersonElsewhere(ReadOnlySpan<char> text, Sighting sighting, ReadOnlySpan<char> before)
    {
        var first = text[sighting.Start];
        if (char.IsLower(first))
            return false;

        return words.Is(before, WordClasses.Given | WordClasses.OtherGiven)
            || (words.Is(before, WordClasses.OtherHonorific) && (char.IsUpper(first) || sighting.Meaning.Role == EntryRole.Name));
    }

    /// <summary>A capitalised word before, itself after a small word or a comma: reporter Zadie Jordan. Not: in South Jordan.</summary>
    private bool IsGivenNameWithin(ReadOnlySpan<char> text, int start, ReadOnlySpan<char> before)
    {
        var first = start - before.Length - 1;
        if (before.Length < ShortestName || !char.IsUpper(before[0]) || !char.IsLower(before[1]) || first < 2
            || text[first + before.Length] == '.' || words.Is(before, WordClasses.Institution | WordClasses.Direction))
            return false;

        var earlier = AdjacentWords.WordBefore(text, first);
        return text[first - 1] == ' ' && (text[first - 2] == ',' || (!earlier.IsEmpty && char.IsLower(earlier[0])));
    }

    private static bool IsInitial(ReadOnlySpan<char> text, int start, ReadOnlySpan<char> before) =>
        before.Length == 1 && char.IsUpper(before[0]) && text[start - 2] == '.' && (start < 5 || text[start - 4] == ' ');

    private bool IsFollowedBySurname(ReadOnlySpan<char> text, List<Sighting> sightings, int i)
    {
        var end = sightings[i].End;
        if (end >= text.Length || text[end] != ' ')
            return false;

        var after = AdjacentWords.WordAfter(text, end);
        return after.Length > 1 && AdjacentWords.IsCapitalised(after)
            && char.IsLower(after[1])
            && !words.Is(after, WordClasses.Institution)
            && (i + 1 == sightings.Count || sightings[i + 1].Start != end + 1)
            && !AdjacentWords.IsHeadline(words, text, end);
    }
}
