namespace Search.Queries;

/// <summary>A day, month or year as a query names it.</summary>
public abstract record DatePoint
{
    /// <summary>The first day meant.</summary>
    public abstract DateOnly First(DateOnly today);

    /// <summary>The last day meant.</summary>
    public abstract DateOnly Last(DateOnly today);
}

/// <summary>A year, a month of it, or a day of that.</summary>
public sealed record CalendarPoint(int Year, int? Month = null, int? Day = null) : DatePoint
{
    public override DateOnly First(DateOnly today) => new(Year, Month ?? 1, Day ?? 1);

    public override DateOnly Last(DateOnly today)
    {
        var month = Month ?? 12;
        return new(Year, month, Day ?? DateTime.DaysInMonth(Year, month));
    }

    public override string ToString() => (Month, Day) switch
    {
        (null, _) => $"{Year:0000}",
        (_, null) => $"{Year:0000}-{Month:00}",
        _ => $"{Year:0000}-{Month:00}-{Day:00}",
    };
}

public enum DateUnit
{
    Day,
    Week,
    Month,
    Year,
}

/// <summary>The day some time before today; the tree keeps the offset, so that a saved query stays relative.</summary>
public sealed record RelativePoint(int Count, DateUnit Unit) : DatePoint
{
    public override DateOnly First(DateOnly today)
    {
        // The calendar begins in year 1; what lies before is everything there is.
        var days = today.DayNumber;
        return Unit switch
        {
            DateUnit.Day => today.AddDays(-Math.Min(Count, days)),
            DateUnit.Week => today.AddDays(-(int)Math.Min(Count * 7L, days)),
            DateUnit.Month => today.AddMonths(-Math.Min(Count, Months(today))),
            _ => today.AddMonths(-(int)Math.Min(Count * 12L, Months(today))),
        };
    }

    public override DateOnly Last(DateOnly today) => First(today);

    public override string ToString() => $"-{Count}{"dwmy"[(int)Unit]}";

    private static int Months(DateOnly day) => ((day.Year - 1) * 12) + day.Month - 1;
}
