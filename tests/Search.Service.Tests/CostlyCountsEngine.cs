using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Core.Statements;

namespace Search.Service.Tests;

/// <summary>Another engine's answers, but counting beside the page is more than it can do.</summary>
internal sealed class CostlyCountsEngine(ISearchEngine engine) : ISearchEngine
{
    public string Description => engine.Description;

    public Task<SearchPage> SearchAsync(SearchRequest request, CancellationToken cancellationToken) => engine.SearchAsync(request, cancellationToken);

    public Task<IReadOnlyList<long>> CountAsync(IReadOnlyList<MatchNode> queries, SearchFilters filters, CancellationToken cancellationToken) =>
        throw new QueryTooCostlyException("Too much.");

    public Task<Statement?> GetAsync(string id, CancellationToken cancellationToken) => engine.GetAsync(id, cancellationToken);

    public Task<IReadOnlyList<Statement>> GetVersionsAsync(StatementId id, CancellationToken cancellationToken) => engine.GetVersionsAsync(id, cancellationToken);

    public Task<FacetCounts> FacetAsync(FacetRequest request, CancellationToken cancellationToken) => engine.FacetAsync(request, cancellationToken);

    public Task<IReadOnlyList<string>> SimilarWordsAsync(string word, int size, CancellationToken cancellationToken) => engine.SimilarWordsAsync(word, size, cancellationToken);

    public IAsyncEnumerable<Statement> ReadAllAsync(CancellationToken cancellationToken) => engine.ReadAllAsync(cancellationToken);

    public Task<ArchiveStatus> StatusAsync(CancellationToken cancellationToken) => engine.StatusAsync(cancellationToken);

    public Task<ArchiveCheck> CheckAsync(IProgress<long>? progress, CancellationToken cancellationToken) => engine.CheckAsync(progress, cancellationToken);

    public Task<IStatementWriter> OpenWriterAsync(WriterOptions options, CancellationToken cancellationToken) => engine.OpenWriterAsync(options, cancellationToken);

    public ValueTask DisposeAsync() => engine.DisposeAsync();
}
