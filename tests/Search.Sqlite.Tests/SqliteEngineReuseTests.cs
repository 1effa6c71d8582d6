using Search.Archive;
using Search.Testing;
using Search.Testing.Contract;

namespace Search.Sqlite.Tests;

/// <summary>What the embedded engine finds by fingerprints is what a loop over every statement finds.</summary>
public sealed class SqliteEngineReuseTests : EngineReuse, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    protected override Task<ISearchEngine> CreateAsync() => Task.FromResult<ISearchEngine>(
        SqliteSearchEngine.Open(new SqliteOptions { Path = _folder.File("archive.db") }));

    public void Dispose() => _folder.Dispose();
}
