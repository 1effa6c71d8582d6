using Search.Archive;
using Search.Testing;
using Search.Testing.Contract;

namespace Search.Sqlite.Tests;

/// <summary>Whatever phrase leaves a word open, the embedded engine's statements fill it as a loop over all of them does.</summary>
public sealed class SqliteEnginePhrasesTests : EnginePhrases, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    protected override Task<ISearchEngine> CreateAsync() => Task.FromResult<ISearchEngine>(
        SqliteSearchEngine.Open(new SqliteOptions { Path = _folder.File("archive.db") }));

    public void Dispose() => _folder.Dispose();
}
