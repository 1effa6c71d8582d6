namespace Search.Reading.Dates;

/// <summary>
/// Finds the days that a text names, in the writings of the main languages. It works on numbers and words, not on patterns of a
/// language: a number, a month's name and a year in any of the orders that people use, with little between them.
/// </summary>
internal static class DateScanner
{
    /// <summary>Emperor's and Juche years are counted from these; Buddhist years are recognised by their size.</summary>
    private const int ReiwaZero = 2018;
    private const int BuddhistOffset = 543;

    public static List<FoundDate> Find(string text)
    {
        var found = new List<FoundDate>();
        if (!text.Any(char.IsDigit))
        {
            return found;
        }

        var tokens = DateTokens.Cut(text);
        for (var index = 0; index < tokens.Count;)
        {
            if (TryRead(tokens, index, out var date, out var used))
            {
                found.Add(date);
                index += used;
            }
            else
            {
                index++;
            }
        }

        return found;
    }

    private static bool TryRead(List<DateToken> tokens, int index, out FoundDate date, out int used) =>
        TryReadYearFirst(tokens, index, out date, out used)
        || TryReadSigns(tokens, index, out date, out used)
        || TryReadNumbers(tokens, index, out date, out used)
        || TryReadDayFirst(tokens, index, out date, out used)
        || TryReadMonthFirst(tokens, index, out date, out used);

    /// <summary>2024-09-13, 2024/9/13, 2024.09.13, 2024年9月13日, 2024년 9월 13일, 2024 September 13, 令和6年9月13日.</summary>
    private static bool TryReadYearFirst(List<DateToken> tokens, int index, out FoundDate date, out int used)
    {
        (date, used) = (default, 0);
        if (index + 2 >= tokens.Count)
        {
            return false;
        }

        var (year, month, day) = (tokens[index], tokens[index + 1], tokens[index + 2]);
        var isEra = index > 0 && tokens[index - 1] is { IsReiwa: true } && year.Gap is "";
        if (!(year.IsYear || isEra) || !day.IsDay)
        {
            return false;
        }

        var separated = month.Gap is "-" or "/" or "." or ". " or "年" or "년" or "년 " or "－" or "–" && IsSameGap(month.Gap, day.Gap);
        var goesOn = index + 3 < tokens.Count && tokens[index + 3] is { Digits: > 0 } next && next.Gap == day.Gap;
        if (month.IsMonthNumber && separated && !goesOn)
        {
            return Take(tokens, index, 3, isEra ? ReiwaZero + year.Number : year.Year, month.Number, day.Number, NumberOrder.None,
                out date, out used);
        }

        var near = month.Gap.Length <= 2 && day.Gap.Length <= 2;
        return month.Month > 0 && near && !(index + 3 < tokens.Count && tokens[index + 3].IsYear)
            && Take(tokens, index, 3, year.Year, month.Month, day.Number, NumberOrder.None, out date, out used);
    }

    /// <summary>9月13日 and 9월 13일, without a year.</summary>
    private static bool TryReadSigns(List<DateToken> tokens, int index, out FoundDate date, out int used)
    {
        (date, used) = (default, 0);
        return index + 1 < tokens.Count && tokens[index].IsMonthNumber && tokens[index + 1].IsDay
            && tokens[index + 1].Gap is "月" or "월 " or "월"
            && Take(tokens, index, 2, 0, tokens[index].Number, tokens[index + 1].Number, NumberOrder.None, out date, out used);
    }

    /// <summary>
    /// 13/09/2024, 13.9.2024, 09-13-2024. Dots are day first everywhere; else both readings stay open when both are possible.
    /// </summary>
    private static bool TryReadNumbers(List<DateToken> tokens, int index, out FoundDate date, out int used)
    {
        (date, used) = (default, 0);
        if (index + 2 >= tokens.Count)
        {
            return false;
        }

        var (first, second, year) = (tokens[index], tokens[index + 1], tokens[index + 2]);
        if (!first.IsDay || !second.IsDay || !(year.IsYear || IsShortYear(tokens, index)) || second.Gap != year.Gap
            || second.Gap is not ("/" or "." or "-" or " / " or ". " or "\u200f/"))
        {
            return false;
        }

        if (second.Number > 12)
        {
            return first.Number <= 12 && Take(tokens, index, 3, FullYear(year), first.Number, second.Number, NumberOrder.MonthFirst,
                out date, out used);
        }

        var order = second.Gap is "." or ". " || first.Number == second.Number ? NumberOrder.None
            : first.Number > 12 ? NumberOrder.DayFirst
            : NumberOrder.Open;
        return Take(tokens, index, 3, FullYear(year), second.Number, first.Number, order, out date, out used);
    }

