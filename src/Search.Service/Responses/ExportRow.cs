using System.Text.Json.Serialization;
using Search.Core.Statements;

namespace Search.Service.Responses;

/// <summary>A line of an export. Scripts outside the project read these names: they may be added to, not changed.</summary>
/// <param name="Id">Stable; finds the statement.</param>
/// <param name="SourceId">The id its source gave it.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Issued">The date it bears, as exactly as it bears it; null when it bears none.</param>
/// <param name="Issuer">Who issued it; null when unknown.</param>
/// <param name="Kind">What sort of text it is.</param>
/// <param name="Source">Who published it.</param>
/// <param name="Url">Where it was published.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Countries">ISO 3166 alpha-2 codes of the countries it names, in the order of their first mention.</param>
/// <param name="Body">Plain text; only where it was asked for.</param>
public sealed record ExportRow(
    string Id,
    string? SourceId,
    string Title,
    IssueDate? Issued,
    IssuerResponse? Issuer,
    string Kind,
    string Source,
    string? Url,
    string? Language,
    IReadOnlyList<string> Countries,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Body);
