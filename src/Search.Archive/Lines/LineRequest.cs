using Search.Archive.Matching;
using Search.Archive.Searching;

namespace Search.Archive.Lines;

/// <summary>How lines are ordered.</summary>
public enum LineSort
{
    /// <summary>By statement, the earliest day first, undated ones last; in a statement as they stand in it.</summary>
    Day,

    /// <summary>By statement, the latest day first, undated ones last.</summary>
    Newest,

    /// <summary>By the words to the left, the nearest first.</summary>
    Left,

    /// <summary>By the words to the right, the nearest first.</summary>
    Right,
}

/// <summary>Lines asked for.</summary>
public sealed record LineRequest
{
    /// <summary>What must match and what the lines are of. It marks words: see <see cref="StatementLines.HasWords"/>.</summary>
    public required MatchNode Query { get; init; }

    public SearchFilters Filters { get; init; } = SearchFilters.None;

    public LineSort Sort { get; init; }

    /// <summary>How long the engine may take for a page of statements.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(5);
}

/// <summary>Where a page of lines by day ended.</summary>
/// <param name="Page">The engine's page in which the next line's statement stands; null for the first.</param>
/// <param name="Statement">That statement's id.</param>
/// <param name="Lines">How many of its lines were shown.</param>
public sealed record LinePlace(SearchCursor? Page, string Statement, int Lines);

/// <param name="Total">Statements that match.</param>
/// <param name="Lines">Fewer than asked for where many statements that match have no words marked: then the next page goes on.</param>
/// <param name="Next">Where the next page begins; null when this is the last.</param>
public sealed record LinePage(long Total, IReadOnlyList<ContextLine> Lines, LinePlace? Next);

/// <param name="Total">Statements that match.</param>
/// <param name="Statements">Those of them whose lines are here: the newest.</param>
/// <param name="Lines">All of their lines in order.</param>
public sealed record LinesInOrder(long Total, long Statements, IReadOnlyList<ContextLine> Lines);
