namespace Search.Core.Countries;

/// <summary>The words right beside a name. Empty where punctuation, a paragraph's end or the text's end comes first.</summary>
internal static class AdjacentWords
{
    private const int LeastCapitals = 3;

    /// <summary>The word before, past spaces and the point of an abbreviation such as "Mr.".</summary>
    public static ReadOnlySpan<char> WordBefore(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end > 0 && NameFolding.Fold(text[end - 1]) == NameFolding.Space && !IsParagraph(text, end - 1))
            end--;

        if (end == start)
            return [];

        if (end > 0 && text[end - 1] == '.')
            end--;

        var first = end;
        while (first > 0 && IsLetter(text[first - 1]))
            first--;

        return text[first..end];
    }

    /// <summary>Where a name starts with an article that has lost its vowel before it: d'Italie, dell'Iran.</summary>
    public static int StartWithArticle(ReadOnlySpan<char> text, int start)
    {
        if (start == 0 || NameFolding.Fold(text[start - 1]) != '\'')
            return start;

        var first = start - 1;
        while (first > 0 && IsLetter(text[first - 1]))
            first--;

        return first;
    }

    /// <summary>The word after, past spaces or one hyphen.</summary>
    public static ReadOnlySpan<char> WordAfter(ReadOnlySpan<char> text, int end)
    {
        var first = end;
        while (first < text.Length && NameFolding.Fold(text[first]) == NameFolding.Space && !IsParagraph(text, first))
            first++;

        if (first == end)
            return [];

        var last = first;
        while (last < text.Length && IsLetter(text[last]))
            last++;

        return text[first..last];
    }

    /// <summary>The characters between two names on the same line, when that is all they are apart.</summary>
    public static bool AreApartBy(ReadOnlySpan<char> text, Sighting left, Sighting right, string gap) =>
        left.End <= right.Start && text[left.End..right.Start].SequenceEqual(gap);

    /// <summary>Whether every word of the line that carries meaning is capitalised, so that a capital says nothing.</summary>
    public static bool IsHeadline(ContextWords words, ReadOnlySpan<char> text, int position)
    {
        var from = text[..position].LastIndexOf('\n') + 1;
        var length = text[position..].IndexOf('\n');
        var to = length < 0 ? text.Length : position + length;
        var capitals = 0;
        for (var start = from; start < to;)
        {
            var end = start;
            while (end < to && IsLetter(text[end]))
                end++;

            var word = text[start..end];
            if (IsCapitalised(word))
                capitals++;
            else if (!word.IsEmpty && !words.Is(word, WordClasses.Function))
                return false;

            start = end + 1;
        }

        return capitals > LeastCapitals;
    }

    public static bool IsCapitalised(ReadOnlySpan<char> word) => !word.IsEmpty && char.IsUpper(word[0]);

    private static bool IsLetter(char character) => NameFolding.ClassOf(character) != CharacterClass.Separator;

    private static bool IsParagraph(ReadOnlySpan<char> text, int position) =>
        text[position] == '\n'
        && ((position > 0 && text[position - 1] == '\n') || (position + 1 < text.Length && text[position + 1] == '\n'));
}
