using Search.Archive.Highlighting;
using Search.Core.Statements;

namespace Search.Service.Responses;

// The JSON of a page. Scripts outside the project read these names: they may be added to, not changed.

/// <summary>A page of a search.</summary>
/// <param name="Query">What was asked, as it was understood.</param>
/// <param name="Total">Statements that match.</param>
/// <param name="Hits">The statements on this page.</param>
/// <param name="Facets">Values to narrow by.</param>
/// <param name="Histogram">Hits over time, whatever from and to say; empty periods included.</param>
/// <param name="HistogramRest">Hits that are in no bucket of the histogram.</param>
/// <param name="Ladder">Counts at each level of likeness, each containing the one before; empty where there is nothing to compare.</param>
/// <param name="Coverage">
/// Only without hits: what the archive holds for the filters asked, so that absence is not mistaken for silence.
/// </param>
/// <param name="Next">The next page's cursor; null on the last page.</param>
/// <param name="TookMs">Milliseconds the answer took.</param>
/// <param name="Partial">True when the time allowed ended first: then counts are lower bounds.</param>
/// <param name="Collapsed">Only with collapse=siblings: the hits that are not shown. Every other count includes them.</param>
public sealed record SearchPageResponse(
    QueryResponse Query,
    TotalResponse Total,
    IReadOnlyList<HitResponse> Hits,
    IReadOnlyList<FacetResponse> Facets,
    IReadOnlyList<HistogramBucketResponse> Histogram,
    HistogramRestResponse HistogramRest,
    IReadOnlyList<LadderRungResponse> Ladder,
    CoverageResponse? Coverage,
    string? Next,
    int TookMs,
    bool Partial,
    CollapsedResponse? Collapsed = null);

/// <param name="By">siblings.</param>
/// <param name="Hidden">Hits left out of this page, for each is a sibling of one shown on it or before.</param>
/// <param name="Note">What the counts count, in plain words.</param>
public sealed record CollapsedResponse(string By, int Hidden, string Note);

/// <param name="Text">The query as typed.</param>
/// <param name="Explained">What it means, in plain words.</param>
/// <param name="Also">Searches that are near this one; none of them was added to it.</param>
public sealed record QueryResponse(string Text, string Explained, IReadOnlyList<AlsoResponse> Also);

/// <param name="Kind">country or spelling.</param>
/// <param name="Label">What the other search finds, in plain words.</param>
/// <param name="Query">The other search's query.</param>
/// <param name="Count">Statements it finds under the same filters.</param>
public sealed record AlsoResponse(string Kind, string Label, string Query, long Count);

/// <param name="Value">Statements that match.</param>
/// <param name="Exact">False when there may be more.</param>
public sealed record TotalResponse(long Value, bool Exact);

/// <param name="Id">Stable; finds the statement.</param>
/// <param name="SourceId">The id its source gave it.</param>
/// <param name="Title">Plain text.</param>
/// <param name="TitleMarks">What the query matched in it, in UTF-16 units.</param>
/// <param name="Issued">The date it bears, as exactly as it bears it: 2024-09-13, 2024-09 or 2024; null when it bears none.</param>
/// <param name="Issuer">Who issued it; null when unknown.</param>
/// <param name="Kind">What sort of text it is.</param>
/// <param name="Source">Who published it.</param>
/// <param name="Url">Where it was published.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Countries">ISO 3166 alpha-2 codes of the countries it names, in the order of their first mention.</param>
/// <param name="Snippets">Passages of the body that match best.</param>
/// <param name="Received">When the archive got it first; null in an archive that did not note it.</param>
/// <param name="TextReceived">When it got the text that is shown.</param>
/// <param name="Changed">Whether it had another text before.</param>
/// <param name="Missing">When a whole list of its source was imported without it; null when none was.</param>
/// <param name="IssuedPartly">True where only a part of the month or year that it bears lies within the dates asked for.</param>
/// <param name="Siblings">
/// Other statements of the archive that are the same text in near-identical words, hits or not, of the 40 with the most text in
/// common; null unless asked for, or where they could not be counted in time.
/// </param>
/// <param name="Occurrences">
/// How often what the query asks for is marked in title and body; null where a long text was not read to its end.
/// </param>
public sealed record HitResponse(
    string Id,
    string? SourceId,
    string Title,
    IReadOnlyList<Mark> TitleMarks,
    IssueDate? Issued,
    IssuerResponse? Issuer,
    string Kind,
    string Source,
    string? Url,
    string? Language,
    IReadOnlyList<string> Countries,
    IReadOnlyList<SnippetResponse> Snippets,
    DateTimeOffset? Received,
    DateTimeOffset? TextReceived,
    bool Changed,
    DateTimeOffset? Missing,
    bool IssuedPartly = false,
    int? Siblings = null,
    int? Occurrences = null);

