using Search.Elasticsearch.Answers;

namespace Search.Elasticsearch.Searching;

/// <summary>
/// The answers to <see cref="SearchBodyWriter.WritePage"/>: one with the hits and one with the counts, or one that is both. The
/// archive may have been written to between the two.
/// </summary>
internal sealed record PageAnswer(SearchAnswer First, SearchAnswer Counts)
{
    /// <summary>What was counted beside the page; null where that failed or did not end in time.</summary>
    public IReadOnlyList<long>? Beside { get; init; }

    public IReadOnlyList<FoundStatement> Hits => First.Hits;

    public bool IsWhole => !First.TimedOut && !Counts.TimedOut;

    /// <summary>At least so many; never fewer than there are to see.</summary>
    public long Total => Hits.Count > 0 ? Math.Max(Counts.Total, Hits.Count) : AnswerTime.LeastTotal(Counts);
}
