using Search.Archive;
using Search.Testing;
using Search.Testing.Contract;

namespace Search.Sqlite.Tests;

/// <summary>The embedded engine's statements have the lines that a loop over all of them finds.</summary>
public sealed class SqliteEngineLinesTests : EngineLines, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    protected override Task<ISearchEngine> CreateAsync() => Task.FromResult<ISearchEngine>(
        SqliteSearchEngine.Open(new SqliteOptions { Path = _folder.File("archive.db") }));

    public void Dispose() => _folder.Dispose();
}
