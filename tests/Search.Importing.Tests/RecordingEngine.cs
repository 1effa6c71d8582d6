using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Core.Statements;

namespace Search.Importing.Tests;

/// <summary>An engine that only takes batches and notes them; each write waits until the test lets it end.</summary>
internal sealed class RecordingEngine : ISearchEngine
{
    private readonly Lock _lock = new();
    private readonly List<int> _batches = [];
    private readonly List<Statement> _written = [];
    private int _inFlight;

    /// <summary>What a write waits for; nothing unless set.</summary>
    public Func<Task> Gate { get; init; } = () => Task.CompletedTask;

    /// <summary>Thrown by the write with this number, from 1.</summary>
    public int FailingWrite { get; init; }

    public IReadOnlyList<int> Batches => _batches;

    /// <summary>What the writes were given, in their order.</summary>
    public IReadOnlyList<Statement> Written => _written;

    public int MostInFlight { get; private set; }

    public bool Completed { get; private set; }

    public WriterOptions? Options { get; private set; }

    public string Description => "Recording";

    public Task<IStatementWriter> OpenWriterAsync(WriterOptions options, CancellationToken cancellationToken)
    {
        Options = options;
        return Task.FromResult<IStatementWriter>(new Writer(this));
    }

    public Task<SearchPage> SearchAsync(SearchRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<long>> CountAsync(IReadOnlyList<MatchNode> queries, SearchFilters filters, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<Statement?> GetAsync(string id, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<Statement>> GetVersionsAsync(StatementId id, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<FacetCounts> FacetAsync(FacetRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<string>> SimilarWordsAsync(string word, int size, CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<Statement> ReadAllAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ArchiveStatus> StatusAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ArchiveCheck> CheckAsync(IProgress<long>? progress, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<WriteResult> TakeAsync(IReadOnlyList<Statement> batch)
    {
        lock (_lock)
        {
            _batches.Add(batch.Count);
            _written.AddRange(batch);
            MostInFlight = Math.Max(MostInFlight, ++_inFlight);
            if (_batches.Count == FailingWrite)
            {
                throw new EngineUnavailableException("The disk is full.");
            }
        }

        await Gate();
        lock (_lock)
        {
            _inFlight--;
        }

        return new WriteResult(batch.Count, 0, 0, []);
    }

    private sealed class Writer(RecordingEngine engine) : IStatementWriter
    {
        public int WritesAtOnce => 4;

        public Task<WriteResult> WriteAsync(IReadOnlyList<Statement> batch, CancellationToken cancellationToken) => engine.TakeAsync(batch);

        public Task CompleteAsync(CancellationToken cancellationToken)
        {
            engine.Completed = true;
            return Task.CompletedTask;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
