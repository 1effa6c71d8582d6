using System.Buffers;
using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Search.Archive.Storing;
using Search.Core.Statements;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Writing;

/// <summary>
/// Writes batches in transactions that are on disk before they are acknowledged. A batch is analyzed and hashed on
/// whatever core is free while batches before it are being written.
/// </summary>
internal sealed class SqliteStatementWriter : IStatementWriter
{
    private const int MaxBuffer = 16 << 20;

    /// <summary>
    /// Bytes of texts and tokens from which a transaction takes no further batch: about half of what an import has under
    /// way, so that the other half is got ready meanwhile.
    /// </summary>
    private const int MaxTransaction = 20 << 20;

    /// <summary>
    /// FTS5's automerge. While much is loaded, merging the index's segments as they come writes everything twice; FTS5 still
    /// merges sixteen of a level into one, and searches are as fast on a few dozen segments as on one.
    /// </summary>
    private const long MergeNever = 0;

    /// <summary>FTS5's own value where nothing is set.</summary>
    private const long MergeAlways = 4;

    private readonly SqliteConnection _connection;
    private readonly WriterCommands _commands;
    private readonly WritePurpose _purpose;
    private readonly Action _release;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ConcurrentBag<StatementPreparer> _preparers = [];
    private readonly ConcurrentBag<ArrayBufferWriter<byte>> _buffers = [];
    private readonly ConcurrentQueue<PendingBatch> _pending = [];
    private bool _disposed;

    /// <param name="connections">Where the archive is.</param>
    /// <param name="purpose">What it is opened for.</param>
    /// <param name="release">Called once when the writer is closed.</param>
    /// <param name="time">Says when statements come.</param>
    public SqliteStatementWriter(ArchiveConnections connections, WritePurpose purpose, Action release, TimeProvider time)
    {
        _time = time;
        _connection = connections.OpenWriter();
        _commands = new WriterCommands(_connection);
        _purpose = purpose;
        _release = release;
    }

    /// <summary>Those that go into one transaction, and as many that are got ready meanwhile.</summary>
    public int WritesAtOnce => 24;

    public Task<WriteResult> ImportAsync(IReadOnlyList<Statement> batch, CancellationToken cancellationToken) =>
        WriteAsync(batch, statement => statement, static (prepared, _) => new ImportChange(prepared), cancellationToken);

    public Task<WriteResult> ReviseAsync(IReadOnlyList<RevisedStatement> batch, CancellationToken cancellationToken) => WriteAsync(
        batch, revised => revised.Statement, static (prepared, revised) => new ReviseChange(prepared, revised.MadeFrom), cancellationToken);

    public Task<WriteResult> RestoreAsync(IReadOnlyList<StatementHistory> batch, CancellationToken cancellationToken) => WriteAsync(
        batch, history => history.Statement, static (prepared, history) => new RestoreChange(prepared, history), cancellationToken);

    private async Task<WriteResult> WriteAsync<T>(
        IReadOnlyList<T> batch,
        Func<T, Statement> statementOf,
        Func<PreparedStatement, T, StatementChange> changeOf,
        CancellationToken cancellationToken)
    {
        var pending = await Task.Run(() => Prepare(batch, statementOf, changeOf, cancellationToken), cancellationToken);
        _pending.Enqueue(pending);
        await using var dropping = cancellationToken.Register(() => pending.Drop(cancellationToken));

        // Whoever has the turn may hold others' batches, and waits for the file: it goes on when this caller has gone.
        _ = TakeTurnAsync(pending);
        return await pending.Written.Task;
    }

    /// <summary>Sees to it that a batch is written, unless it is dropped. It never fails: the batch's caller is told.</summary>
    private async Task TakeTurnAsync(PendingBatch pending)
    {
        try
        {
            await _turn.WaitAsync(CancellationToken.None);
            try
            {
                // Batches queue in another order than callers do: a transaction may end before it has come to this one.
                while (!pending.Written.Task.IsCompleted)
                {
                    await Task.Run(WritePending, CancellationToken.None);
                }
            }
            finally
            {
                _turn.Release();
            }
        }
        catch (Exception exception)
        {
            pending.Written.TrySetException(exception);
        }
    }