/// <param name="Name">The canonical name: what the issuer parameter takes.</param>
/// <param name="Office">Office or person.</param>
/// <param name="Organisation">The nearest body.</param>
/// <param name="Country">ISO 3166 alpha-2.</param>
/// <param name="Printed">Word for word.</param>
public sealed record IssuerResponse(string Name, string? Office, string? Organisation, string? Country, string Printed);

/// <param name="Text">Plain text.</param>
/// <param name="Marks">Counted from the start of the text, in UTF-16 units.</param>
/// <param name="CutBefore">Whether it begins inside a sentence, so that an ellipsis belongs before it.</param>
/// <param name="CutAfter">Whether it ends inside a sentence.</param>
public sealed record SnippetResponse(string Text, IReadOnlyList<Mark> Marks, bool CutBefore, bool CutAfter);

/// <param name="Name">The parameter that narrows by it.</param>
/// <param name="Values">Most frequent first; counts follow the query and every other filter. Chosen values are always there.</param>
/// <param name="Other">How many more values have hits.</param>
/// <param name="Missing">Hits without any value: what the value none selects.</param>
/// <param name="Groups">Of issuers, the countries and organisations above the values; empty for other facets.</param>
public sealed record FacetResponse(
    string Name, IReadOnlyList<FacetValueResponse> Values, long Other, long Missing, IReadOnlyList<FacetGroupResponse> Groups);

/// <param name="Value">What the parameter takes: every issuer in the group.</param>
/// <param name="Label">What people read: a country's or an organisation's name.</param>
/// <param name="Count">Hits of all issuers in it.</param>
/// <param name="Parent">The group above it; null on top.</param>
/// <param name="Selected">Asked for.</param>
/// <param name="Excluded">Asked without.</param>
public sealed record FacetGroupResponse(string Value, string Label, long Count, string? Parent, bool Selected, bool Excluded);

/// <param name="Value">What the parameter takes.</param>
/// <param name="Label">What people read.</param>
/// <param name="Count">Hits that have it.</param>
/// <param name="Selected">Asked for.</param>
/// <param name="Excluded">Asked without.</param>
/// <param name="Parent">Of an issuer in a search's facet, the nearest of the facet's groups that it is in.</param>
public sealed record FacetValueResponse(string Value, string Label, long Count, bool Selected, bool Excluded, string? Parent = null);

/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="Count">Hits between them.</param>
public sealed record HistogramBucketResponse(DateOnly From, DateOnly To, long Count);

/// <param name="Undated">Hits that bear no date.</param>
/// <param name="LessExact">Hits that bear a month or year only, where buckets are shorter.</param>
public sealed record HistogramRestResponse(long Undated, long LessExact);

/// <param name="Level">verbatim, exact, stemmed, near or all.</param>
/// <param name="Count">Statements that match at this level.</param>
/// <param name="Query">The query that finds them.</param>
public sealed record LadderRungResponse(string Level, long Count, string Query);

/// <param name="Statements">Statements the archive holds under the same filters, whatever they say.</param>
/// <param name="Earliest">The first day any of them bears.</param>
/// <param name="Latest">The last day any of them bears.</param>
/// <param name="Gaps">
/// Stretches of the range asked for of which the archive holds unusually little of a source: the longest, in the order of time.
/// </param>
public sealed record CoverageResponse(long Statements, DateOnly? Earliest, DateOnly? Latest, IReadOnlyList<GapResponse> Gaps);
