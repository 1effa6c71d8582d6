using Search.Archive;
using Search.Testing;
using Search.Testing.Contract;

namespace Search.Sqlite.Tests;

/// <summary>What the query language finds in an embedded archive.</summary>
public sealed class SqliteQueryTests(SqliteQueryArchive archive) : QueryContract(archive), IClassFixture<SqliteQueryArchive>;

public sealed class SqliteQueryArchive : QueryArchive
{
    private readonly TemporaryFolder _folder = new();

    protected override Task<ISearchEngine> CreateAsync() => Task.FromResult<ISearchEngine>(
        SqliteSearchEngine.Open(new SqliteOptions { Path = _folder.File("archive.db") }));

    protected override ValueTask CleanUpAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
