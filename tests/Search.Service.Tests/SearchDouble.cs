using Search.Archive.Matching;
using Search.Archive.Searching;

namespace Search.Service.Tests;

/// <summary>Hands every search to another engine; a double overrides what it does otherwise.</summary>
/// <param name="inner">Null for a double that overrides all that is asked of it.</param>
internal abstract class SearchDouble(IStatementSearch? inner) : IStatementSearch
{
    private IStatementSearch Inner => inner ?? throw new NotSupportedException();

    public virtual Task<SearchPage> SearchAsync(SearchRequest request, CancellationToken cancellationToken) =>
        Inner.SearchAsync(request, cancellationToken);

    public virtual Task<IReadOnlyList<long>> CountAsync(
        IReadOnlyList<MatchNode> queries, SearchFilters filters, CancellationToken cancellationToken) =>
        Inner.CountAsync(queries, filters, cancellationToken);

    public virtual Task<FacetCounts> FacetAsync(FacetRequest request, CancellationToken cancellationToken) =>
        Inner.FacetAsync(request, cancellationToken);

    public virtual Task<IReadOnlyList<string>> SimilarWordsAsync(string word, int size, CancellationToken cancellationToken) =>
        Inner.SimilarWordsAsync(word, size, cancellationToken);
}
