using Search.Core.Statements;

namespace Search.Reading.Dates;

/// <summary>Which number of a date in numbers is the day.</summary>
internal enum NumberOrder
{
    None,
    DayFirst,
    MonthFirst,
    Open,

    /// <summary>A year of two digits in front, which counts only where a page's language writes it there.</summary>
    YearFirst,
}

/// <summary>A day that a text names.</summary>
/// <param name="Start">UTF-16 units from the start of the text.</param>
/// <param name="Length">UTF-16 units.</param>
/// <param name="Year">0 where the text leaves it out.</param>
/// <param name="Month">1 to 12; of an ambiguous date, as read day first; 0 where the text names a year only.</param>
/// <param name="Day">1 to 31; 0 where the text names a month or a year only.</param>
/// <param name="Order">For dates in numbers with slashes or hyphens: which number is the day.</param>
internal readonly record struct FoundDate(int Start, int Length, int Year, int Month, int Day, NumberOrder Order = NumberOrder.None)
{
    /// <summary>The calendar in which it is printed; year, month and day are of the common one.</summary>
    public DateCalendar Calendar { get; init; }

    /// <summary>Three numbers with a year of two digits, read as the last of them.</summary>
    public bool IsShort { get; init; }

    /// <summary>Numbers that may be day, month and year in more than one way.</summary>
    public bool IsAmbiguous => Order is NumberOrder.Open or NumberOrder.YearFirst;

    /// <summary>Neither its order nor its year depends on what else the page says.</summary>
    public bool IsCertain => HasYear && !IsAmbiguous && !IsShort;

    public bool HasYear => Year != 0;

    public DatePrecision Precision => Day > 0 ? DatePrecision.Day : Month > 0 ? DatePrecision.Month : DatePrecision.Year;

    public int End => Start + Length;

    /// <summary>The other reading of an ambiguous date.</summary>
    public FoundDate Swapped => this with { Month = Day, Day = Month };

    /// <summary>The reading of three short numbers in which the first is the year.</summary>
    public FoundDate YearInFront => this with { Year = CalendarYears.OfTwoDigits(Day), Day = Year % 100 };

    /// <summary>The day, with a year given from outside where the text leaves it out; null when there is no such day.</summary>
    public DateOnly? ToDate(int year = 0) => CalendarYears.DayOf(HasYear ? Year : year, Month, Day);
}
