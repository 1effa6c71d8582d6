using Search.Archive.Matching;
using Search.Core;
using Search.Core.Statements;

namespace Search.Archive.Searching;

public enum SortOrder
{
    /// <summary>Best first; among equals the newest.</summary>
    Relevance,

    /// <summary>Latest day first; undated last.</summary>
    Newest,

    /// <summary>Earliest day first; undated last.</summary>
    Oldest,

    /// <summary>What the archive got last first, whatever date it bears: late finds show.</summary>
    Received,
}

/// <summary>A page asked of an engine.</summary>
public sealed record SearchRequest
{
    public const int MaxSize = 100;

    /// <summary>What must match and what is marked in hits.</summary>
    public required MatchNode Query { get; init; }

    public SearchFilters Filters { get; init; } = SearchFilters.None;

    public SortOrder Sort { get; init; } = SortOrder.Relevance;

    /// <summary>Hits on the page, 0 to <see cref="MaxSize"/>.</summary>
    public int Size { get; init; } = 20;

    /// <summary>Where the page before ended; null for the first page.</summary>
    public SearchCursor? After { get; init; }

    /// <summary>The facets to count, each with the number of values to show beside the chosen ones.</summary>
    public IReadOnlyList<FacetSelection> Facets { get; init; } = [];

    /// <summary>Whether to count hits per <see cref="SearchPage.Histogram"/> bucket.</summary>
    public bool Histogram { get; init; }

    /// <summary>
    /// Other queries to count under the same filters, where the engine says that it does so
    /// (<see cref="IStatementSearch.CountsBeside"/>).
    /// </summary>
    public BesideQueries Beside { get; init; } = BesideQueries.None;

    /// <summary>Whether to mark what matched in the hits; without, texts are not looked through once more.</summary>
    public bool Highlights { get; init; } = true;

    /// <summary>How long the engine may take before it answers with what it has, marked partial.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(5);
}

/// <param name="Facet">Which facet.</param>
/// <param name="Size">Values to return, most frequent first; chosen and excluded values come in addition.</param>
public sealed record FacetSelection(FacetName Facet, int Size = 10);

/// <summary>
/// The end of a page: the sort values of its last hit, and the state of the archive they belong to.
/// </summary>
/// <param name="Generation">The engine's own mark of that state; opaque to everybody else.</param>
/// <param name="Keys">The last hit's sort values, written by the engine that reads them.</param>
public sealed record SearchCursor(string Generation, EquatableList<string> Keys);
