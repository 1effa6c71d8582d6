using Search.Core.Statements;

namespace Search.Archive.Counting;

/// <summary>
/// Which of several dates is the first and which the last, where some are known by month or year only: the first is the one by whose
/// end something had certainly been said, the last the one since whose beginning it certainly was. A statement of 2024 is not the
/// first of two because 1 January is early.
/// </summary>
public static class UseOrder
{
    /// <summary>Whether a date is known to be over before another, or is the more exact of two that end on one day.</summary>
    public static bool IsBefore(IssueDate date, IssueDate other) =>
        date.Last < other.Last || (date.Last == other.Last && date.First > other.First);

    /// <summary>Whether a date is known to begin after another, or is the more exact of two that begin on one day.</summary>
    public static bool IsAfter(IssueDate date, IssueDate other) =>
        date.First > other.First || (date.First == other.First && date.Last < other.Last);

    /// <summary>The first of two; null for neither.</summary>
    public static IssueDate? First(IssueDate? one, IssueDate? other) =>
        one is not { } date || (other is { } rival && IsBefore(rival, date)) ? other : one;

    /// <summary>The last of two; null for neither.</summary>
    public static IssueDate? Last(IssueDate? one, IssueDate? other) =>
        one is not { } date || (other is { } rival && IsAfter(rival, date)) ? other : one;

    public static IssueDate? First(IEnumerable<IssueDate> dates) =>
        dates.Aggregate((IssueDate?)null, (first, date) => First(first, date));

    public static IssueDate? Last(IEnumerable<IssueDate> dates) =>
        dates.Aggregate((IssueDate?)null, (last, date) => Last(last, date));

    /// <summary>Counts by date in the order in which engines give them.</summary>
    public static IReadOnlyList<KeyValuePair<IssueDate, long>> Sorted(IEnumerable<KeyValuePair<IssueDate, long>> dates) =>
        [.. dates.OrderBy(date => date.Key.First).ThenBy(date => date.Key.Precision)];
}
