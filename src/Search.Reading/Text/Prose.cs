namespace Search.Reading.Text;

/// <summary>Tells running text from labels, headings and menu items by its shape, in any language.</summary>
internal static class Prose
{
    /// <summary>A paragraph of this many words counts as running text even without a full stop: letters' salutations, list items.</summary>
    private const int LongParagraph = 25;
    public const int ShortestSentence = 5;

    /// <summary>What may close a sentence, and what may stand behind the full stop.</summary>
    private const string Stops = ".!?:;…。！？：；؟۔।॥";
    private const string Closers = "\"'”’»)]】」』）]";

    /// <summary>Words, or for scripts without blanks a word for every two characters.</summary>
    public static int Words(ReadOnlySpan<char> text)
    {
        var (words, inWord, ideographs) = (0, false, 0);
        foreach (var character in text)
        {
            var letter = char.IsLetterOrDigit(character);
            if (letter && Scripts.Of(character) is Script.Han or Script.Kana or Script.Thai)
            {
                ideographs++;
                inWord = false;
                continue;
            }

            words += letter && !inWord ? 1 : 0;
            inWord = letter || (inWord && character is '\'' or '’' or '-' or '.');
        }

        return words + ((ideographs + 1) / 2);
    }

    public static bool EndsLikeSentence(ReadOnlySpan<char> text)
    {
        var end = text.TrimEnd().TrimEnd(Closers).TrimEnd();
        return !end.IsEmpty && Stops.Contains(end[^1]);
    }

    /// <summary>A sentence or more: ends like one and is long enough to be one.</summary>
    public static bool IsProse(ReadOnlySpan<char> text)
    {
        var words = Words(text);
        return words >= LongParagraph || (words >= ShortestSentence && EndsLikeSentence(text));
    }
}
