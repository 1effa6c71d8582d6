using System.Runtime.CompilerServices;
using Search.Archive.Matching;

namespace Search.Archive.Searching;

/// <summary>Pages one after the other, each whole: for who wants every hit of a search, in an order that outlasts changes.</summary>
public static class WholePages
{
    /// <exception cref="QueryTooCostlyException">The page is not whole.</exception>
    public static async Task<SearchPage> OneAsync(IStatementSearch search, SearchRequest request, CancellationToken cancellationToken) =>
        await search.SearchAsync(request, cancellationToken) is { Complete: true } page
            ? page
            : throw new QueryTooCostlyException("Not all hits could be found in time; make the query narrower.");

    /// <summary>A first page and those after it.</summary>
    /// <exception cref="QueryTooCostlyException">A page is not whole.</exception>
    public static async IAsyncEnumerable<SearchPage> AllAsync(
        IStatementSearch search, SearchRequest request, SearchPage first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var page = first; ; page = await OneAsync(search, request with { After = page.Next }, cancellationToken))
        {
            yield return page;
            if (page.Next is null)
            {
                yield break;
            }
        }
    }
}
