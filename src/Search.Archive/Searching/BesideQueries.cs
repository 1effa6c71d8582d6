using Search.Archive.Matching;

namespace Search.Archive.Searching;

/// <summary>What is counted beside a page, under its filters.</summary>
/// <param name="Levels">Strictest first: what one finds, each after it finds too, so that an engine may count it within that.</param>
/// <param name="Others">Whatever else.</param>
public sealed record BesideQueries(IReadOnlyList<MatchNode> Levels, IReadOnlyList<MatchNode> Others)
{
    public static BesideQueries None { get; } = new([], []);

    /// <summary>In the order of their counts (<see cref="SearchPage.Beside"/>).</summary>
    public IReadOnlyList<MatchNode> All => [.. Levels, .. Others];
}
