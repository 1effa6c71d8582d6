namespace Search.Reading.Dates;

/// <summary>Which number of a date in numbers is the day.</summary>
internal enum NumberOrder
{
    None,
    DayFirst,
    MonthFirst,
    Open,
}

/// <summary>A day that a text names.</summary>
/// <param name="Start">UTF-16 units from the start of the text.</param>
/// <param name="Length">UTF-16 units.</param>
/// <param name="Year">0 where the text leaves it out.</param>
/// <param name="Month">1 to 12; of an ambiguous date, as read day first.</param>
/// <param name="Day">1 to 31.</param>
/// <param name="Order">For dates in numbers with slashes or hyphens: which number is the day.</param>
internal readonly record struct FoundDate(int Start, int Length, int Year, int Month, int Day, NumberOrder Order = NumberOrder.None)
{
    /// <summary>Two numbers that may be day and month either way.</summary>
    public bool IsAmbiguous => Order == NumberOrder.Open;

    public bool HasYear => Year != 0;

    public int End => Start + Length;

    /// <summary>The day, with a year given from outside where the text leaves it out; null when there is no such day.</summary>
    public DateOnly? ToDate(int year = 0) => Make(HasYear ? Year : year, Month, Day);

    /// <summary>The other reading of an ambiguous date.</summary>
    public FoundDate Swapped => this with { Month = Day, Day = Month };

    private static DateOnly? Make(int year, int month, int day) =>
        year is >= 1800 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
}
