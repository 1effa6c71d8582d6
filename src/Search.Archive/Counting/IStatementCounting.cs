using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Core.Statements;

namespace Search.Archive.Counting;

/// <summary>
/// What is counted over all statements that match, not page by page. Every answer is whole and exact, or an error: who reads
/// "first said" prints it.
/// </summary>
/// <remarks>docs/decisions/0100 says which statement is the first where dates are not known to the day.</remarks>
public interface IStatementCounting
{
    /// <summary>Counts each of several queries under the same filters, in the order given; where asked for, all statements last.</summary>
    /// <exception cref="QueryTooCostlyException">Not all could be counted in time.</exception>
    Task<IReadOnlyList<UseCounts>> CountUsesAsync(UseRequest request, CancellationToken cancellationToken);

    /// <summary>All statements of each of several issuers under the same filters, in the order given.</summary>
    /// <exception cref="QueryTooCostlyException">Not all could be counted in time.</exception>
    Task<IReadOnlyList<long>> CountIssuersAsync(IssuerRequest request, CancellationToken cancellationToken);

    /// <summary>For each place the statement there, of several the one with the lowest id; null where there is none.</summary>
    /// <exception cref="QueryTooCostlyException">Not all could be looked through in time.</exception>
    Task<IReadOnlyList<Statement?>> FindUsesAsync(PlaceRequest request, CancellationToken cancellationToken);

    /// <summary>What the archive holds of each source or issuer, in no order.</summary>
    /// <exception cref="QueryTooCostlyException">Not all could be counted in time.</exception>
    Task<IReadOnlyList<Holdings>> CountHoldingsAsync(HoldingsRequest request, CancellationToken cancellationToken);
}

/// <summary>Counts asked of an engine.</summary>
public sealed record UseRequest
{
    public required IReadOnlyList<MatchNode> Queries { get; init; }

    public SearchFilters Filters { get; init; } = SearchFilters.None;

    /// <summary>Whether to count the queries by issuer, too.</summary>
    public bool Issuers { get; init; }

    /// <summary>Whether to count all statements under the filters by date, too.</summary>
    public bool Totals { get; init; }

    /// <summary>How long the engine may take for all of them.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(5);
}

/// <param name="Total">Statements that match.</param>
/// <param name="Dates">By date, the earliest first day first, of equal ones the more exact; no date twice.</param>
/// <param name="Issuers">By issuer in no order; empty unless asked for.</param>
public sealed record UseCounts(
    long Total, IReadOnlyList<KeyValuePair<IssueDate, long>> Dates, IReadOnlyList<IssuerUses> Issuers)
{
    /// <summary>Those that bear no date.</summary>
    public long Undated => Total - Dates.Sum(date => date.Value);
}

/// <param name="Path">As <see cref="IssuerGroups.PathOf(Issuer)"/> writes it; null for statements without an issuer.</param>
/// <param name="Count">Statements of the issuer that match.</param>
/// <param name="First">The first date of any of them, as <see cref="UseOrder"/> has it; null where none has a date.</param>
/// <param name="Last">The last.</param>
public sealed record IssuerUses(string? Path, long Count, IssueDate? First, IssueDate? Last);

/// <summary>Numbers of statements asked of an engine.</summary>
public sealed record IssuerRequest
{
    /// <summary>Names, groups, and null for statements without an issuer.</summary>
    public required IReadOnlyList<string?> Issuers { get; init; }

    public SearchFilters Filters { get; init; } = SearchFilters.None;

    /// <summary>How long the engine may take.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(5);
}

/// <summary>Single statements asked of an engine by where they stand among those that match.</summary>
public sealed record PlaceRequest
{
    public required IReadOnlyList<UsePlace> Places { get; init; }

    public SearchFilters Filters { get; init; } = SearchFilters.None;

    /// <summary>How long the engine may take for all of them.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(5);
}

/// <param name="Query">What matches there.</param>
/// <param name="Issuer">Whose statement it is, beside what the request's filters say.</param>
/// <param name="Date">The date it bears, to its precision; null for none.</param>
public sealed record UsePlace(MatchNode Query, FacetFilter Issuer, IssueDate? Date);

/// <summary>What the archive holds, asked of an engine.</summary>
public sealed record HoldingsRequest
{
    /// <summary>Sources or issuers: what a statement has one of at most.</summary>
    public required FacetName By { get; init; }

    public SearchFilters Filters { get; init; } = SearchFilters.None;

    /// <summary>Whether to count them by date, too; else there are no dates.</summary>
    public bool Dates { get; init; } = true;

    /// <summary>Whether to say between which days they were captured.</summary>
    public bool Captures { get; init; }

    /// <summary>How long the engine may take.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(5);
}

/// <param name="Value">A source, or an issuer's canonical name; null for statements without one.</param>
/// <param name="Statements">Its statements.</param>
/// <param name="Dates">
/// By date, the earliest first day first, of equal ones the more exact; no date twice. Empty unless asked for.
/// </param>
public sealed record Holdings(string? Value, long Statements, IReadOnlyList<KeyValuePair<IssueDate, long>> Dates)
{
    /// <summary>The first and the last day on which one of them was captured; null where none says, or unless asked for.</summary>
    public CaptureSpan? Captures { get; init; }
}

/// <summary>Days in universal time, both inclusive.</summary>
public readonly record struct CaptureSpan(DateOnly First, DateOnly Last)
{
    /// <param name="days">Null for none.</param>
    public static CaptureSpan? Of(IEnumerable<DateOnly?> days)
    {
        DateOnly[] known = [.. days.OfType<DateOnly>()];
        return known.Length == 0 ? null : new CaptureSpan(known.Min(), known.Max());
    }
}
