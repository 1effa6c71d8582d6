using Search.Archive.Highlighting;

namespace Search.Service.Responses;

// The JSON of issuers compared. Scripts outside the project read these names: they may be added to, not changed.

/// <summary>Who says it, side by side.</summary>
/// <param name="Queries">What was asked, in the order of each issuer's.</param>
/// <param name="Issuers">The chosen ones in their order, or those with the most uses.</param>
/// <param name="TookMs">Milliseconds the answer took.</param>
public sealed record ComparisonResponse(
    IReadOnlyList<ComparedQueryResponse> Queries, IReadOnlyList<ComparedIssuerResponse> Issuers, int TookMs);

/// <param name="Query">As typed.</param>
/// <param name="Explained">What it means, in plain words.</param>
/// <param name="Total">Statements of whomever that match.</param>
public sealed record ComparedQueryResponse(string Query, string Explained, long Total);

/// <param name="Value">What the issuer parameter takes: a name, a group, or none.</param>
/// <param name="Label">What people read.</param>
/// <param name="Statements">All statements of the issuer under the same filters.</param>
/// <param name="Queries">For each query.</param>
public sealed record ComparedIssuerResponse(
    string Value, string Label, long Statements, IReadOnlyList<IssuerQueryResponse> Queries);

/// <param name="Query">As typed.</param>
/// <param name="Count">Statements of the issuer that match.</param>
/// <param name="Share">Of all statements of the issuer; null where there are none.</param>
/// <param name="First">The issuer's first with it; null where none bears a date.</param>
/// <param name="Last">The issuer's last.</param>
/// <param name="Snippet">A passage of the first, or of an undated one where all are; null where there is no use.</param>
public sealed record IssuerQueryResponse(
    string Query, long Count, double? Share, ReferenceResponse? First, ReferenceResponse? Last, PassageResponse? Snippet);

/// <param name="Statement">The id of the statement it is from.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Marks">What the query matched, in UTF-16 units.</param>
public sealed record PassageResponse(string Statement, string Text, IReadOnlyList<Mark> Marks);
