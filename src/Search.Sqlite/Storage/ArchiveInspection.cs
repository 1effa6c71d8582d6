using Microsoft.Data.Sqlite;
using Search.Archive.Searching;

namespace Search.Sqlite.Storage;

/// <summary>Tells what lies at an archive's path before anything is written there.</summary>
internal static class ArchiveInspection
{
    /// <summary>SQLite's smallest page; it takes a file of one byte for an empty one.</summary>
    private const int SmallestDatabase = 512;

    /// <summary>Whether an archive is there that this program reads; false when there is nothing yet.</summary>
    /// <remarks>
    /// The file is read through SQLite and as one that nobody changes: that makes no file beside it, takes no lock, and closing
    /// it gives up none. (A plain stream would: when a process closes any of its handles of a file, it loses all its locks on it,
    /// those of other connections too.) A log beside the file is not looked into; an archive's marks are in the file itself from
    /// its making on.
    /// </remarks>
    /// <exception cref="ArchiveFormatException">Something else is there, or an archive of another format.</exception>
    public static bool IsArchive(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.Length == 0)
        {
            return Directory.Exists(path) ? throw new ArchiveFormatException($"{path} is a folder and not the file of an archive.") : false;
        }

        if (file.Length < SmallestDatabase)
        {
            throw new ArchiveFormatException($"{path} is no SQLite file. It was not changed.");
        }

        using var connection = Open(path);
        return ReadNumber(connection, "PRAGMA application_id") == ArchiveSchema.ApplicationId
            ? IsReadable(connection, path)
            : IsEmptyDatabase(connection, path) ? false : throw Foreign(connection, path);
    }

    private static bool IsReadable(SqliteConnection connection, string path) =>
        ReadNumber(connection, "PRAGMA user_version") is var version && version == ArchiveSchema.Version
            ? true
            : throw OtherFormat(path, version);

    /// <summary>A database in which nothing was ever made: no other program's, as far as anybody can tell.</summary>
    private static bool IsEmptyDatabase(SqliteConnection connection, string path) =>
        ReadNumber(connection, "PRAGMA application_id") == 0
        && ReadNumber(connection, "PRAGMA user_version") == 0
        && ReadNumber(connection, "SELECT count(*) FROM sqlite_schema") == 0
        && !HasLog(path);

    /// <summary>Whether changes lie beside the file that are not in it yet.</summary>
    public static bool HasLog(string path) => new FileInfo(path + "-wal") is { Exists: true, Length: > 0 };

    private static ArchiveFormatException Foreign(SqliteConnection connection, string path) =>
        ReadNumber(connection, "SELECT count(*) FROM sqlite_schema WHERE name IN ('archive', 'statement', 'statement_index')") == 3
            ? OtherFormat(path, ReadNumber(connection, "PRAGMA user_version"))
            : new ArchiveFormatException($"{path} is an SQLite file, but not an archive of statements. It was not changed.");

    private static ArchiveFormatException OtherFormat(string path, long version) => new(
        $"{path} is an archive of format {version}; this program reads format {ArchiveSchema.Version}. "
        + "Import its sources into a new archive.");

    private static SqliteConnection Open(string path)
    {
        var connection = ArchiveUri.Open(path, "immutable=1", SqliteOpenMode.ReadOnly);
        try
        {
            // Where moving a log into the file was cut off, the first page may count pages that are in the log only. SQLite, which is
            // not to look there, calls that damage unless it is told that somebody repairs by hand.
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA writable_schema = ON";
            command.ExecuteNonQuery();
            _ = ReadNumber(connection, "PRAGMA application_id");
            return connection;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == SQLitePCL.raw.SQLITE_NOTADB)
        {
            connection.Dispose();
            throw new ArchiveFormatException($"{path} is no SQLite file, or its beginning is damaged. It was not changed.", exception);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static long ReadNumber(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
