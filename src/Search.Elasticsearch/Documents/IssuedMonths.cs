using System.Globalization;
using Search.Core.Statements;

namespace Search.Elasticsearch.Documents;

/// <summary>
/// A date as the word by which hits over time are counted: its month, and its precision where it is no day (<c>2024-09</c>,
/// <c>2024-09 month</c>, <c>2024-01 year</c>). Counting words takes Elasticsearch half of what counting dates takes, and tells all
/// precisions at once.
/// </summary>
internal static class IssuedMonths
{
    private const string MonthFormat = "yyyy-MM";

    public static string Write(IssueDate date)
    {
        var month = date.First.ToString(MonthFormat, CultureInfo.InvariantCulture);
        return DatePrecisions.Write(date.Precision) is { } precision ? $"{month} {precision}" : month;
    }

    /// <summary>The first day of the month, and what it stands for: for any day of the month, for the month, or for its year.</summary>
    /// <exception cref="InvalidDataException">The archive holds something else.</exception>
    public static (DateOnly First, DatePrecision Precision) Read(string word)
    {
        var precision = word.Length > MonthFormat.Length ? word[(MonthFormat.Length + 1)..] : null;
        var month = word.AsSpan(0, Math.Min(word.Length, MonthFormat.Length));
        return DateOnly.TryParseExact(month, MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            ? (first, DatePrecisions.Read(precision))
            : throw new InvalidDataException($"The archive holds the month {word}, which is none.");
    }
}
