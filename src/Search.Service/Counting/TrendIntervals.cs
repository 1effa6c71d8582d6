using Search.Core.Statements;
using Search.Service.Requests;

namespace Search.Service.Counting;

/// <summary>Buckets by their numbers: neighbours in time have neighbouring ones.</summary>
internal static class TrendIntervals
{
    private const int DaysAWeek = 7;

    /// <summary>The name in parameters and answers.</summary>
    public static string ToValue(this TrendInterval interval) => interval.ToString().ToLowerInvariant();

    /// <summary>The number of the bucket that a day falls into.</summary>
    public static int IndexOf(this TrendInterval interval, DateOnly day) => interval switch
    {
        TrendInterval.Day => day.DayNumber,
        TrendInterval.Week => day.DayNumber / DaysAWeek, // 1 January of year 1 is a Monday
        TrendInterval.Month => (day.Year * 12) + day.Month - 1,
        _ => day.Year,
    };

    public static DateOnly StartOf(this TrendInterval interval, int index) => interval switch
    {
        TrendInterval.Day => DateOnly.FromDayNumber(index),
        TrendInterval.Week => DateOnly.FromDayNumber(index * DaysAWeek),
        TrendInterval.Month => new DateOnly(index / 12, (index % 12) + 1, 1),
        _ => new DateOnly(index, 1, 1),
    };

    /// <summary>No bucket ends later than the last day there is.</summary>
    public static DateOnly EndOf(this TrendInterval interval, int index) =>
        index >= interval.IndexOf(DateOnly.MaxValue) ? DateOnly.MaxValue : interval.StartOf(index + 1).AddDays(-1);

    /// <summary>Whether a date lies whole in one bucket.</summary>
    public static bool Contains(this TrendInterval interval, IssueDate date) => date.Precision switch
    {
        DatePrecision.Day => true,
        DatePrecision.Month => interval >= TrendInterval.Month,
        _ => interval == TrendInterval.Year,
    };
}
