using System.Globalization;

namespace Search.Reading.Dates;

internal enum DateCalendar
{
    Gregorian,

    /// <summary>The solar one of Iran and Afghanistan.</summary>
    Persian,

    /// <summary>The lunar one, as Saudi Arabia computes it.</summary>
    Hijri,
}

/// <summary>Years as they are printed, and the days they mean.</summary>
internal static class CalendarYears
{
    /// <summary>How far a lunar month that is computed may be from the one that was seen.</summary>
    public const int DaysOff = 2;
    private const int BuddhistOffset = 543;

    /// <summary>Two digits below are of this century.</summary>
    private const int Pivot = 70;

    /// <summary>Until here the solar years lie before today and the lunar ones before most of what is published.</summary>
    private const int LastPersian = 1410;

    private static readonly PersianCalendar s_persian = new();
    private static readonly UmAlQuraCalendar s_hijri = new();

    public static int OfTwoDigits(int year) => year < Pivot ? 2000 + year : 1900 + year;

    /// <summary>Four digits that may be a year of any calendar.</summary>
    public static bool IsYear(int number) => number is >= 1000 and <= 2700;

    /// <summary>A year that official pages count from the flight to Medina.</summary>
    public static bool IsOfMedina(int year) => year is > 1300 and < 1500;

    /// <summary>The calendar that a year in numbers is of, when nothing beside it says so.</summary>
    public static DateCalendar CalendarOf(int year) => year <= LastPersian ? DateCalendar.Persian : DateCalendar.Hijri;

    /// <summary>The common year of a Buddhist one, which its size tells; other years as they are.</summary>
    public static int Common(int year) => year is > 2400 and <= 2700 ? year - BuddhistOffset : year;

    /// <summary>The common day of another calendar's; null when there is no such day.</summary>
    public static DateOnly? DayOf(int year, int month, int day, DateCalendar calendar)
    {
        if (calendar == DateCalendar.Gregorian)
        {
            return DayOf(year, month, day);
        }

        Calendar counted = calendar == DateCalendar.Persian ? s_persian : s_hijri;
        return IsOfMedina(year) && year >= counted.GetYear(counted.MinSupportedDateTime)
            && month is >= 1 and <= 12 && day >= 1 && day <= counted.GetDaysInMonth(year, month)
            ? DateOnly.FromDateTime(counted.ToDateTime(year, month, day, 0, 0, 0, 0))
            : null;
    }

    public static DateOnly? DayOf(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
}
