using System.Text;
using Search.Core.Analysis;

namespace Search.Reading.Issuers;

/// <summary>Folds a name for comparison: case, accents, apostrophes, articles, and the two spellings of defence.</summary>
internal static class NameKey
{
    private const string Article = " the ";

    public static string Of(string name) => Fold(name, null);

    /// <summary>The key of a text, and where in the text each of its characters is from.</summary>
    public static FoldedText WithPlaces(string text)
    {
        var normalized = TextNormalizer.Normalize(text);
        var places = new List<int>(normalized.Length + 1);
        return new FoldedText(normalized, Fold(normalized, places), places);
    }

    private static string Fold(string name, List<int>? places)
    {
        var text = TextNormalizer.Normalize(name);
        var folded = new StringBuilder(text.Length);
        for (var (start, end) = (0, 0); start < text.Length; start = end)
        {
            end = EndOfSign(text, start);
            Append(folded, text, start, end);
            while (places?.Count < folded.Length)
            {
                places.Add(start);
            }
        }

        return WithoutArticles(folded.ToString().Replace("defense", "defence", StringComparison.Ordinal), places);
    }

    /// <summary>A character with the marks that belong to it: folding looks at them together.</summary>
    private static int EndOfSign(string text, int start)
    {
        var end = start + (char.IsHighSurrogate(text[start]) && start + 1 < text.Length ? 2 : 1);
        while (end < text.Length && text[end] >= '\u0300'
            && char.GetUnicodeCategory(text[end]) is System.Globalization.UnicodeCategory.NonSpacingMark)
        {
            end++;
        }

        return end;
    }

    private static void Append(StringBuilder folded, string text, int start, int end)
    {
        if (end - start == 1 && char.IsAscii(text[start]))
        {
            Append(folded, text[start]);
            return;
        }

        foreach (var character in TextAnalyzer.Fold(text[start..end]))
        {
            Append(folded, character);
        }
    }

    private static void Append(StringBuilder folded, char character)
    {
        switch (character)
        {
            case '’' or '‘' or '`' or 'ʼ':
                folded.Append('\'');
                break;
            case '&':
                folded.Append("and");
                break;
            case '\u0131' or '\u0130':
                folded.Append('i');
                break;
            case ',':
                break;
            default:
                // Accents of Latin, Greek and Cyrillic are removed; the signs of other scripts (Thai, Arabic, Devanagari) are letters.
                if (character < '\u0300' || character > '\u036F')
                {
                    folded.Append(char.IsWhiteSpace(character) ? ' ' : char.ToLowerInvariant(character));
                }

                break;
        }
    }

    /// <summary>Without blanks at its ends, an article in front, and those between words, each of which leaves one blank.</summary>
    private static string WithoutArticles(string folded, List<int>? places)
    {
        var (start, end) = (0, folded.Length);
        for (; start < end && folded[start] == ' '; start++)
        {
        }

        for (; end > start && folded[end - 1] == ' '; end--)
        {
        }

        start += folded.AsSpan(start, end - start).StartsWith(Article.AsSpan(1), StringComparison.Ordinal) ? Article.Length - 1 : 0;
        var key = new StringBuilder(end - start);
        var kept = 0;
        for (var index = start; index < end;)
        {
            key.Append(folded[index]);
            if (places is not null)
            {
                places[kept++] = places[index];
            }

            index += folded.AsSpan(index, end - index).StartsWith(Article, StringComparison.Ordinal) ? Article.Length : 1;
        }

        places?.RemoveRange(kept, places.Count - kept);
        return key.ToString();
    }
}

/// <summary>A text, its key, and for each character of the key the place in the text that it is from.</summary>
internal sealed record FoldedText(string Text, string Key, IReadOnlyList<int> Places)
{
    /// <summary>
    /// Where in the text the words begin and end that a stretch of the key is from: whole words, as a stem may be inflected.
    /// </summary>
    public (int Start, int End) WordsOf(int start, int length)
    {
        var last = start + length - 1;
        var (from, to) = (Places[start], last + 1 < Places.Count ? Places[last + 1] : Text.Length);
        to = Text.AsSpan(0, to).TrimEnd(" ,").Length;
        while (from > 0 && IsInWord(from - 1) && IsInWord(from))
        {
            from--;
        }

        while (to < Text.Length && IsInWord(to - 1) && IsInWord(to))
        {
            to++;
        }

        return (from, to);
    }

    /// <summary>Scripts from here on put no blanks between words.</summary>
    private bool IsInWord(int index) => char.IsLetter(Text[index]) && Text[index] < 0x2E80;
}
