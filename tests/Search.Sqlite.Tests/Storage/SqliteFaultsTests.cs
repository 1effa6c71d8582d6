using Microsoft.Data.Sqlite;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Tests.Storage;

public sealed class SqliteFaultsTests
{
    [Theory]
    [InlineData(5, 5, typeof(ArchiveBusyException))] // SQLITE_BUSY
    [InlineData(5, 261, typeof(ArchiveBusyException))] // SQLITE_BUSY_RECOVERY
    [InlineData(6, 6, typeof(ArchiveBusyException))] // SQLITE_LOCKED
    [InlineData(8, 8, typeof(ArchiveReadOnlyException))] // SQLITE_READONLY
    [InlineData(9, 9, typeof(QueryTooCostlyException))] // SQLITE_INTERRUPT
    [InlineData(11, 11, typeof(ArchiveDamagedException))] // SQLITE_CORRUPT
    [InlineData(11, 267, typeof(ArchiveDamagedException))] // SQLITE_CORRUPT_VTAB
    [InlineData(13, 13, typeof(ArchiveFullException))] // SQLITE_FULL
    [InlineData(26, 26, typeof(ArchiveDamagedException))] // SQLITE_NOTADB
    [InlineData(10, 522, typeof(ArchiveDamagedException))] // SQLITE_IOERR_SHORT_READ
    [InlineData(10, 8458, typeof(ArchiveDamagedException))] // SQLITE_IOERR_CORRUPTFS
    [InlineData(10, 266, typeof(EngineUnavailableException))] // SQLITE_IOERR_READ
    [InlineData(14, 14, typeof(EngineUnavailableException))] // SQLITE_CANTOPEN
    [InlineData(7, 7, typeof(EngineUnavailableException))] // SQLITE_NOMEM
    public void Translate_Code_NamesWhatItMeans(int code, int extended, Type expected) =>
        Assert.IsType(expected, SqliteFaults.Translate(new SqliteException("what SQLite said", code, extended), "/somewhere/archive.db"));
}
