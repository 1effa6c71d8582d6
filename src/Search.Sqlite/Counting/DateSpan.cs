using Search.Core.Statements;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Counting;

/// <summary>
/// How many statements there are and the first and the last date of them, as <see cref="Archive.Counting.UseOrder"/> has it, in days
/// as <see cref="ArchiveDay"/> counts them: each date by its first and its last day.
/// </summary>
internal struct DateSpan
{
    private int _firstStart;
    private int _firstEnd;
    private int _lastStart;
    private int _lastEnd;

    public int Count { get; private set; }

    public readonly IssueDate? First => ToDate(_firstStart, _firstEnd);

    public readonly IssueDate? Last => ToDate(_lastStart, _lastEnd);

    /// <summary>Takes in a statement that bears a date from one day to another, or <see cref="ArchiveDay.None"/> twice.</summary>
    public void Add(int start, int end)
    {
        Count++;
        if (start == ArchiveDay.None)
        {
            return;
        }

        if (_firstEnd == ArchiveDay.None || end < _firstEnd || (end == _firstEnd && start > _firstStart))
        {
            (_firstStart, _firstEnd) = (start, end);
        }

        if (start > _lastStart || (start == _lastStart && end < _lastEnd))
        {
            (_lastStart, _lastEnd) = (start, end);
        }
    }

    private static IssueDate? ToDate(int start, int end)
    {
        if (start == ArchiveDay.None)
        {
            return null;
        }

        var (first, last) = (ArchiveDay.ToDay(start), ArchiveDay.ToDay(end));
        return IssueDate.Around(
            first, first == last ? DatePrecision.Day : first.Month == last.Month ? DatePrecision.Month : DatePrecision.Year);
    }
}
