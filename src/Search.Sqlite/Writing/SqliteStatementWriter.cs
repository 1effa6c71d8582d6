using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Search.Core.Searching;
using Search.Core.Statements;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Writing;

/// <summary>
/// Writes batches, each in one transaction that is on disk before it is acknowledged. A batch is analyzed and hashed on
/// whatever core is free while the batch before it is being written.
/// </summary>
internal sealed class SqliteStatementWriter : IStatementWriter
{
    private const int Busy = 5;

    private readonly SqliteConnection _connection;
    private readonly WriterCommands _commands;
    private readonly WriterOptions _options;
    private readonly Action _release;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ConcurrentBag<StatementPreparer> _preparers = [];
    private bool _disposed;

    /// <param name="connections">Where the archive is.</param>
    /// <param name="options">What is written.</param>
    /// <param name="release">Called once when the writer is closed.</param>
    public SqliteStatementWriter(ArchiveConnections connections, WriterOptions options, Action release)
    {
        _connection = connections.OpenWriter();
        _commands = new WriterCommands(_connection);
        _options = options;
        _release = release;
    }

    public async Task<WriteResult> WriteAsync(IReadOnlyList<Statement> batch, CancellationToken cancellationToken)
    {
        var refused = new List<RefusedStatement>();
        var prepared = await Task.Run(() => Prepare(batch, refused, cancellationToken), cancellationToken);
        await _turn.WaitAsync(cancellationToken);
        try
        {
            // From here on the batch is written whole: a cancelled caller must not leave the archive between two states.
            return await Task.Run(() => Write(prepared, refused), CancellationToken.None);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == Busy)
        {
            throw new ArchiveBusyException("Another process is writing to the archive; try again when it has ended.", exception);
        }
        catch (SqliteException exception)
        {
            throw new EngineUnavailableException($"The archive could not be written: {exception.Message}", exception);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            // Readers go on meanwhile; what cannot be moved from the log now is moved by whoever closes the archive last.
            await Task.Run(() => _commands.Execute("PRAGMA wal_checkpoint(PASSIVE)"), cancellationToken);
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

    private List<PreparedStatement> Prepare(
        IReadOnlyList<Statement> batch, List<RefusedStatement> refused, CancellationToken cancellationToken)
    {
        var preparer = _preparers.TryTake(out var idle) ? idle : new StatementPreparer();
        var prepared = new List<PreparedStatement>(batch.Count);
        foreach (var statement in batch)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (StatementPreparer.Refuse(statement) is { } reason)
            {
                refused.Add(new RefusedStatement(statement, reason));
            }
            else
            {
                prepared.Add(preparer.Prepare(statement));
            }
        }

        _preparers.Add(preparer);
        return prepared;
    }

    private WriteResult Write(List<PreparedStatement> batch, List<RefusedStatement> refused)
    {
        using var transaction = new ArchiveTransaction(_connection, _commands);
        if (batch.Count > 0 && !KeepsSamplesApart(transaction))
        {
            const string reason = "The archive holds real statements; samples are not mixed into them.";
            return new WriteResult(0, 0, 0, [.. refused, .. batch.Select(prepared => new RefusedStatement(prepared.Statement, reason))]);
        }

        var result = new BatchWriter(transaction, new WriterDictionaries(_commands), _options.Rewrite).Write(batch, refused);
        transaction.Commit();
        return result;
    }

    /// <summary>Samples are only ever alone: real statements drive them out, and they never come to real ones.</summary>
    /// <returns>False when this writer's statements must not come to those of the archive.</returns>
    private bool KeepsSamplesApart(ArchiveTransaction transaction)
    {
        if (_options.Samples == transaction.HoldsSamples)
        {
            return true;
        }

        if (!_options.Samples)
        {
            transaction.RemoveAll();
        }
        else if (!transaction.IsEmpty)
        {
            return false;
        }

        transaction.MarkSamples(_options.Samples);
        return true;
    }
}