    public async Task<int> NoteMissingAsync(string source, IReadOnlySet<string> listed, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => NoteMissing(source, listed), CancellationToken.None);
        }
        finally
        {
            _turn.Release();
        }
    }

    private int NoteMissing(string source, IReadOnlySet<string> listed)
    {
        try
        {
            using var transaction = new ArchiveTransaction(_connection, _commands);
            var count = transaction.NoteMissing(source, listed, _time.GetUtcNow());
            transaction.Commit();
            return count;
        }
        catch (SqliteException exception)
        {
            throw Translate(exception);
        }
    }

    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            // Readers go on meanwhile; what cannot be moved from the log now is moved by whoever closes the archive last.
            await Task.Run(Complete, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        await _turn.WaitAsync();
        _commands.Dispose();
        await _connection.DisposeAsync();
        _turn.Dispose();
        _release();
    }

    private void Complete()
    {
        try
        {
            SetMerging(MergeAlways);
            _commands.Execute("PRAGMA wal_checkpoint(PASSIVE)");
        }
        catch (SqliteException exception)
        {
            throw Translate(exception);
        }
    }

    /// <summary>It is written only where it is another: the archive keeps it, also from a load that was killed.</summary>
    private void SetMerging(long automerge)
    {
        if (!automerge.Equals(_commands.Scalar("SELECT v FROM statement_index_config WHERE k = 'automerge'") ?? MergeAlways))
        {
            _commands.Execute("INSERT INTO statement_index (statement_index, rank) VALUES ('automerge', ?1)", automerge);
        }
    }

    private PendingBatch Prepare<T>(
        IReadOnlyList<T> batch,
        Func<T, Statement> statementOf,
        Func<PreparedStatement, T, StatementChange> changeOf,
        CancellationToken cancellationToken)
    {
        var preparer = _preparers.TryTake(out var idle) ? idle : new StatementPreparer();
        var buffer = _buffers.TryTake(out var used) ? used : new ArrayBufferWriter<byte>(2 << 20);
        var changes = new List<StatementChange>(batch.Count);
        var refused = new List<RefusedStatement>();
        foreach (var item in batch)
        {
            var statement = statementOf(item);
            cancellationToken.ThrowIfCancellationRequested();
            if (StatementPreparer.Refuse(statement) is { } reason)
            {
                refused.Add(new RefusedStatement(statement, reason));
            }
            else
            {
                changes.Add(changeOf(preparer.Prepare(statement, buffer), item));
            }
        }

        _preparers.Add(preparer);
        return new PendingBatch(changes, buffer, refused);
    }

    /// <summary>
    /// Writes several batches that are ready in one transaction: the fewer there are, the less FTS5 has to merge. Batches whose callers
    /// have gone before their turn within it are left out, so that a transaction ends with the batch at which it was cancelled.
    /// </summary>
    private void WritePending()
    {
        var batches = new List<PendingBatch>();
        var size = 0;
        while (size < MaxTransaction && _pending.TryDequeue(out var batch))
        {
            if (!batch.Written.Task.IsCompleted)
            {
                batches.Add(batch);
                size += batch.Buffer.WrittenCount;
            }
        }

        if (batches.Count == 0)
        {
            return;
        }

        try
        {
            using var transaction = new ArchiveTransaction(_connection, _commands);
            var dictionaries = new WriterDictionaries(_commands);
            SetMerging(_purpose == WritePurpose.Load ? MergeNever : MergeAlways);
            var written = new List<(PendingBatch Batch, WriteResult Result)>();
            foreach (var batch in batches.Where(batch => batch.TryBegin()))
            {
                written.Add((batch, Write(transaction, dictionaries, batch)));
            }

            transaction.Commit();
            foreach (var (batch, result) in written)
            {
                Release(batch.Buffer);
                batch.Written.SetResult(result);
            }
        }
        catch (Exception exception)
        {
            // All of them but the dropped wait for what became of the transaction.
            batches.ForEach(batch => batch.Written.TrySetException(Translate(exception)));
        }
    }

    private void Release(ArrayBufferWriter<byte> buffer)
    {
        // One with a very long text in it is not kept.
        if (buffer.Capacity <= MaxBuffer)
        {
            buffer.ResetWrittenCount();
            _buffers.Add(buffer);
        }
    }

    private Exception Translate(Exception exception) =>
        exception is SqliteException failure ? SqliteFaults.Translate(failure, _connection.DataSource) : exception;

    private WriteResult Write(ArchiveTransaction transaction, WriterDictionaries dictionaries, PendingBatch batch)
    {
        if (batch.Changes.Count > 0 && !KeepsSamplesApart(transaction))
        {
            const string reason = "The archive holds real statements; samples are not mixed into them.";
            return new WriteResult(
                0, 0, 0, [.. batch.Refused, .. batch.Changes.Select(change => new RefusedStatement(change.Prepared.Statement, reason))]);
        }

        return new ChangeWriter(transaction, batch.Buffer.WrittenMemory, dictionaries, _time.GetUtcNow())
            .Write(batch.Changes, batch.Refused);
    }

    /// <summary>Samples are only ever alone: real statements drive them out, and they never come to real ones.</summary>
    /// <returns>False when this writer's statements must not come to those of the archive.</returns>
    private bool KeepsSamplesApart(ArchiveTransaction transaction)
    {
        var samples = _purpose == WritePurpose.Samples;
        if (samples == transaction.HoldsSamples)
        {
            return true;
        }

        if (!samples)
        {
            transaction.RemoveAll();
        }
        else if (!transaction.IsEmpty)
        {
            return false;
        }

        transaction.MarkSamples(samples);
        return true;
    }

    /// <summary>A batch that is ready to be written, and what its caller waits for.</summary>
    private sealed record PendingBatch(
        List<StatementChange> Changes, ArrayBufferWriter<byte> Buffer, List<RefusedStatement> Refused)
    {
        private int _isSettled;

        public TaskCompletionSource<WriteResult> Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Whether it is to be written; from then on it is, whoever goes.</summary>
        public bool TryBegin() => Interlocked.Exchange(ref _isSettled, 1) == 0;

        /// <summary>Its caller has gone: unless it has begun, nothing of it is written.</summary>
        public void Drop(CancellationToken cancellationToken)
        {
            if (Interlocked.Exchange(ref _isSettled, 1) == 0)
            {
                Written.TrySetCanceled(cancellationToken);
            }
        }
    }
}
