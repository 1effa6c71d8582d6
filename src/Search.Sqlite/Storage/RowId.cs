namespace Search.Sqlite.Storage;

/// <summary>
/// Row ids are chronological, so that newest-first and ranges of dates are ranges of rows: the day in the upper bits, a
/// counter within the day in the lower 24. Day 0 holds what bears no date.
/// </summary>
internal static class RowId
{
    public const int CounterBits = 24;

    public const int UndatedDay = 0;

    public static int DayOf(DateOnly? date) => date is { } day ? day.DayNumber + 1 : UndatedDay;

    public static DateOnly? DateOf(int day) => day == UndatedDay ? null : DateOnly.FromDayNumber(day - 1);

    public static long Create(int day, int counter) => ((long)day << CounterBits) | (uint)counter;

    public static int Day(long row) => (int)(row >> CounterBits);

    public static int Counter(long row) => (int)(row & ((1 << CounterBits) - 1));

    /// <summary>The greatest row a day can have.</summary>
    public static long Last(int day) => Create(day + 1, 0) - 1;
}
