using Search.Archive;
using Search.Testing;
using Search.Testing.Contract;

namespace Search.Sqlite.Tests;

/// <summary>The embedded engine keeps what every engine promises, on real files.</summary>
public sealed class SqliteEngineContractTests : EngineContract
{
    private readonly TemporaryFolder _folder = new();
    private int _archives;

    protected override Task<ISearchEngine> CreateAsync() => Task.FromResult<ISearchEngine>(
        SqliteSearchEngine.Open(new SqliteOptions { Path = _folder.File($"archive-{++_archives}.db") }));

    protected override ValueTask CleanUpAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
