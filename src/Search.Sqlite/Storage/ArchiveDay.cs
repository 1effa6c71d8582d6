namespace Search.Sqlite.Storage;

/// <summary>Days as the archive keeps them: the number of days since 1 January of year 1, counted from 1; 0 for no date.</summary>
internal static class ArchiveDay
{
    public const int None = 0;

    public const int First = 1;

    /// <summary>31 December 9999.</summary>
    public const int Last = 3_652_059;

    public static int Of(DateOnly? date) => date is { } day ? day.DayNumber + 1 : None;

    public static DateOnly? ToDate(int day) => day == None ? null : DateOnly.FromDayNumber(day - 1);
}
