using Search.Core.Statements;

namespace Search.Service.Responses;

// The JSON of coverage. Scripts outside the project read these names: they may be added to, not changed.

/// <summary>What the archive holds, and of which time it may lack something.</summary>
/// <param name="Sources">By source, those with the most statements first; empty where issuers were asked for.</param>
/// <param name="Issuers">By issuer; empty where sources were asked for.</param>
/// <param name="Next">The cursor of more; null when these are the last.</param>
/// <param name="TookMs">Milliseconds the answer took.</param>
public sealed record ArchiveCoverageResponse(
    IReadOnlyList<HoldingsResponse> Sources, IReadOnlyList<HoldingsResponse> Issuers, string? Next, int TookMs);

/// <param name="Source">What the source parameter takes; null for an issuer's.</param>
/// <param name="Issuer">What the issuer parameter takes, none for statements without one; null for a source's.</param>
/// <param name="Statements">Statements within the range asked for.</param>
/// <param name="Undated">Those that bear no date; they are in no range.</param>
/// <param name="LessExact">Those that bear a year only: they are in no month.</param>
/// <param name="First">The first date within the range.</param>
/// <param name="Last">The last.</param>
/// <param name="FirstCaptured">The first day (UTC) on which a statement was captured, whatever date it bears; null where none says.</param>
/// <param name="LastCaptured">The last.</param>
/// <param name="Usual">
/// Days that usually pass from one statement to the next, in nine of ten cases, at any time; null where there are no two.
/// </param>
/// <param name="Months">Months that hold any statement, in the order of time.</param>
/// <param name="Gaps">Stretches without any that are more than twice as long as is usual and lie in the range, wholly or partly.</param>
public sealed record HoldingsResponse(
    string? Source,
    string? Issuer,
    long Statements,
    long Undated,
    long LessExact,
    IssueDate? First,
    IssueDate? Last,
    DateOnly? FirstCaptured,
    DateOnly? LastCaptured,
    int? Usual,
    IReadOnlyList<MonthResponse> Months,
    IReadOnlyList<GapResponse> Gaps);

/// <param name="Month">Such as 2024-09.</param>
/// <param name="Count">Statements that bear it or a day of it.</param>
public sealed record MonthResponse(string Month, long Count);

/// <param name="From">The first day without any statement.</param>
/// <param name="To">The last.</param>
/// <param name="Days">How many they are.</param>
/// <param name="Usual">Days that usually pass from one statement to the next; null where that cannot be said.</param>
/// <param name="Source">Beside a search without hits, whose gap it is; null elsewhere.</param>
public sealed record GapResponse(DateOnly From, DateOnly To, int Days, int? Usual, string? Source = null);
