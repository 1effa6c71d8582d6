using Search.Core.Statements;

namespace Search.Reading.Dates;

/// <summary>A month or year that a place names which is there for a date.</summary>
/// <param name="Date">The month or year.</param>
/// <param name="Where">The place, in words.</param>
/// <param name="Place">How many days are named by places before it.</param>
internal sealed record DatePeriod(IssueDate Date, string Where, int Place)
{
    /// <summary>Earlier years are numbers of other things.</summary>
    private const int FirstYear = 1900;

    public bool Has(DateOnly day) => day >= Date.First && day <= Date.Last;

    public static DatePeriod? Find(string text, string where, int place)
    {
        if (IssueDate.TryParse(text.Trim(), out var written))
        {
            return written.First.Year >= FirstYear ? new DatePeriod(written, where, place) : null;
        }

        return DateScanner.FindPeriod(text) is { } found
            ? new DatePeriod(
                IssueDate.Around(new DateOnly(found.Year, Math.Max(1, found.Month), 1), found.Precision), where, place)
            : null;
    }
}
