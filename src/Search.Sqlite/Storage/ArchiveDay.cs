using Search.Core.Statements;

namespace Search.Sqlite.Storage;

/// <summary>
/// Days as the archive keeps them: the number of days since 1 January of year 1, counted from 1; 0 for no date. A month or year is its
/// first day, with the precision in the bits above.
/// </summary>
internal static class ArchiveDay
{
    public const int None = 0;

    public const int First = 1;

    /// <summary>31 December 9999.</summary>
    public const int Last = 3_652_059;

    private const int PrecisionShift = 24;
    private const int DayMask = (1 << PrecisionShift) - 1;

    public static int Of(DateOnly day) => day.DayNumber + 1;

    public static DateOnly ToDay(int day) => DateOnly.FromDayNumber(day - 1);

    public static DateOnly? ToDayOrNone(int day) => day == None ? null : ToDay(day);

    /// <summary>What the file holds of a date.</summary>
    public static int Encode(IssueDate? date) =>
        date is { } known ? Of(known.First) | ((int)known.Precision << PrecisionShift) : None;

    public static IssueDate? Decode(int stored) =>
        stored == None ? null : IssueDate.Around(ToDay(FirstDayOf(stored)), (DatePrecision)(stored >> PrecisionShift));

    /// <summary>Of what the file holds, the day, or the first day of the month or year: the same number where it is a day.</summary>
    public static int FirstDayOf(int stored) => stored & DayMask;

    /// <summary>Whether it is what <see cref="Encode"/> writes.</summary>
    public static bool IsSound(int stored) =>
        stored >> PrecisionShift is >= 0 and <= (int)DatePrecision.Year
        && FirstDayOf(stored) <= Last
        && (stored == None || (FirstDayOf(stored) != None && Encode(Decode(stored)) == stored));
}
