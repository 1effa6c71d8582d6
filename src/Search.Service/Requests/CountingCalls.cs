using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Core.Statements;

namespace Search.Service.Requests;

/// <summary>The uses of a query asked for.</summary>
/// <param name="Search">The query and its filters; its size is the number of issuers.</param>
/// <param name="ReturnedAfter">Days of silence after which a use is a return.</param>
/// <param name="Offset">Issuers that were shown before.</param>
public sealed record UseCall(SearchCall Search, int ReturnedAfter, int Offset);

/// <summary>One of several queries asked at once, understood.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Match">What must match.</param>
/// <param name="Explained">What it means, in plain words.</param>
public sealed record AskedQuery(string Text, MatchNode Match, string Explained);

/// <summary>Trends asked for.</summary>
/// <param name="Interval">Null for one that suits.</param>
/// <param name="Format">json or csv; null where it was not said.</param>
public sealed record TrendCall(IReadOnlyList<AskedQuery> Queries, SearchFilters Filters, TrendInterval? Interval, string? Format);

/// <summary>A comparison of issuers asked for.</summary>
/// <param name="Filters">Without a choice of issuers; those that are excluded are.</param>
/// <param name="Issuers">The chosen ones: names, groups, and null for statements without an issuer; empty for those with most uses.</param>
public sealed record ComparisonCall(IReadOnlyList<AskedQuery> Queries, SearchFilters Filters, IReadOnlyList<string?> Issuers);

/// <summary>Coverage asked for.</summary>
/// <param name="By">Sources or issuers.</param>
/// <param name="Size">How many of them.</param>
/// <param name="Offset">Those that were shown before.</param>
public sealed record CoverageCall(FacetName By, SearchFilters Filters, int Size, int Offset);

/// <summary>A feed asked for.</summary>
/// <param name="Search">The query and its filters; its size is the number of entries.</param>
/// <param name="ReturnedAfter">Days of silence after which a use is a return; null for every hit.</param>
public sealed record FeedCall(SearchCall Search, int? ReturnedAfter);

/// <summary>An export asked for.</summary>
/// <param name="Sort">Newest or oldest first: places in time outlast changes of the archive, scores do not.</param>
/// <param name="Format">jsonl or csv; null where it was not said.</param>
/// <param name="Body">Whether to write the texts.</param>
public sealed record ExportCall(AskedQuery Query, SearchFilters Filters, SortOrder Sort, string? Format, bool Body);
