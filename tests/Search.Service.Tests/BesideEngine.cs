using Search.Archive;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Testing.Engines;

namespace Search.Service.Tests;

/// <summary>Another engine's answers, counts of other queries with each page; nothing is counted apart.</summary>
/// <param name="fails">Whether the counts never come.</param>
internal sealed class BesideEngine(ISearchEngine engine, bool fails = false) : WrappedEngine(() => engine)
{
    public override bool CountsBeside(BesideQueries queries) => true;

    public override async Task<SearchPage> SearchAsync(SearchRequest request, CancellationToken cancellationToken) =>
        await base.SearchAsync(request, cancellationToken) with
        {
            Beside = fails ? null : await base.CountAsync(request.Beside.All, request.Filters, cancellationToken),
        };

    public override Task<IReadOnlyList<long>> CountAsync(
        IReadOnlyList<MatchNode> queries, SearchFilters filters, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("What comes with the page is not to be counted apart.");
}
