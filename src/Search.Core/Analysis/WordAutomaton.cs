using static Search.Core.Analysis.CharacterClass;

namespace Search.Core.Analysis;

/// <summary>
/// The word rules of Unicode Standard Annex 29 (WB4 to WB13b) in the reading of Lucene's StandardTokenizer: a word holds
/// at least one letter or digit.
/// </summary>
internal static class WordAutomaton
{
    private const int Connectors = 2;
    private const int AfterLetterMark = 3;
    private const int AfterNumberMark = 4;
    private const int AfterHebrewDoubleQuote = 5;
    private const int FirstAccepting = AnyLetter;
    private const int AnyLetter = 6;
    private const int Hebrew = 7;
    private const int HebrewAfterMark = 8;
    private const int HebrewAfterDoubleQuote = 9;
    private const int HebrewSingleQuote = 10;
    private const int Number = 11;
    private const int Kana = 12;
    private const int Connector = 13;
    private const int Single = 14;
    private const int SoutheastAsianRun = 15;
    private const int States = 16;

    private static ReadOnlySpan<int> WordStates =>
        [AnyLetter, Hebrew, HebrewAfterMark, HebrewAfterDoubleQuote, HebrewSingleQuote, Number, Connector];

    public static Automaton Build()
    {
        var words = new Automaton(States, FirstAccepting);
        AddExtending(words);
        AddRuns(words);
        AddMarksWithin(words);
        words.On(Automaton.Start, Ideograph, Single);
        words.On(Automaton.Start, [SoutheastAsian, SoutheastAsianExtend], SoutheastAsianRun);
        words.On(SoutheastAsianRun, SoutheastAsian, SoutheastAsianRun);
        return words;
    }

    /// <summary>WB4: what extends a character changes nothing, but begins no word.</summary>
    private static void AddExtending(Automaton words)
    {
        for (var state = Connectors; state < States; state++)
        {
            words.On(
                state,
                [Extend, SoutheastAsianExtend, EmojiModifier, Keycap, Joiner, TextPresentation, EmojiPresentation, Tag, CancelTag],
                state);
        }
    }

    /// <summary>WB5, WB8 to WB10, WB13 to WB13b: letters, digits and connectors; Katakana only after itself or a connector.</summary>
    private static void AddRuns(Automaton words)
    {
        foreach (var state in (ReadOnlySpan<int>)[Automaton.Start, Connectors, .. WordStates])
        {
            words.On(state, [Letter, EmojiLetter], AnyLetter);
            words.On(state, HebrewLetter, Hebrew);
            words.On(state, Numeric, Number);
            words.On(state, ExtendNumLet, state is Automaton.Start or Connectors ? Connectors : Connector);
        }

        foreach (var state in (ReadOnlySpan<int>)[Automaton.Start, Connectors, Kana, Connector])
        {
            words.On(state, Katakana, Kana);
        }

        words.On(Kana, ExtendNumLet, Connector);
    }

    private static void AddMarksWithin(Automaton words)
    {
        // WB6, WB7: one mark between two letters. A Hebrew letter that follows one spells nothing with a quote after it.
        foreach (var state in (ReadOnlySpan<int>)[AnyLetter, Hebrew, HebrewAfterMark])
        {
            words.On(state, [MidLetter, MidNumLet, SingleQuote], AfterLetterMark);
        }

        words.On(AfterLetterMark, [Letter, EmojiLetter], AnyLetter);
        words.On(AfterLetterMark, HebrewLetter, HebrewAfterMark);

        // WB7a to WB7c: quotes that spell Hebrew; a single one may end the word or stand between two letters.
        words.On(Hebrew, SingleQuote, HebrewSingleQuote);
        words.On(Hebrew, DoubleQuote, AfterHebrewDoubleQuote);
        words.On(AfterHebrewDoubleQuote, HebrewLetter, HebrewAfterDoubleQuote);

        // WB11, WB12: one mark between two digits.
        words.On(Number, [MidNum, MidNumLet, SingleQuote], AfterNumberMark);
        words.On(AfterNumberMark, Numeric, Number);
    }
}
