using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Core.Statements;

namespace Search.Web.Tests.Hosting;

/// <summary>Answers every question with an exception.</summary>
internal sealed class FailingEngine(Exception exception) : ISearchEngine
{
    public string Description => "Fails";

    public Task<SearchPage> SearchAsync(SearchRequest request, CancellationToken cancellationToken) => throw exception;

    public Task<IReadOnlyList<long>> CountAsync(IReadOnlyList<MatchNode> queries, SearchFilters filters, CancellationToken cancellationToken) => throw exception;

    public Task<Statement?> GetAsync(string id, CancellationToken cancellationToken) => throw exception;

    public Task<IReadOnlyList<Statement>> GetVersionsAsync(StatementId id, CancellationToken cancellationToken) => throw exception;

    public Task<FacetCounts> FacetAsync(FacetRequest request, CancellationToken cancellationToken) => throw exception;

    public Task<IReadOnlyList<string>> SimilarWordsAsync(string word, int size, CancellationToken cancellationToken) => throw exception;

    public IAsyncEnumerable<Statement> ReadAllAsync(CancellationToken cancellationToken) => throw exception;

    public Task<ArchiveStatus> StatusAsync(CancellationToken cancellationToken) => throw exception;

    public Task<ArchiveCheck> CheckAsync(IProgress<long>? progress, CancellationToken cancellationToken) => throw exception;

    public Task<IStatementWriter> OpenWriterAsync(WriterOptions options, CancellationToken cancellationToken) => throw exception;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
