namespace Search.Reading.Dates;

/// <summary>Tokens that form a date; no date where they form one that there is not, or that may mean anything.</summary>
internal readonly record struct DateMatch(FoundDate? Date, int Tokens);

/// <summary>Makes days of the numbers that stand for them, in the calendar that the text says they are of.</summary>
internal sealed class DateBuilder(string text, List<DateToken> tokens)
{
    private const int ReachOfMark = 12;

    public List<DateToken> Tokens => tokens;

    /// <summary>Letters of the script in which three short numbers begin with the year.</summary>
    public bool IsKorean => text.AsSpan().IndexOfAnyInRange('\uac00', '\ud7a3') >= 0;

    /// <summary>A day with a month's name.</summary>
    public DateMatch? Take(int first, int last, int year, DateToken month, int day)
    {
        if (month.Calendar == DateCalendar.Gregorian)
        {
            return Take(first, last, CalendarYears.Common(year), month.Month, day, NumberOrder.None);
        }

        return CalendarYears.DayOf(year, month.Month, day, month.Calendar) is { } common
            ? new DateMatch(Found(first, last, common.Year, common.Month, common.Day) with { Calendar = month.Calendar }, last - first + 1)
            : null;
    }

    /// <summary>A day in numbers.</summary>
    public DateMatch? Take(int first, int last, int year, int month, int day, NumberOrder order)
    {
        if (CalendarYears.IsOfMedina(year) && CalendarOf(first, last, year) is var calendar and not DateCalendar.Gregorian)
        {
            return CalendarYears.DayOf(year, month, day, calendar) is { } common
                ? new DateMatch(Found(first, last, common.Year, common.Month, common.Day) with { Calendar = calendar }, last - first + 1)
                : null;
        }

        var date = Found(first, last, CalendarYears.Common(year), month, day) with { Order = order };
        return date.ToDate(2000) is null ? null : new DateMatch(date, last - first + 1);
    }

    /// <summary>Three numbers with a year of two digits in front, which is one only where the page's language says so.</summary>
    public DateMatch? Short(int first, int last, int year, int month, int day)
    {
        var isMeant = IsKorean || IsAbbreviated(first);
        var full = Take(first, last, CalendarYears.OfTwoDigits(year), month, day, NumberOrder.None);
        var open = Found(first, last, day + 2000, month, year) with { Order = NumberOrder.YearFirst, IsShort = true };
        return isMeant || full is null ? full : new DateMatch(open, last - first + 1);
    }

    /// <summary>'24: a sign that figures were left out in front of it.</summary>
    public bool IsAbbreviated(int index) =>
        tokens[index].Start is > 0 and var start && text[start - 1] is '\'' or '’' or '‘' or '`' or '´' or '＇'
        && (start == 1 || !DateLetters.IsPart(text[start - 2]));

    /// <summary>R6.9.13, v2.3.24: a Latin letter close before it makes a number another thing.</summary>
    public bool IsBehindLetter(int index) =>
        tokens[index].Start is > 0 and var start && text[start - 1] < '\u0250' && char.IsLetter(text[start - 1]);

    public bool HasDotBehind(DateToken token) => token.End < text.Length && text[token.End] == '.';

    /// <summary>A year of two digits behind a month's name, where they cannot be anything else; the index may be outside.</summary>
    public int? ShortYearBehind(DateToken month, int index)
    {
        var year = index < 0 ? default : tokens[index];
        return year.Digits != 2 ? null
            : text[month.Start] is >= '\u0e00' and <= '\u0e7f' && year.Number > 40 ? CalendarYears.Common(2500 + year.Number)
            : year.Gap is "'" or "’" || HasTimeBehind(index) ? CalendarYears.OfTwoDigits(year.Number)
            : null;
    }

    /// <summary>13 Sep 24 10:00:00: the old form of mails and feeds.</summary>
    private bool HasTimeBehind(int index) =>
        index + 2 < tokens.Count && tokens[index].Gap.Length == 0 && tokens[index + 1] is { IsNumber: true, Gap: "", IsSpaced: true }
        && tokens[index + 2] is { IsNumber: true, Gap: ":" };

    private FoundDate Found(int first, int last, int year, int month, int day) =>
        new(tokens[first].Start, tokens[last].End - tokens[first].Start, year, month, day);

    /// <summary>
    /// The calendar of numbers with a year such as 1404: the one that a mark behind them names; else by its size, where the digits, the
    /// letters around or the order of machines tell that it is no year of the common one.
    /// </summary>
    private DateCalendar CalendarOf(int first, int last, int year)
    {
        var behind = text.AsSpan(tokens[last].End, Math.Min(ReachOfMark, text.Length - tokens[last].End)).TrimStart();
        if (behind is ['ه' or 'ھ', ..] || behind.StartsWith("AH"))
        {
            return behind.Contains('ش') ? DateCalendar.Persian : DateCalendar.Hijri;
        }

        var isOfMachines = tokens[first].Number == year && tokens[last] is { Digits: 2, IsSpaced: false, Gap: "-" or "/" };
        return isOfMachines || text[tokens[first].Start] > '9' || text.AsSpan().ContainsAnyInRange('\u0620', '\u06ff')
            ? CalendarYears.CalendarOf(year)
            : DateCalendar.Gregorian;
    }
}
