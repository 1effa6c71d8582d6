using Microsoft.Data.Sqlite;
using Search.Archive.Matching;
using Search.Archive.Searching;
using SQLitePCL;

namespace Search.Sqlite.Storage;

/// <summary>What SQLite's errors mean to those who search or write an archive.</summary>
internal static class SqliteFaults
{
    /// <param name="exception">SQLite's.</param>
    /// <param name="archive">The archive's path, for people.</param>
    public static Exception Translate(SqliteException exception, string archive) => (exception.SqliteErrorCode & 0xff) switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new ArchiveBusyException(
            "Another process is writing to the archive; try again when it has ended.", exception),
        raw.SQLITE_FULL => new ArchiveFullException(
            $"There is no room for more where the archive {archive} lies; make room and import again. Nothing written before is lost.",
            exception),
        raw.SQLITE_READONLY => ReadOnly(archive, exception),
        raw.SQLITE_CANTOPEN when ArchiveInspection.HasLog(archive) => new ArchiveReadOnlyException(
            $"The newest changes of the archive {archive} are in the file beside it that ends in -wal, and cannot be read on a read-only "
            + "medium; copy both files to where files can be made.",
            exception),
        raw.SQLITE_INTERRUPT => new QueryTooCostlyException("This query took too long; make it narrower, with more or rarer words."),
        // The program's own statements are sound: when SQLite finds a fault in one, tables or columns it names are not there.
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_ERROR => Damaged(archive, exception),
        raw.SQLITE_IOERR when exception.SqliteExtendedErrorCode is CorruptFileSystem or ShortRead => Damaged(archive, exception),
        _ => new EngineUnavailableException(
            $"The archive {archive} cannot be used: {exception.Message} ({exception.SqliteExtendedErrorCode})", exception),
    };

    public static ArchiveReadOnlyException ReadOnly(string archive, Exception? exception = null) => new(
        $"The archive {archive} can be searched and not written: its file, its folder or their medium is read-only.", exception);

    public static ArchiveDamagedException Damaged(string archive, Exception exception) => new(
        $"The archive {archive} is damaged ({exception.Message}). Put a sound copy of the file in its place, or import its sources "
        + "into a new one.",
        exception);

    /// <summary>Whether reading a row failed because of what is in it: nothing that was written reads so.</summary>
    public static bool IsUnreadable(Exception exception) => exception is FormatException or InvalidCastException or InvalidDataException
        or IndexOutOfRangeException or ArgumentException or OverflowException;

    private const int CorruptFileSystem = raw.SQLITE_IOERR | (33 << 8);
    private const int ShortRead = raw.SQLITE_IOERR | (2 << 8);
}
