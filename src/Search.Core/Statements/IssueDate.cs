using System.Globalization;
using System.Text.Json.Serialization;

namespace Search.Core.Statements;

/// <summary>The date that a statement bears, as exactly as it bears it: a day, a month or a year.</summary>
/// <remarks>docs/decisions/0097 says how the less exact ones are found, sorted and counted.</remarks>
[JsonConverter(typeof(IssueDateConverter))]
public readonly record struct IssueDate
{
    private const string DayFormat = "yyyy-MM-dd";
    private const string MonthFormat = "yyyy-MM";
    private const string YearFormat = "yyyy";

    /// <summary>A day.</summary>
    public IssueDate(int year, int month, int day)
        : this(new DateOnly(year, month, day), DatePrecision.Day)
    {
    }

    private IssueDate(DateOnly first, DatePrecision precision)
    {
        First = first;
        Precision = precision;
    }

    /// <summary>The day, or the first day of the month or year: statements are sorted by it.</summary>
    public DateOnly First { get; }

    public DatePrecision Precision { get; }

    /// <summary>The day, or the last day of the month or year.</summary>
    public DateOnly Last => Precision switch
    {
        DatePrecision.Month => new DateOnly(First.Year, First.Month, DateTime.DaysInMonth(First.Year, First.Month)),
        DatePrecision.Year => new DateOnly(First.Year, 12, 31),
        _ => First,
    };

    public static implicit operator IssueDate(DateOnly day) => new(day, DatePrecision.Day);

    /// <summary>The day, month or year in which a day lies.</summary>
    public static IssueDate Around(DateOnly day, DatePrecision precision) => new(StartOf(day, precision), precision);

    /// <summary>The first day of what lies around a day.</summary>
    public static DateOnly StartOf(DateOnly day, DatePrecision precision) => precision switch
    {
        DatePrecision.Month => new DateOnly(day.Year, day.Month, 1),
        DatePrecision.Year => new DateOnly(day.Year, 1, 1),
        _ => day,
    };

    /// <summary>Whether it may be a day of the range.</summary>
    /// <param name="from">The range's first day; null for open.</param>
    /// <param name="to">Its last day; null for open.</param>
    public bool Touches(DateOnly? from, DateOnly? to) => (from is null || Last >= from) && (to is null || First <= to) && !(from > to);

    /// <summary>Whether it is a day of the range, whichever of its days is meant.</summary>
    /// <param name="from">The range's first day; null for open.</param>
    /// <param name="to">Its last day; null for open.</param>
    public bool IsWithin(DateOnly? from, DateOnly? to) => (from is null || First >= from) && (to is null || Last <= to);

    /// <summary>ISO 8601: 2024-09-13, 2024-09 or 2024.</summary>
    public override string ToString() => First.ToString(FormatOf(Precision), CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="ToString"/> writes, and nothing else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out IssueDate date)
    {
        var precision = text.Length switch
        {
            10 => DatePrecision.Day,
            7 => DatePrecision.Month,
            _ => DatePrecision.Year,
        };
        var isRead = DateOnly.TryParseExact(
            text, FormatOf(precision), CultureInfo.InvariantCulture, DateTimeStyles.None, out var first);
        date = isRead ? new IssueDate(first, precision) : default;
        return isRead;
    }

    private static string FormatOf(DatePrecision precision) => precision switch
    {
        DatePrecision.Month => MonthFormat,
        DatePrecision.Year => YearFormat,
        _ => DayFormat,
    };
}
