namespace Search.Core.Analysis;

/// <summary>Finds words in text: the character filters and the <c>standard</c> tokenizer of the analyzers, in one pass.</summary>
internal static class WordScanner
{
    /// <summary>Lucene's limit: what is longer is cut into words of this length (UTF-16 units).</summary>
    private const int MaxWordLength = 255;

    /// <summary>Finds the next word that starts at or after <paramref name="from"/>.</summary>
    public static bool TryFind(ReadOnlySpan<char> text, int from, out int start, out int end)
    {
        for (start = from; start < text.Length; start += CodePoint.LengthAt(text, start))
        {
            end = MatchWord(text, start);
            if (end > start)
            {
                return true;
            }
        }

        end = text.Length;
        return false;
    }

    /// <summary>The end of the longest word that starts here; <paramref name="start"/> if none does.</summary>
    private static int MatchWord(ReadOnlySpan<char> text, int start)
    {
        var state = WordAutomaton.Start;
        var end = start;
        var limit = Math.Min(text.Length, start + MaxWordLength);
        for (var i = start; i < limit;)
        {
            var character = text[i];
            var length = 1;
            WordClass wordClass;
            if (char.IsHighSurrogate(character))
            {
                length = CodePoint.LengthAt(text, i);
                if (i + length > limit)
                {
                    break;
                }

                wordClass = CharacterTable.WordClassOf(CodePoint.At(text, i));
            }
            else if (Apostrophes.IsApostrophe(character))
            {
                wordClass = WordClass.SingleQuote;
            }
            else if (character == '.' && i > start && Apostrophes.IsDotBeforePossessive(text, i))
            {
                // The dot is as good as absent, for the limit too.
                i++;
                limit = Math.Min(text.Length, limit + 1);
                continue;
            }
            else
            {
                wordClass = Apostrophes.IsDoubleQuote(character) ? WordClass.DoubleQuote : CharacterTable.WordClassOf(character);
            }

            state = WordAutomaton.Next(state, wordClass);
            if (WordAutomaton.IsDead(state))
            {
                break;
            }

            i += length;
            if (state >= WordAutomaton.FirstAccepting)
            {
                end = i;
            }

            if (wordClass == WordClass.SingleQuote && Apostrophes.LacksSpaceAfter(text, i - 1))
            {
                break;
            }
        }

        return end;
    }
}
