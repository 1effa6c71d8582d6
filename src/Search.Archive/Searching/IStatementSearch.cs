using Search.Archive.Matching;
using Search.Core.Statements;

namespace Search.Archive.Searching;

/// <summary>What readers ask of an archive.</summary>
public interface IStatementSearch
{
    Task<SearchPage> SearchAsync(SearchRequest request, CancellationToken cancellationToken);

    /// <summary>Whether a page's call counts these too (<see cref="SearchRequest.Beside"/>) at less than their own would cost.</summary>
    bool CountsBeside(BesideQueries queries) => false;

    /// <summary>Counts each of several queries under the same filters, in the order given.</summary>
    Task<IReadOnlyList<long>> CountAsync(
        IReadOnlyList<MatchNode> queries, SearchFilters filters, CancellationToken cancellationToken);

    /// <summary>One facet's values under a search, those that begin with a prefix (folded) only, most frequent first.</summary>
    Task<FacetCounts> FacetAsync(FacetRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Words of the archive within two edits of <paramref name="word"/> (exact forms) that begin with the same letter,
    /// likeliest first.
    /// </summary>
    Task<IReadOnlyList<string>> SimilarWordsAsync(string word, int size, CancellationToken cancellationToken);
}

public sealed record FacetRequest(SearchRequest Search, FacetName Facet, string Prefix, int Offset, int Size);
