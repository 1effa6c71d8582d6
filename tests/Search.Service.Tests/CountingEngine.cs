using Search.Archive;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Testing.Engines;

namespace Search.Service.Tests;

/// <summary>Another engine's answers, and what was counted beside pages; pages may be said to be incomplete.</summary>
internal sealed class CountingEngine(ISearchEngine engine, bool complete = true) : WrappedEngine(() => engine)
{
    /// <summary>The queries of each call.</summary>
    public List<IReadOnlyList<MatchNode>> Counted { get; } = [];

    public override async Task<SearchPage> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        var page = await base.SearchAsync(request, cancellationToken);
        return page with { Complete = page.Complete && complete };
    }

    public override Task<IReadOnlyList<long>> CountAsync(
        IReadOnlyList<MatchNode> queries, SearchFilters filters, CancellationToken cancellationToken)
    {
        Counted.Add(queries);
        return base.CountAsync(queries, filters, cancellationToken);
    }
}
