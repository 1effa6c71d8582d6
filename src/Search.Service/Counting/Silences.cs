using Search.Core.Statements;

namespace Search.Service.Counting;

/// <summary>Days without a use between two uses.</summary>
/// <param name="From">The day of the use before; of a month or year, its last.</param>
/// <param name="To">The day of the use that ends it; of a month or year, its first.</param>
public readonly record struct Silence(DateOnly From, DateOnly To)
{
    public int Days => To.DayNumber - From.DayNumber;
}

/// <summary>
/// Finds silences. A use that is known by month or year only may lie on any of its days, so none of them is silent: what is named is
/// certain.
/// </summary>
internal static class Silences
{
    /// <summary>Every silence in the order of time, down to those of one day, between neighbours.</summary>
    /// <param name="dates">By their first days.</param>
    public static IEnumerable<Silence> Between(IEnumerable<IssueDate> dates)
    {
        DateOnly? last = null;
        foreach (var date in dates)
        {
            if (last is { } before && date.First > before)
            {
                yield return new Silence(before, date.First);
            }

            last = last > date.Last ? last : date.Last;
        }
    }

    /// <summary>The longest, of equal ones the earliest; null where there is none.</summary>
    public static Silence? Longest(IReadOnlyList<Silence> silences) =>
        silences.Count == 0 ? null : silences.MaxBy(silence => silence.Days);
}
