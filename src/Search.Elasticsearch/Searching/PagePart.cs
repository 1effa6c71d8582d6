using Search.Elasticsearch.Answers;

namespace Search.Elasticsearch.Searching;

/// <summary>What one request for a page answered.</summary>
/// <param name="Answer">The hits, the counts, or both.</param>
/// <param name="State">The archive's; empty where it was not asked for.</param>
/// <param name="Beside">What was counted beside it, sound or not.</param>
internal sealed record PagePart(SearchAnswer Answer, string State, IReadOnlyList<SearchAnswer> Beside);
