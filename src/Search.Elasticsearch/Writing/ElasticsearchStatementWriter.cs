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
    private const int NotesAtOnce = 500;

    private readonly ArchiveWriting _archive;
    private readonly WritePurpose _purpose;
    private readonly bool _loading;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _first = new(1);
    private bool _mayWrite;
    private bool _completed;
    private volatile bool _expectKnown;

    /// <param name="archive">What is written to.</param>
    /// <param name="purpose">What it is opened for.</param>
    /// <param name="loading">Whether it is the first load of an index.</param>
    /// <param name="senders">Bulk requests under way at once.</param>
    /// <param name="time">Says when statements come.</param>
    public ElasticsearchStatementWriter(ArchiveWriting archive, WritePurpose purpose, bool loading, int senders, TimeProvider time)
    {
        _time = time;
        WritesAtOnce = senders;
        _archive = archive;
        _purpose = purpose;
        _loading = loading;
    }

    /// <summary>As many as are sent at once.</summary>
    public int WritesAtOnce { get; }

    public Task<WriteResult> ImportAsync(IReadOnlyList<Statement> batch, CancellationToken cancellationToken) =>
        WriteAsync([.. batch.Select(statement => new PendingImport(statement, _time.GetUtcNow()))], _expectKnown, cancellationToken);

    public Task<WriteResult> ReviseAsync(IReadOnlyList<RevisedStatement> batch, CancellationToken cancellationToken) =>
        WriteAsync([.. batch.Select(revised => new PendingRevision(revised))], expectKnown: true, cancellationToken);

    public Task<WriteResult> RestoreAsync(IReadOnlyList<StatementHistory> batch, CancellationToken cancellationToken) =>
        WriteAsync([.. batch.Select(history => new PendingRestoration(history, _time.GetUtcNow()))], _expectKnown, cancellationToken);

    public async Task<int> NoteMissingAsync(string source, IReadOnlySet<string> listed, CancellationToken cancellationToken)
    {
        await _archive.RefreshAsync(cancellationToken);
        var (count, now) = (0, ArchiveTrace.Whole(_time.GetUtcNow()));
        var notes = new List<PendingNote>();
        await foreach (var statement in _archive.ReadSourceAsync(source, cancellationToken))
        {
            var isListed = listed.Contains(statement.Id.Value);
            if (isListed == statement.Trace?.Missing is null)
            {
                continue;
            }

            count += isListed ? 0 : 1;
            notes.Add(new PendingNote(statement, isListed ? null : now));
        }

        foreach (var part in notes.Chunk(NotesAtOnce))
        {
            await WriteAsync(part, expectKnown: true, cancellationToken);
        }

        return count;
    }

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
        if (_loading)
        {
            await _archive.MergeAsync(cancellationToken);
        }
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
