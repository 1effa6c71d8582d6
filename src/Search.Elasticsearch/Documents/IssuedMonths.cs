using Search.Core.Statements;

namespace Search.Elasticsearch.Documents;

/// <summary>
/// A date as the word by which hits over time are counted: its month, and its precision where it is no day (<c>2024-09</c>,
/// <c>2024-09 month</c>, <c>2024-01 year</c>). Sorted as text they are in the order of time. Counting words takes Elasticsearch half of
/// what counting dates takes, and tells all precisions at once.
/// </summary>
internal static class IssuedMonths
{
    public static string Write(IssueDate date)
    {
        var month = IssueDate.Around(date.First, DatePrecision.Month).ToString();
        return DatePrecisions.Write(date.Precision) is { } precision ? $"{month} {precision}" : month;
    }

    /// <summary>The month or the year; where any day of the month is meant, its first.</summary>
    /// <exception cref="InvalidDataException">The archive holds something else.</exception>
    public static IssueDate Read(string word)
    {
        var space = word.IndexOf(' ', StringComparison.Ordinal);
        var (length, precision) = space < 0 ? (word.Length, null) : (space, word[(space + 1)..]);
        return IssueDate.TryParse(word.AsSpan(0, length), out var month) && month.Precision == DatePrecision.Month
            ? IssueDate.Around(month.First, DatePrecisions.Read(precision))
            : throw new InvalidDataException($"The archive holds the month {word}, which is none.");
    }
}
