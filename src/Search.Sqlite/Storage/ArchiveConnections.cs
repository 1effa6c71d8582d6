using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Search.Archive.Searching;
using Search.Sqlite.Native;
using SQLitePCL;

namespace Search.Sqlite.Storage;

/// <summary>
/// Opens connections to one archive: a reader is borrowed and given back, the writer is opened and closed. Nothing is written
/// before it is known that the file is an archive, and nothing at all where the file, its folder or their medium is read-only.
/// </summary>
internal sealed class ArchiveConnections : IDisposable
{
    private readonly ConcurrentBag<ReaderConnection> _idle = [];
    private readonly bool _isReadOnly;
    private volatile bool _disposed;

    /// <param name="path">The archive's file; created with its folder when it is missing.</param>
    /// <param name="readOnly">As where nothing may be written, neither to the file nor beside it.</param>
    /// <exception cref="ArchiveFormatException">Something else lies there; it was not changed.</exception>
    /// <exception cref="SqliteException">The file cannot be opened or made.</exception>
    public ArchiveConnections(string path, bool readOnly)
    {
        ArchivePath = Path.GetFullPath(path);
        if (ArchiveInspection.IsArchive(ArchivePath))
        {
            _isReadOnly = readOnly || !IsWritable(ArchivePath);
        }
        else if (readOnly)
        {
            throw new ArchiveReadOnlyException(
                $"There is no archive at {ArchivePath}, and none may be made: it is opened for reading only.");
        }
        else
        {
            Directory.CreateDirectory(Path.GetDirectoryName(ArchivePath)!);
            using var connection = ArchiveUri.Open(ArchivePath, string.Empty, SqliteOpenMode.ReadWriteCreate);
            Fts5Extensions.Register(connection.Handle!.DangerousGetHandle());
            ArchiveSchema.Create(connection);
        }
    }

    public string ArchivePath { get; }

    /// <summary>A connection that writes: every commit is on disk before it returns.</summary>
    /// <exception cref="ArchiveReadOnlyException">The archive can only be searched.</exception>
    /// <exception cref="SqliteException">The archive cannot be opened.</exception>
    public SqliteConnection OpenWriter() => _isReadOnly
        ? throw SqliteFaults.ReadOnly(ArchivePath)
        : Open(
            string.Empty,
            SqliteOpenMode.ReadWrite,
            """
            PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;
            PRAGMA wal_autocheckpoint = 16384;
            """);

    /// <exception cref="SqliteException">The archive cannot be opened.</exception>
    public ReaderConnection BorrowReader()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var state = _isReadOnly ? FileState.Of(ArchivePath) : default;
        while (_idle.TryTake(out var idle))
        {
            if (idle.FileState == state)
            {
                return idle;
            }

            idle.Dispose();
        }

        const string settings = "PRAGMA query_only = ON; PRAGMA cache_size = -16384; PRAGMA mmap_size = 1073741824;";
        var (parameters, mode) = _isReadOnly ? ReadOnlyMode(state) : (string.Empty, SqliteOpenMode.ReadWrite);
        return new ReaderConnection(Open(parameters, mode, settings), state);
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

    /// <summary>
    /// Readers of a log share memory through a file beside it, which cannot be made on a read-only medium. Without a log there
    /// is nothing to share, and SQLite may take the file for one that nobody changes, as it then is: whoever writes makes a log
    /// first. Should somebody with more rights do so later, the next search sees another <see cref="FileState"/> and opens anew.
    /// </summary>
    private static (string Parameters, SqliteOpenMode Mode) ReadOnlyMode(FileState state) =>
        (state.HasLog ? string.Empty : "immutable=1", SqliteOpenMode.ReadOnly);

    /// <summary>Asks SQLite, which makes the files beside an archive when it first reads it, and takes a file as it may.</summary>
    private static bool IsWritable(string path)
    {
        try
        {
            using var connection = ArchiveUri.Open(path, string.Empty, SqliteOpenMode.ReadWrite);
            if (raw.sqlite3_db_readonly(connection.Handle, "main") != 0)
            {
                return false;
            }

            Execute(connection, "SELECT count(*) FROM sqlite_schema");
            return true;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY)
        {
            return false;
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteConnection Open(string parameters, SqliteOpenMode mode, string settings)
    {
        var connection = ArchiveUri.Open(ArchivePath, parameters, mode);
        try
        {
            Execute(connection, settings);
            Fts5Extensions.Register(connection.Handle!.DangerousGetHandle());
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}

/// <summary>What tells that a file, taken for one that nobody changes, was changed all the same.</summary>
internal readonly record struct FileState(long Length, DateTime Written, bool HasLog)
{
    public static FileState Of(string path) =>
        new FileInfo(path) is { Exists: true } file
            ? new FileState(file.Length, file.LastWriteTimeUtc, ArchiveInspection.HasLog(path))
            : default;
}
