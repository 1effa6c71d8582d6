using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Search.Archive.Searching;
using Search.Sqlite.Native;

namespace Search.Sqlite.Storage;

/// <summary>Opens connections to one archive: a reader is borrowed and given back, the writer is opened and closed.</summary>
internal sealed class ArchiveConnections : IDisposable
{
    /// <summary>How long a writer waits for another process that is writing.</summary>
    private static readonly TimeSpan s_busyTimeout = TimeSpan.FromSeconds(30);

    private readonly ConcurrentBag<ReaderConnection> _idle = [];
    private readonly string _path;
    private volatile bool _disposed;

    public ArchiveConnections(string path)
    {
        _path = Path.GetFullPath(path);
        if (Path.GetDirectoryName(_path) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        using var connection = OpenWriter();
        ArchiveSchema.Ensure(connection);
    }

    public string ArchivePath => _path;

    /// <summary>A connection that writes: every commit is on disk before it returns.</summary>
    public SqliteConnection OpenWriter()
    {
        var connection = Open(SqliteOpenMode.ReadWriteCreate);
        try
        {
            Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 16384;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public ReaderConnection BorrowReader()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_idle.TryTake(out var reader))
        {
            return reader;
        }

        var connection = Open(SqliteOpenMode.ReadWrite);
        try
        {
            Execute(connection, "PRAGMA query_only = ON; PRAGMA cache_size = -16384; PRAGMA mmap_size = 1073741824;");
            return new ReaderConnection(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public void GiveBack(ReaderConnection reader)
    {
        if (_disposed)
        {
            reader.Dispose();
            return;
        }

        _idle.Add(reader);
    }

    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteConnection Open(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = _path,
            Mode = mode,
            // Functions are registered on each physical connection; a pool of somebody else's would hide which ones have them.
            Pooling = false,
            DefaultTimeout = (int)s_busyTimeout.TotalSeconds,
        }.ConnectionString);
        try
        {
            connection.Open();
            Execute(connection, "SELECT count(*) FROM sqlite_schema");
            Fts5Extensions.Register(connection.Handle!.DangerousGetHandle());
            return connection;
        }
        catch (SqliteException exception)
        {
            connection.Dispose();
            throw new EngineUnavailableException($"The archive {_path} cannot be opened: {exception.Message}", exception);
        }
    }
}
