using System.Globalization;

namespace Search.Archive.Highlighting;

/// <summary>
/// Cuts a passage around what must be in it: at the edges of sentences where they are near enough, else between words, and
/// where a text has no spaces between characters that a reader sees as one.
/// </summary>
internal static class PassageCutter
{
    /// <summary>How far before the first match a passage begins at most when it cannot begin with the sentence.</summary>
    private const int Lead = 70;

    /// <summary>How far an edge moves to fall between words. Longer runs without a space are cut inside.</summary>
    private const int MaxWord = 40;

    /// <summary>The text's beginning, without the white space around it.</summary>
    public static (int Start, int End) Beginning(string text, HighlightOptions options)
    {
        var start = 0;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return Trim(text, start, EndOf(text, start, start, text.Length, options));
    }

    /// <param name="text">The text.</param>
    /// <param name="core">What should be in the passage; it is cut if it is longer than a passage.</param>
    /// <param name="free">What may be in it.</param>
    /// <param name="options">Lengths.</param>
    public static (int Start, int End) Cut(string text, (int Start, int End) core, (int Start, int End) free, HighlightOptions options)
    {
        var start = StartOf(text, core, free.Start, options);
        return Trim(text, start, EndOf(text, start, core.End, free.End, options));
    }

    /// <summary>Where a context of about this length before a place begins, between words.</summary>
    public static int StartBefore(string text, int place, int length) =>
        place <= length ? 0 : WordStart(text, place - length, place);

    /// <summary>Where a context of about this length after a place ends, between words.</summary>
    public static int EndAfter(string text, int place, int length) =>
        text.Length - place <= length ? text.Length : WordEnd(text, place + length, place);

    /// <summary>Whether a passage that begins or ends here does so inside a sentence; white space at the place does not count.</summary>
    public static bool IsInside(string text, int place)
    {
        while (place < text.Length && text[place] == ' ')
        {
            place++;
        }

        return !IsSentenceEdge(text, place);
    }

    private static int StartOf(string text, (int Start, int End) core, int least, HighlightOptions options)
    {
        var room = options.MaxLength - (core.End - core.Start);
        var earliest = Math.Max(least, core.Start - (Math.Max(0, room) * 3 / 4));
        if (earliest == 0)
        {
            return 0;
        }

        var sentence = core.Start;
        while (sentence > earliest && !IsSentenceEdge(text, sentence))
        {
            sentence--;
        }

        if (IsSentenceEdge(text, sentence))
        {
            return sentence;
        }

        earliest = Math.Max(earliest, core.Start - Math.Min(Lead, Math.Max(0, room) / 2));
        return earliest == least ? least : WordStart(text, earliest, core.Start);
    }

    /// <summary>The first place from here on, and not after <paramref name="latest"/>, where a word begins.</summary>
    private static int WordStart(string text, int place, int latest)
    {
        for (var index = place; index <= Math.Min(latest, place + MaxWord); index++)
        {
            if (index == 0 || char.IsWhiteSpace(text[index - 1]))
            {
                return index;
            }
        }

        var cut = ClusterStart(text, place);
        return cut == place ? cut : Math.Min(latest, cut + StringInfo.GetNextTextElementLength(text, cut));
    }

    private static int EndOf(string text, int start, int least, int most, HighlightOptions options)
    {
        var latest = Math.Min(most, start + options.MaxLength);
        if (latest == text.Length)
        {
            return latest;
        }

        least = least > latest ? start + 1 : least;
        for (var end = latest; end >= Math.Max(least, start + options.MinLength); end--)
        {
            if (IsSentenceEdge(text, end))
            {
                return end;
            }
        }

        return WordEnd(text, latest, least);
    }

    /// <summary>The last place up to here, and not before <paramref name="least"/>, where a word ends.</summary>
    private static int WordEnd(string text, int place, int least)
    {
        for (var end = place; end >= Math.Max(least, place - MaxWord); end--)
        {
            if (char.IsWhiteSpace(text[end]))
            {
                return end;
            }
        }

        return Math.Max(ClusterStart(text, place), least);
    }

    /// <summary>Whether a sentence or line ends before this place: after a full stop and a space, or a line's end.</summary>
    private static bool IsSentenceEdge(string text, int place)
    {
        if (place == 0 || place >= text.Length || text[place - 1] == '\n')
        {
            return true;
        }

        if (text[place] == '\n')
        {
            return true;
        }

        if (text[place - 1] != ' ')
        {
            return false;
        }

        var before = place - 2;
        while (before > 0 && text[before] is '"' or '\'' or '”' or '’' or ')' or ']')
        {
            before--;
        }

        return before >= 0 && text[before] switch
        {
            '!' or '?' or '…' => true,
            // An initial or an abbreviation ("J. Smith", "Dr. Smith", "No. 4") ends no sentence.
            '.' => before >= 3 && EndsWord(text[before - 1]) && EndsWord(text[before - 2]) && EndsWord(text[before - 3])
                && !char.IsLower(text[place]),
            _ => false,
        };
    }

    private static bool EndsWord(char character) => char.IsLower(character) || char.IsDigit(character) || character is ')' or '%';

    /// <summary>The start of the grapheme cluster that a place lies in. A cluster is found from the last space before it.</summary>
    private static int ClusterStart(string text, int place)
    {
        var start = place;
        while (start > 0 && place - start < MaxWord && !char.IsWhiteSpace(text[start - 1]))
        {
            start--;
        }

        while (start > 0 && char.IsLowSurrogate(text[start]))
        {
            start--;
        }

        while (start < place)
        {
            var next = start + StringInfo.GetNextTextElementLength(text, start);
            if (next > place)
            {
                return start;
            }

            start = next;
        }

        return start;
    }

    private static (int Start, int End) Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return (start, end);
    }
}
