using Search.Archive;
using Search.Testing;
using Search.Testing.Contract;

namespace Search.Sqlite.Tests;

/// <summary>Ten thousand queries of an embedded archive.</summary>
public sealed class SqliteEngineQueriesTests : EngineQueries, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    protected override Task<ISearchEngine> CreateAsync() => Task.FromResult<ISearchEngine>(
        SqliteSearchEngine.Open(new SqliteOptions { Path = _folder.File("archive.db") }));

    public void Dispose() => _folder.Dispose();
}
