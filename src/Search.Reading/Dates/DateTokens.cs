using System.Globalization;

namespace Search.Reading.Dates;

/// <summary>A number or a word, with what stands before it.</summary>
internal readonly record struct DateToken(int Start, int Length, int Number, int Digits, int Month, DateWord Word, string Gap)
{
    public bool IsDay => Digits is 1 or 2 && Number is >= 1 and <= 31;

    public bool IsMonthNumber => Digits is 1 or 2 && Number is >= 1 and <= 12;

    public bool IsYear => Digits == 4 && (Number is >= 1900 and <= 2200 or >= 2401 and <= 2700);

    public int Year => Number;

    public bool IsConnector => Word is DateWord.Connector or DateWord.OrdinalEnding;

    public bool IsOrdinalEnding => Word == DateWord.OrdinalEnding;

    public bool IsReiwa => Word == DateWord.Reiwa;
}

/// <summary>Cuts a text into the numbers and words that dates are made of.</summary>
internal static class DateTokens
{
    private static readonly DateNames s_months = new("Dates.months.txt");

    public static List<DateToken> Cut(string text)
    {
        var tokens = new List<DateToken>();
        var previousEnd = 0;
        for (var index = 0; index < text.Length;)
        {
            var start = index;
            if (IsDigit(text[index]))
            {
                var number = 0;
                for (; index < text.Length && IsDigit(text[index]); index++)
                {
                    number = index - start < 6 ? (number * 10) + (int)CharUnicodeInfo.GetDecimalDigitValue(text[index]) : number;
                }

                Add(new DateToken(start, index - start, number, index - start, 0, DateWord.None, Gap(text, previousEnd, start)));
            }
            else if (char.IsLetter(text[index]) || IsMark(text[index]))
            {
                index = EndOfWord(text, index);
                var word = text.AsSpan(start, index - start);
                Add(new DateToken(start, index - start, 0, 0, s_months.Find(word), DateWords.Find(word), Gap(text, previousEnd, start)));
            }
            else
            {
                index++;
            }
        }

        return tokens;

        void Add(DateToken token)
        {
            // The words of Chinese, Japanese and Korean dates stand in the gap.
            if (IsDateSign(text, token.Start, token.Length))
            {
                return;
            }

            tokens.Add(token);
            previousEnd = token.Start + token.Length;
        }
    }

    private static bool IsDigit(char character) => char.IsDigit(character);

    private static bool IsMark(char character) =>
        CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static int EndOfWord(string text, int index)
    {
        if (IsSign(text[index]))
        {
            return index + 1;
        }

        while (index < text.Length && (char.IsLetter(text[index]) || IsMark(text[index])) && !IsSign(text[index]))
        {
            index++;
        }

        return index;
    }

    private static bool IsSign(char character) => character is '年' or '月' or '日' or '년' or '월' or '일';

    private static bool IsDateSign(string text, int start, int length) => length == 1 && IsSign(text[start]);

    private static string Gap(string text, int start, int end) =>
        start == end ? string.Empty
        : end - start == 1 ? Single(text[start])
        : end - start <= 4 ? text[start..end]
        : "far away";

    private static string Single(char character) => character switch
    {
        ' ' or '\u00a0' or '\u202f' => " ",
        '/' => "/",
        '.' => ".",
        '-' => "-",
        ',' => ",",
        _ => character.ToString(),
    };
}
