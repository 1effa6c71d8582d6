using Search.Core.Statements;

namespace Search.Service.Counting;

/// <summary>Sums over counts by date.</summary>
internal static class DateCounts
{
    /// <summary>Those that bear a month or year only.</summary>
    public static long LessExact(IEnumerable<KeyValuePair<IssueDate, long>> dates) =>
        dates.Where(date => date.Key.Precision != DatePrecision.Day).Sum(date => date.Value);

    /// <summary>Those that certainly lie after one day and before another.</summary>
    public static long Inside(IEnumerable<KeyValuePair<IssueDate, long>> dates, DateOnly after, DateOnly before) =>
        dates.Where(date => date.Key.First > after && date.Key.Last < before).Sum(date => date.Value);

    /// <summary>By year; less exact dates lie whole in one.</summary>
    public static Dictionary<int, long> Years(IEnumerable<KeyValuePair<IssueDate, long>> dates) => dates
        .GroupBy(date => date.Key.First.Year)
        .ToDictionary(year => year.Key, year => year.Sum(date => date.Value));

    /// <summary>Null where there is nothing that it could be a share of.</summary>
    public static double? Share(long count, long total) => total == 0 ? null : (double)count / total;
}
