using Search.Archive.Highlighting;
using Search.Core.Statements;

namespace Search.Archive.Searching;

/// <summary>An engine's answer to a <see cref="SearchRequest"/>.</summary>
public sealed record SearchPage
{
    /// <summary>Statements that match query and filters.</summary>
    public required long Total { get; init; }

    /// <summary>False when the budget ended before all matches were counted: then everything here is a lower bound.</summary>
    public required bool Complete { get; init; }

    public required IReadOnlyList<SearchHit> Hits { get; init; }

    /// <summary>In the order asked for.</summary>
    public IReadOnlyList<FacetCounts> Facets { get; init; } = [];

    /// <summary>Hits over time, ignoring the filter on dates; null unless asked for.</summary>
    public DateHistogram? Histogram { get; init; }

    /// <summary>Counts of <see cref="SearchRequest.Beside"/>, levels first, each in its order; null where they did not come.</summary>
    public IReadOnlyList<long>? Beside { get; init; }

    /// <summary>Where the next page begins; null when this is the last.</summary>
    public SearchCursor? Next { get; init; }
}

/// <param name="Statement">Whole, with its body.</param>
/// <param name="Score">Comparable within one answer of one engine only; 0 unless sorted by relevance.</param>
public sealed record SearchHit(Statement Statement, double Score, Highlights Highlights);

/// <summary>
/// A facet's values with the number of hits that have each. Counts follow the query and every other filter but not the
/// facet's own.
/// </summary>
/// <param name="Values">Most frequent first, then by value; chosen and excluded values are always among them.</param>
/// <param name="Other">Distinct values that have hits and are not shown.</param>
/// <param name="Missing">Hits without any value.</param>
public sealed record FacetCounts(FacetName Name, IReadOnlyList<FacetValue> Values, long Other, long Missing)
{
    /// <summary>
    /// Of the issuer facet the countries and organisations above its values, most frequent first; empty for every other facet.
    /// </summary>
    public IReadOnlyList<IssuerGroupCount> Groups { get; init; } = [];
}

public sealed record FacetValue(string Value, long Count)
{
    /// <summary>Of an issuer the nearest group it is in; null where it is in none, and in pages of one facet.</summary>
    public string? Parent { get; init; }
}

/// <param name="Value">As <see cref="IssuerGroups"/> writes it.</param>
/// <param name="Count">Hits whose issuer is in the group, in an organisation below it included.</param>
/// <param name="Parent">The country's group above an organisation's; null for those on top.</param>
public sealed record IssuerGroupCount(string Value, long Count, string? Parent);

public enum HistogramInterval
{
    Day,
    Month,
    Year,
    Decade,
    Century,
}

/// <summary>
/// Hits per day, month, year, decade or century, whichever keeps the number of buckets readable; empty buckets in between
/// included.
/// </summary>
/// <param name="Undated">Hits that bear no date.</param>
/// <param name="LessExact">Hits that bear a month or year longer than a bucket: they are in none.</param>
public sealed record DateHistogram(HistogramInterval Interval, IReadOnlyList<HistogramBucket> Buckets, long Undated, long LessExact = 0);

/// <summary>Both days inclusive.</summary>
public readonly record struct HistogramBucket(DateOnly From, DateOnly To, long Count);
