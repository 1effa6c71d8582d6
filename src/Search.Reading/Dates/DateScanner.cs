using System.Buffers;
using System.Text;

namespace Search.Reading.Dates;

/// <summary>
/// Finds the days that a text names, in the writings of many languages. It works on numbers and words, not on patterns of a language:
/// a number, a month's name and a year in any of the orders that people use, with little between them.
/// </summary>
internal static class DateScanner
{
    private const int MostWordsBetween = 4;
    private const int LongestBetweenCalendars = 20;

    /// <summary>Without one of these a text names no day.</summary>
    private static readonly SearchValues<char> s_signs = SearchValues.Create(
        ['年', '月', .. Enumerable.Range(0, 0x10000).Select(character => (char)character).Where(char.IsDigit)]);

    public static List<FoundDate> Find(string text)
    {
        if (!MayName(text))
        {
            return [];
        }

        var found = new List<FoundDate>();
        var dates = new DateBuilder(text, DateTokenFolder.Fold(text, DateTokens.Cut(text)));
        for (var index = 0; index < dates.Tokens.Count;)
        {
            if (Read(dates, index) is { } match)
            {
                index += match.Tokens;
                if (match.Date is { } date)
                {
                    Add(found, date);
                }
            }
            else
            {
                index++;
            }
        }

        return found;
    }

    /// <summary>The month or the year that a text names in place of a day; null when it names none, or several.</summary>
    public static FoundDate? FindPeriod(string text)
    {
        if (!MayName(text))
        {
            return null;
        }

        var tokens = DateTokenFolder.Fold(text, DateTokens.Cut(text));
        var years = tokens.FindAll(token => token.IsYear && token.Number is >= 1900 and <= 2200);
        if (years is not [var year])
        {
            return null;
        }

        var index = tokens.IndexOf(year);
        var month = tokens.FindIndex(token => token is { Month: > 0, Calendar: DateCalendar.Gregorian });
        return month >= 0 && Math.Abs(month - index) <= 2
            ? new FoundDate(year.Start, year.Length, year.Number, tokens[month].Month, 0)
            : new FoundDate(year.Start, year.Length, year.Number, 0, 0);
    }

    private static bool MayName(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('0', '9') || (!Ascii.IsValid(text) && text.ContainsAny(s_signs));

    /// <summary>One day in two calendars beside each other is one date, told by the common one: the other may be a day off.</summary>
    private static void Add(List<FoundDate> found, FoundDate date)
    {
        if (found.Count > 0 && found[^1] is { IsCertain: true } last && date.IsCertain && last.Calendar != date.Calendar
            && date.Start - last.End <= LongestBetweenCalendars && last.ToDate() is { } first && date.ToDate() is { } second
            && Math.Abs(first.DayNumber - second.DayNumber) <= CalendarYears.DaysOff)
        {
            var common = date.Calendar == DateCalendar.Gregorian ? date : last;
            found[^1] = common with { Start = last.Start, Length = date.End - last.Start };
            return;
        }

        found.Add(date);
    }

    private static DateMatch? Read(DateBuilder dates, int index) =>
        ReadYearFirst(dates, index)
        ?? DateNumbers.Read(dates, index)
        ?? ReadDayFirst(dates, index)
        ?? ReadMonthFirst(dates, index);

    /// <summary>2024年9月13日, 2024 September 13, 令和6年9月13日, 2024. gada 13. septembrī.</summary>
    private static DateMatch? ReadYearFirst(DateBuilder dates, int index)
    {
        var year = dates.Tokens[index];
        var isShort = year is { Sign: DateSign.Year, Role: DateRole.Open };
        var second = year.IsYear || isShort ? SkipWords(dates.Tokens, index + 1, 1) : -1;
        var third = second < 0 ? -1 : SkipWords(dates.Tokens, second + 1, 1);
        if (third < 0)
        {
            return null;
        }

        var isDayInFront = year.Sign == DateSign.Year && dates.Tokens[second].IsDay && dates.Tokens[third].Month > 0;
        var (month, day) = isDayInFront ? (dates.Tokens[third], dates.Tokens[second]) : (dates.Tokens[second], dates.Tokens[third]);
        var isEnd = isDayInFront || third + 1 >= dates.Tokens.Count || !dates.Tokens[third + 1].IsYear || !dates.Tokens[third + 1].IsNear;
        return month.Month > 0 && day.IsDay && isEnd
            ? isShort ? dates.Short(index, third, year.Number, month.Month, day.Number)
                : dates.Take(index, third, year.Number, month, day.Number)
            : null;
    }

    /// <summary>13 September 2024, 1er septembre 2024, 13 de septiembre de 2024, ngày 13 tháng 9 năm 2024, 13 September.</summary>
    private static DateMatch? ReadDayFirst(DateBuilder dates, int index)
    {
        if (!dates.Tokens[index].IsDay)
        {
            return null;
        }

        var month = SkipWords(dates.Tokens, index + 1, MostWordsBetween);
        if (month < 0 || dates.Tokens[month].Month == 0)
        {
            return null;
        }

        return WithYear(dates, index, month, dates.Tokens[month], dates.Tokens[index].Number);
    }

    /// <summary>September 13, 2024; Sept. 13th 2024; November 11. 2023; septiembre 13 de 2024; 9月13日.</summary>
    private static DateMatch? ReadMonthFirst(DateBuilder dates, int index)
    {
        var month = dates.Tokens[index];
        var day = month.Month == 0 ? -1 : SkipWords(dates.Tokens, index + 1, 1);
        return day > 0 && dates.Tokens[day].IsDay ? WithYear(dates, index, day, month, dates.Tokens[day].Number) : null;
    }

    /// <summary>With the year behind it, if there is one.</summary>
    private static DateMatch? WithYear(DateBuilder dates, int index, int last, DateToken month, int day)
    {
        var next = SkipTime(dates.Tokens, last + 1) ?? SkipWords(dates.Tokens, last + 1, MostWordsBetween);
        var year = next < 0 ? default : dates.Tokens[next];
        return year.IsYear ? dates.Take(index, next, year.Number, month, day)
            : dates.ShortYearBehind(month, next) is { } full ? dates.Take(index, next, full, month, day)
            : month.IsSureMonth ? dates.Take(index, last, 0, month, day)
            : null;
    }

    /// <summary>The year behind a time of day and its zone: Sep 13 10:00:00 UTC 2024.</summary>
    private static int? SkipTime(List<DateToken> tokens, int index)
    {
        if (index + 2 >= tokens.Count || !tokens[index].IsNumber || tokens[index + 1].Gap != ":")
        {
            return null;
        }

        var end = index + 2;
        end += tokens[end].Gap == ":" ? 1 : 0;
        end += end < tokens.Count && (!tokens[end].IsNumber || tokens[end].Gap is "+" or "-") ? 1 : 0;
        return end < tokens.Count && tokens[end] is { IsYear: true, Gap: "" } ? end : null;
    }

    /// <summary>
    /// The next token, past the small words that languages put between a day, a month and a year (de, of, den) and the endings of
    /// numbers; -1 when it stands too far away.
    /// </summary>
    private static int SkipWords(List<DateToken> tokens, int index, int most)
    {
        for (var skipped = 0; index < tokens.Count && (tokens[index].IsNear || tokens[index].IsOrdinalEnding); index++, skipped++)
        {
            if (!(tokens[index].IsConnector || tokens[index].IsOrdinalEnding) || skipped == most)
            {
                return index;
            }
        }

        return -1;
    }
}
