using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Core.Statements;
using Search.Testing.Engines;

namespace Search.Importing.Tests;

/// <summary>An engine that only takes batches and notes them; each write waits until the test lets it end.</summary>
internal sealed class RecordingEngine() : WrappedEngine(() => throw new NotSupportedException())
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

    public WritePurpose? Purpose { get; private set; }

    public override string Description => "Recording";

    public override Task<IStatementWriter> OpenWriterAsync(WritePurpose purpose, CancellationToken cancellationToken)
    {
        Purpose = purpose;
        return Task.FromResult<IStatementWriter>(new Writer(this));
    }

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

        public Task<WriteResult> ImportAsync(IReadOnlyList<Statement> batch, CancellationToken cancellationToken) =>
            engine.TakeAsync(batch);

        public Task<WriteResult> ReviseAsync(IReadOnlyList<RevisedStatement> batch, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<WriteResult> RestoreAsync(IReadOnlyList<StatementHistory> batch, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<int> NoteMissingAsync(string source, IReadOnlySet<string> listed, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task CompleteAsync(CancellationToken cancellationToken)
        {
            engine.Completed = true;
            return Task.CompletedTask;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
