using Search.Archive;
using Search.Testing;
using Search.Testing.Contract;

namespace Search.Sqlite.Tests;

/// <summary>Whatever is counted, the embedded engine counts what a loop over every statement counts.</summary>
public sealed class SqliteEngineCountingTests : EngineCounting, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    protected override Task<ISearchEngine> CreateAsync() => Task.FromResult<ISearchEngine>(
        SqliteSearchEngine.Open(new SqliteOptions { Path = _folder.File("archive.db") }));

    public void Dispose() => _folder.Dispose();
}
