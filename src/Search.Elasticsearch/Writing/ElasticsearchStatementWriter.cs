using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Core.Analysis;
using Search.Core.Statements;

namespace Search.Elasticsearch.Writing;

/// <summary>
/// Writes statements. Each is first sent as new; those that the archive has are then compared, and replaced only in the
/// state in which they were read, so that several importers do not undo each other's work.
/// </summary>
internal sealed class ElasticsearchStatementWriter : IStatementWriter
{
    private readonly ArchiveWriting _archive;
    private readonly WritePurpose _purpose;
    private readonly bool _loading;
    private readonly SemaphoreSlim _first = new(1);
    private bool _mayWrite;
    private bool _completed;
    private volatile bool _expectKnown;

    /// <param name="archive">What is written to.</param>
    /// <param name="purpose">What it is opened for.</param>
    /// <param name="loading">Whether it is the first load of an index.</param>
    /// <param name="senders">Bulk requests under way at once.</param>
    public ElasticsearchStatementWriter(ArchiveWriting archive, WritePurpose purpose, bool loading, int senders)
    {
        WritesAtOnce = senders;
        _archive = archive;
        _purpose = purpose;
        _loading = loading;
    }

    /// <summary>As many as are sent at once.</summary>
    public int WritesAtOnce { get; }

    public Task<WriteResult> ImportAsync(IReadOnlyList<Statement> batch, CancellationToken cancellationToken) =>
        WriteAsync([.. batch.Select(statement => new PendingImport(statement))], _expectKnown, cancellationToken);

    public Task<WriteResult> ReviseAsync(IReadOnlyList<RevisedStatement> batch, CancellationToken cancellationToken) =>
        WriteAsync([.. batch.Select(revised => new PendingRevision(revised))], expectKnown: true, cancellationToken);

    public Task<WriteResult> RestoreAsync(IReadOnlyList<StatementHistory> batch, CancellationToken cancellationToken) =>
        WriteAsync([.. batch.Select(history => new PendingRestoration(history))], _expectKnown, cancellationToken);

    private async Task<WriteResult> WriteAsync(IReadOnlyList<PendingStatement> batch, bool expectKnown, CancellationToken cancellationToken)
    {
        if (batch.Count == 0)
        {
            return new WriteResult(0, 0, 0, []);
        }

        if (!await MakeRoomAsync(cancellationToken))
        {
            return new WriteResult(
                0, 0, 0, [.. batch.Select(pending => new RefusedStatement(pending.Statement, "Samples never join real statements."))]);
        }

        var tally = new WriteTally();
        var taken = new List<PendingStatement>();
        foreach (var pending in batch)
        {
            if (Math.Max(pending.Statement.Title.Length, pending.Statement.Body.Length) > TextAnalyzer.MaxTextLength)
            {
                tally.Refuse(pending.Statement, $"Its text is longer than {TextAnalyzer.MaxTextLength:N0} characters.");
            }
            else
            {
                taken.Add(pending);
            }
        }

        var samples = _purpose == WritePurpose.Samples;
        _expectKnown = await _archive.WriteAsync(taken, samples, expectKnown, tally, cancellationToken) > batch.Count / 2;
        return tally.Result();
    }

    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        if (_loading)
        {
            await _archive.EndLoadAsync(cancellationToken);
        }

        await _archive.RefreshAsync(cancellationToken);
        _completed = true;
    }

    /// <summary>
    /// Without <see cref="CompleteAsync"/> everything acknowledged is there too; a cluster out of reach heals at the next opening.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (!_completed)
        {
            using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            try
            {
                await CompleteAsync(soon.Token);
            }
            catch (Exception exception) when (exception is EngineUnavailableException or OperationCanceledException
                or ArchiveGoneException or ArchiveClosedException)
            {
                _archive.Log(exception);
            }
        }

        _archive.Dispose();
        _first.Dispose();
    }

    /// <summary>The first real statement removes the samples; samples never join real statements.</summary>
    private async Task<bool> MakeRoomAsync(CancellationToken cancellationToken)
    {
        if (_mayWrite)
        {
            return true;
        }

        await _first.WaitAsync(cancellationToken);
        try
        {
            if (!_mayWrite)
            {
                _mayWrite = _purpose == WritePurpose.Samples
                    ? !await _archive.HasAsync(sample: false, cancellationToken)
                    : await _archive.RemoveSamplesAsync(cancellationToken);
            }

            return _mayWrite;
        }
        finally
        {
            _first.Release();
        }
    }
}
