namespace Search.Core.Analysis;

/// <summary>
/// The word rules of Unicode Standard Annex 29 (WB4 to WB13b) as one table of states, with the reading of Lucene's
/// StandardTokenizer: a word holds at least one letter or digit, and the longest match counts.
/// </summary>
internal static class WordAutomaton
{
    public const int Start = 1;
    private const int Dead = 0;
    private const int Classes = 16;

    // A word may end in the states from FirstAccepting on.
    private const int Underscores = 2;
    private const int LetterMid = 3;
    private const int NumberMid = 4;
    private const int HebrewDoubleQuote = 5;
    public const int FirstAccepting = 6;
    private const int Letter = 6;
    private const int Hebrew = 7;
    private const int HebrewAfterMid = 8;
    private const int HebrewAfterDoubleQuote = 9;
    private const int HebrewSingleQuote = 10;
    private const int Number = 11;
    private const int Katakana = 12;
    private const int Connector = 13;
    private const int Ideograph = 14;
    private const int SoutheastAsian = 15;
    private const int States = 16;

    private static readonly byte[] s_next = Build();

    public static int Next(int state, WordClass wordClass) => s_next[(state * Classes) + (int)wordClass];

    private static byte[] Build()
    {
        var next = new byte[States * Classes];

        // WB4: an extending character changes nothing, but begins no word.
        for (var state = Underscores; state < States; state++)
        {
            On(state, WordClass.Extend, state);
            On(state, WordClass.SoutheastAsianExtend, state);
        }

        // WB5, WB8 to WB10, WB13a: letters, digits and connectors after one another, in any order.
        int[] words = [Letter, Hebrew, HebrewAfterMid, HebrewAfterDoubleQuote, HebrewSingleQuote, Number, Connector];
        foreach (var state in (int[])[Start, Underscores, .. words])
        {
            On(state, WordClass.Letter, Letter);
            On(state, WordClass.HebrewLetter, Hebrew);
            On(state, WordClass.Numeric, Number);
            On(state, WordClass.ExtendNumLet, state is Start or Underscores ? Underscores : Connector);
        }

        // WB13, WB13b: Katakana follows itself or a connector only.
        foreach (var state in (int[])[Start, Underscores, Katakana, Connector])
        {
            On(state, WordClass.Katakana, Katakana);
        }

        On(Katakana, WordClass.ExtendNumLet, Connector);

        // WB6, WB7: one mark between two letters.
        foreach (var state in (int[])[Letter, Hebrew, HebrewAfterMid])
        {
            On(state, WordClass.MidLetter, LetterMid);
            On(state, WordClass.MidNumLet, LetterMid);
            On(state, WordClass.SingleQuote, LetterMid);
        }

        On(LetterMid, WordClass.Letter, Letter);
        On(LetterMid, WordClass.HebrewLetter, HebrewAfterMid);

        // WB7a to WB7c: quotes that spell Hebrew.
        On(Hebrew, WordClass.SingleQuote, HebrewSingleQuote);
        On(Hebrew, WordClass.DoubleQuote, HebrewDoubleQuote);
        On(HebrewDoubleQuote, WordClass.HebrewLetter, HebrewAfterDoubleQuote);

        // WB11, WB12: one mark between two digits.
        On(Number, WordClass.MidNum, NumberMid);
        On(Number, WordClass.MidNumLet, NumberMid);
        On(Number, WordClass.SingleQuote, NumberMid);
        On(NumberMid, WordClass.Numeric, Number);

        On(Start, WordClass.Ideograph, Ideograph);
        On(Start, WordClass.SoutheastAsian, SoutheastAsian);
        On(Start, WordClass.SoutheastAsianExtend, SoutheastAsian);
        On(SoutheastAsian, WordClass.SoutheastAsian, SoutheastAsian);
        return next;

        void On(int state, WordClass wordClass, int to) => next[(state * Classes) + (int)wordClass] = (byte)to;
    }

    public static bool IsDead(int state) => state == Dead;
}
