using Search.Archive.Counting;
using Search.Core.Statements;

namespace Search.Archive.Reuse;

/// <summary>Which statement is earlier, where some are known by month or year only, or not at all.</summary>
public static class Precedence
{
    /// <summary>Whether one was certainly issued before another: its last day is before the other's first.</summary>
    public static bool IsEarlier(Statement statement, Statement other) =>
        (statement.Issued, other.Issued) is ({ } date, { } later) && date.Last < later.First;

    /// <summary>The first of earlier statements first, as <see cref="UseOrder"/> has it; of one date, the lowest id.</summary>
    public static IReadOnlyList<Statement> Sorted(IEnumerable<Statement> dated) =>
    [
        .. dated.OrderBy(statement => statement.Issued!.Value.Last)
            .ThenByDescending(statement => statement.Issued!.Value.First)
            .ThenBy(statement => statement.Id.Value, StringComparer.Ordinal),
    ];
}
