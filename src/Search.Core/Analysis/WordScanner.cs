using System.Buffers;

namespace Search.Core.Analysis;

/// <summary>Finds words in text: the character filters and the <c>standard</c> tokenizer of the analyzers, in one pass.</summary>
internal static class WordScanner
{
    /// <summary>Lucene's limit: what is longer is cut into words of this length (UTF-16 units).</summary>
    public const int MaxWordLength = 255;

    /// <summary>What ends a word of plain letters whatever comes after it: most words of most texts are such.</summary>
    private static readonly SearchValues<char> s_plainEnds = SearchValues.Create(" \n\r\t,;!?()[]/-");

    private static readonly Automaton s_words = WordAutomaton.Build();
    private static readonly Automaton s_emoji = EmojiAutomaton.Build();
    private static readonly CharacterClass[] s_classes = BuildClasses();

    /// <summary>Finds the next word that starts at or after <paramref name="from"/>.</summary>
    public static bool TryFind(ReadOnlySpan<char> text, int from, out int start, out int end)
    {
        for (start = from; start < text.Length;)
        {
            if (text[start] is ' ' or '\n')
            {
                start++; // nearly all that is between words, and no word or emoji begins with it
                continue;
            }

            if (TryFindPlain(text, start, out end))
            {
                return true;
            }

            var length = Read(text, start, out var characterClass);
            end = Match(s_words, text, start);
            if (EmojiAutomaton.MayBegin(characterClass))
            {
                end = Math.Max(end, Match(s_emoji, text, start));
            }

            if (end > start)
            {
                return true;
            }

            start += length;
        }

        end = text.Length;
        return false;
    }

    /// <summary>A word of ASCII letters, if one starts here and needs no automaton to tell its end.</summary>
    private static bool TryFindPlain(ReadOnlySpan<char> text, int start, out int end)
    {
        for (end = start; end < text.Length && char.IsAsciiLetter(text[end]);)
        {
            end++;
        }

        return end > start && end - start <= MaxWordLength && (end == text.Length || s_plainEnds.Contains(text[end]));
    }

    /// <summary>The end of the longest match that starts here; <paramref name="start"/> if there is none.</summary>
    private static int Match(Automaton automaton, ReadOnlySpan<char> text, int start)
    {
        var state = Automaton.Start;
        var end = start;
        var limit = Math.Min(text.Length, start + MaxWordLength);
        for (var index = start; index < limit;)
        {
            var length = Read(text, index, out var characterClass);
            if (characterClass == CharacterClass.MidNumLet && Apostrophes.IsDotBeforePossessive(text, index) && text[index] == '.')
            {
                // The analyzers' filter takes such a dot out before words are found, so it does not count.
                index++;
                limit = Math.Min(text.Length, limit + 1);
                continue;
            }

            state = automaton.Next(state, characterClass);
            index += length;
            if (state == Automaton.Dead || index > limit)
            {
                break;
            }

            if (automaton.Accepts(state))
            {
                end = index;
            }

            if (characterClass == CharacterClass.SingleQuote && Apostrophes.LacksSpaceAfter(text, index - 1))
            {
                break;
            }
        }

        return end;
    }

    /// <summary>Reads one code point and gives its length in UTF-16 units.</summary>
    private static int Read(ReadOnlySpan<char> text, int index, out CharacterClass characterClass)
    {
        var character = text[index];
        if (char.IsHighSurrogate(character) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
        {
            characterClass = CharacterTable.ClassOf(char.ConvertToUtf32(character, text[index + 1]));
            return 2;
        }

        characterClass = s_classes[character];
        return 1;
    }

    /// <summary>The classes of the basic plane with every quote straightened.</summary>
    private static CharacterClass[] BuildClasses()
    {
        var classes = new CharacterClass[0x10000];
        for (var character = 0; character < classes.Length; character++)
        {
            classes[character] = CharacterTable.ClassOf((char)character);
        }

        foreach (var quote in Apostrophes.Single)
        {
            classes[quote] = CharacterClass.SingleQuote;
        }

        foreach (var quote in Apostrophes.Double)
        {
            classes[quote] = CharacterClass.DoubleQuote;
        }

        return classes;
    }
}
