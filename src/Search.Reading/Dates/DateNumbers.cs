namespace Search.Reading.Dates;

/// <summary>Days in three numbers.</summary>
internal static class DateNumbers
{
    public static DateMatch? Read(DateBuilder dates, int index)
    {
        if (index + 2 >= dates.Tokens.Count || !dates.Tokens[index].IsNumber)
        {
            return null;
        }

        return dates.Tokens[index].IsYear ? ReadYearFirst(dates, index) : ReadYearLast(dates, index);
    }

    /// <summary>2024-09-13, 2024/9/13, 2024.09.13, 2024. 9. 13., 令和6.9.13.</summary>
    private static DateMatch? ReadYearFirst(DateBuilder dates, int index)
    {
        var (year, month, day) = (dates.Tokens[index], dates.Tokens[index + 1], dates.Tokens[index + 2]);
        return month.IsMonthNumber && day.IsDay && month.Month == 0 && month.Gap is "-" or "/" or "." or "–" && month.Gap == day.Gap
            && !GoesOn(dates.Tokens, index + 2)
            ? dates.Take(index, index + 2, year.Number, month.Number, day.Number, NumberOrder.None)
            : null;
    }

    /// <summary>
    /// 13/09/2024, 13.9.2024, 09-13-2024. Dots are day first everywhere; else both readings stay open when both are possible.
    /// </summary>
    private static DateMatch? ReadYearLast(DateBuilder dates, int index)
    {
        var (first, second, year) = (dates.Tokens[index], dates.Tokens[index + 1], dates.Tokens[index + 2]);
        var isShort = IsShortYear(dates, index);
        if (first.Digits > 2 || !second.IsDay || second.Month > 0 || !(year.IsYear || isShort) || !IsSeparated(second, year))
        {
            return null;
        }

        if (isShort && IsYearInFront(dates, index) is var isInFront and not false)
        {
            return isInFront is null
                ? dates.Short(index, index + 2, first.Number, second.Number, year.Number)
                : dates.Take(index, index + 2, CalendarYears.OfTwoDigits(first.Number), second.Number, year.Number, NumberOrder.None);
        }

        if (!first.IsDay)
        {
            return null;
        }

        var full = isShort ? CalendarYears.OfTwoDigits(year.Number) : year.Number;
        var match = second.Number > 12
            ? first.Number > 12 ? null : dates.Take(index, index + 2, full, first.Number, second.Number, NumberOrder.MonthFirst)
            : dates.Take(index, index + 2, full, second.Number, first.Number, OrderOf(first, second, year));
        return isShort && match is { Date: { Order: not NumberOrder.MonthFirst } date } known
            ? known with { Date = date with { IsShort = true } }
            : match;
    }

    /// <summary>Whether the first of three short numbers is the year; null where it can only be that, if the language has it so.</summary>
    private static bool? IsYearInFront(DateBuilder dates, int index)
    {
        var (first, second, last) = (dates.Tokens[index], dates.Tokens[index + 1], dates.Tokens[index + 2]);
        return first.Digits != 2 || !second.IsMonthNumber || !last.IsDay ? false
            : dates.IsAbbreviated(index) || (second.Gap == "." && dates.IsKorean) ? true
            : first.IsDay && last.Digits == 2 ? false
            : null;
    }

    private static NumberOrder OrderOf(DateToken first, DateToken second, DateToken year) =>
        second.Gap == "." || second.Gap != year.Gap || first.Number == second.Number || CalendarYears.IsOfMedina(year.Number)
            ? NumberOrder.None
        : first.Number > 12 ? NumberOrder.DayFirst
        : NumberOrder.Open;

    /// <summary>The same sign twice; in the north of Europe also 13/9-2024.</summary>
    private static bool IsSeparated(DateToken second, DateToken year) =>
        (second.Gap == year.Gap && (second.Gap is "/" or "." || (second.Gap is "-" && !second.IsSpaced)))
        || (second.Gap is "/" && year is { Gap: "-", IsSpaced: false, Digits: 4 });

    /// <summary>13.09.24, 2/28/22 and 24.9.3., where no further number goes on from it or leads to it.</summary>
    private static bool IsShortYear(DateBuilder dates, int index)
    {
        var tokens = dates.Tokens;
        return tokens[index + 2] is { Role: DateRole.Open } last && (last.Digits == 2 || (last.Digits == 1 && dates.HasDotBehind(last)))
            && tokens[index].Digits <= 2
            && tokens[index + 1].Gap is "." or "/" && !GoesOn(tokens, index + 2) && !dates.IsBehindLetter(index)
            && (index == 0 || !tokens[index - 1].IsNumber || tokens[index].Gap != tokens[index + 1].Gap);
    }

    /// <summary>A further number behind the same sign, which is not an hour.</summary>
    private static bool GoesOn(List<DateToken> tokens, int last) =>
        last + 1 < tokens.Count && tokens[last + 1] is { IsNumber: true } next && next.Gap == tokens[last].Gap
        && next.IsSpaced == tokens[last].IsSpaced && !(last + 2 < tokens.Count && tokens[last + 2].Gap == ":");
}
