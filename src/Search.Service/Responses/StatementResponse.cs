using Search.Archive.Highlighting;
using Search.Core.Statements;

namespace Search.Service.Responses;

/// <summary>One statement, whole.</summary>
/// <param name="Id">Stable; finds the statement.</param>
/// <param name="SourceId">The id its source gave it.</param>
/// <param name="Title">Plain text.</param>
/// <param name="TitleMarks">What q matched in the title, in UTF-16 units; empty without q.</param>
/// <param name="Headline">The title that the lead quotes.</param>
/// <param name="Body">Plain text; a blank line separates paragraphs.</param>
/// <param name="BodyMarks">What q matched in the body, in UTF-16 units; empty without q.</param>
/// <param name="Issued">The date it bears, as exactly as it bears it: 2024-09-13, 2024-09 or 2024.</param>
/// <param name="Captured">When the page was taken.</param>
/// <param name="Received">When the archive got it first.</param>
/// <param name="TextReceived">When it got the text that is shown.</param>
/// <param name="Missing">When a whole list of its source was imported without it; null when none was.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="Kind">What sort of text it is.</param>
/// <param name="Source">Who published it.</param>
/// <param name="Url">Where it was published.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Countries">The countries it names, with each place that names them.</param>
/// <param name="Versions">How many earlier captures with another text there are.</param>
/// <param name="Nav">The statements before and after it of the same issuer.</param>
public sealed record StatementResponse(
    string Id,
    string? SourceId,
    string Title,
    IReadOnlyList<Mark> TitleMarks,
    string? Headline,
    string Body,
    IReadOnlyList<Mark> BodyMarks,
    IssueDate? Issued,
    DateTimeOffset? Captured,
    DateTimeOffset? Received,
    DateTimeOffset? TextReceived,
    DateTimeOffset? Missing,
    IssuerResponse? Issuer,
    string Kind,
    string Source,
    string? Url,
    string? Language,
    IReadOnlyList<CountryResponse> Countries,
    int Versions,
    NavResponse Nav);

/// <param name="Code">ISO 3166 alpha-2.</param>
/// <param name="Name">English short name.</param>
/// <param name="Mentions">In the order title, body, offset.</param>
public sealed record CountryResponse(string Code, string Name, IReadOnlyList<MentionResponse> Mentions);

/// <param name="Field">title or body.</param>
/// <param name="Start">UTF-16 units from the start of that text.</param>
/// <param name="Length">UTF-16 units.</param>
/// <param name="Kind">How the country is named: name, abbreviation, demonym, inside-name, capital or part.</param>
public sealed record MentionResponse(string Field, int Start, int Length, string Kind);

/// <param name="Previous">The issuer's statement of the nearest earlier day.</param>
/// <param name="Next">The issuer's statement of the nearest later day.</param>
/// <param name="SameDay">The issuer's other statements that bear the same date, the first of them.</param>
/// <param name="SameDayTotal">How many those are; beyond those listed, statements known by the month or year may count among them.</param>
/// <param name="Partial">True when one of them could not be found out in time: then null does not mean that there is none.</param>
public sealed record NavResponse(
    StatementLinkResponse? Previous,
    StatementLinkResponse? Next,
    IReadOnlyList<StatementLinkResponse> SameDay,
    int SameDayTotal,
    bool Partial);

public sealed record StatementLinkResponse(string Id, string Title, IssueDate? Issued)
{
    internal static StatementLinkResponse To(Statement statement) => new(statement.Id.Value, statement.Title, statement.Issued);
}