    /// <summary>13.09.24 and 2/28/22, where no further number goes on from it.</summary>
    private static bool IsShortYear(List<DateToken> tokens, int index) =>
        tokens[index + 2] is { Digits: 2 } && tokens[index].Digits <= 2 && tokens[index + 1].Gap is "." or "/"
        && (index + 3 >= tokens.Count || tokens[index + 3].Digits == 0 || tokens[index + 3].Gap != tokens[index + 2].Gap)
        && (index == 0 || tokens[index - 1].Digits == 0 || tokens[index].Gap != tokens[index + 1].Gap);

    private static int FullYear(DateToken year) => year.Digits != 2 ? year.Year : year.Number < 70 ? 2000 + year.Number
        : 1900 + year.Number;

    /// <summary>13 September 2024, 13. September 2024, 1er septembre 2024, 13 de septiembre de 2024, 13-Sep-2024, 13 September.</summary>
    private static bool TryReadDayFirst(List<DateToken> tokens, int index, out FoundDate date, out int used)
    {
        (date, used) = (default, 0);
        if (!tokens[index].IsDay)
        {
            return false;
        }

        var month = SkipWords(tokens, index + 1, 2);
        if (month < 0 || tokens[month].Month == 0)
        {
            return false;
        }

        var year = SkipWords(tokens, month + 1, 2);
        return year > 0 && tokens[year].IsYear
            ? Take(tokens, index, year - index + 1, tokens[year].Year, tokens[month].Month, tokens[index].Number, NumberOrder.None,
                out date, out used)
            : Take(tokens, index, month - index + 1, 0, tokens[month].Month, tokens[index].Number, NumberOrder.None, out date, out used);
    }

    /// <summary>September 13, 2024; Sept. 13th 2024; November 11. 2023; September 13.</summary>
    private static bool TryReadMonthFirst(List<DateToken> tokens, int index, out FoundDate date, out int used)
    {
        (date, used) = (default, 0);
        if (tokens[index].Month == 0 || index + 1 >= tokens.Count || !tokens[index + 1].IsDay || !IsNear(tokens[index + 1].Gap))
        {
            return false;
        }

        var day = tokens[index + 1];
        var next = index + 2 < tokens.Count && tokens[index + 2].IsOrdinalEnding ? index + 3 : index + 2;
        var hasYear = next < tokens.Count && tokens[next].IsYear && IsNear(tokens[next].Gap);
        return Take(tokens, index, hasYear ? next - index + 1 : 2, hasYear ? tokens[next].Year : 0, tokens[index].Month, day.Number,
            NumberOrder.None, out date, out used);
    }

    private static bool Take(
        List<DateToken> tokens, int index, int count, int year, int month, int day, NumberOrder order, out FoundDate date, out int used)
    {
        var (first, last) = (tokens[index], tokens[index + count - 1]);
        var common = year is > 2400 and < 2700 ? year - BuddhistOffset : year;
        date = new FoundDate(first.Start, last.Start + last.Length - first.Start, common, month, day, order);
        used = count;
        return date.ToDate(2000) is not null;
    }

    /// <summary>The next token, past the small words that languages put between a day, a month and a year (de, of, den, er, th).</summary>
    private static int SkipWords(List<DateToken> tokens, int index, int most)
    {
        for (var skipped = 0; index < tokens.Count && IsNear(tokens[index].Gap); index++, skipped++)
        {
            if (!tokens[index].IsConnector || skipped == most)
            {
                return index;
            }
        }

        return -1;
    }

    private static bool IsNear(string gap) =>
        gap is "" or " " or "." or ". " or ", " or "," or "-" or "/" or " , " or "، " or "،" or "  " or "-\u00a0" or "\u00a0";

    private static bool IsSameGap(string first, string second) =>
        first == second || (first[0], second.Length > 0 ? second[0] : ' ') is ('年', '月') or ('년', '월');
}
