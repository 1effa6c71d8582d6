using Search.Archive;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Testing.Engines;

namespace Search.Service.Tests;

/// <summary>Another engine's answers, but counting beside the page is more than it can do.</summary>
internal sealed class CostlyCountsEngine(ISearchEngine engine) : WrappedEngine(() => engine)
{
    public override Task<IReadOnlyList<long>> CountAsync(
        IReadOnlyList<MatchNode> queries, SearchFilters filters, CancellationToken cancellationToken) =>
        throw new QueryTooCostlyException("Too much.");
}
