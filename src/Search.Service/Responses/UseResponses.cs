using Search.Core.Statements;

namespace Search.Service.Responses;

// The JSON of uses. Scripts outside the project read these names: they may be added to, not changed.

/// <summary>How often something was said, since when, by whom, and when it was not.</summary>
/// <param name="Query">What was asked, as it was understood.</param>
/// <param name="Total">Statements that match; always exact.</param>
/// <param name="Undated">Those of them that bear no date.</param>
/// <param name="LessExact">Those of them that bear a month or year only.</param>
/// <param name="First">The first statement with it: the one by whose date it had certainly been said.</param>
/// <param name="Last">The last: the one since whose date it certainly was.</param>
/// <param name="Silence">The longest silence between two uses, of equal ones the earliest; null where there is none.</param>
/// <param name="ReturnedAfter">Days of silence after which a use is a return, as asked for.</param>
/// <param name="Returned">Whether there was a use after such a silence.</param>
/// <param name="Returns">The silences that were as long, each ended by a use, in the order of time.</param>
/// <param name="Years">Uses a year, from the first to the last with any; years without are there, too.</param>
/// <param name="Issuers">The same by issuer, by first use.</param>
/// <param name="Missing">Statements that match and have no issuer.</param>
/// <param name="Next">The cursor of more issuers; null when these are the last.</param>
/// <param name="TookMs">Milliseconds the answer took.</param>
public sealed record UsesResponse(
    QueryResponse Query,
    TotalResponse Total,
    long Undated,
    long LessExact,
    ReferenceResponse? First,
    ReferenceResponse? Last,
    SilenceResponse? Silence,
    int ReturnedAfter,
    bool Returned,
    IReadOnlyList<SilenceResponse> Returns,
    IReadOnlyList<YearResponse> Years,
    IReadOnlyList<IssuerUsesResponse> Issuers,
    long Missing,
    string? Next,
    int TookMs);

/// <summary>A statement by what people cite it by.</summary>
/// <param name="Id">Stable; finds the statement.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Issued">The date it bears, as exactly as it bears it: 2024-09-13, 2024-09 or 2024; null when it bears none.</param>
/// <param name="Issuer">Who issued it; null when unknown.</param>
/// <param name="Source">Who published it.</param>
public sealed record ReferenceResponse(string Id, string Title, IssueDate? Issued, IssuerResponse? Issuer, string Source);

/// <param name="From">The day of the use before it; of a month or year, the last.</param>
/// <param name="To">The day of the use that ends it; of a month or year, the first.</param>
/// <param name="Days">From one to the other.</param>
/// <param name="Held">
/// Statements that the archive holds of the days between under the same filters, whatever they say: with none, it is the archive that
/// is silent.
/// </param>
public sealed record SilenceResponse(DateOnly From, DateOnly To, int Days, long Held);

/// <param name="Year">Of the date that statements bear.</param>
/// <param name="Count">Statements that match.</param>
/// <param name="Total">All statements under the same filters.</param>
/// <param name="Share">Of the total; null where that is 0.</param>
public sealed record YearResponse(int Year, long Count, long Total, double? Share);

/// <param name="Value">What the issuer parameter takes.</param>
/// <param name="Label">What people read.</param>
/// <param name="Count">Statements of the issuer that match.</param>
/// <param name="Share">Of all statements of the issuer under the same filters.</param>
/// <param name="First">The issuer's first; null where none bears a date.</param>
/// <param name="Last">The issuer's last.</param>
public sealed record IssuerUsesResponse(
    string Value, string Label, long Count, double? Share, ReferenceResponse? First, ReferenceResponse? Last);
