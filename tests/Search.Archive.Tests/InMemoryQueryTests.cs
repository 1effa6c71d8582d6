using Search.Testing.Contract;
using Search.Testing.Engines;

namespace Search.Archive.Tests;

/// <summary>The rows against the meaning of the language in plain C#.</summary>
public sealed class InMemoryQueryTests(InMemoryQueryArchive archive) : QueryContract(archive), IClassFixture<InMemoryQueryArchive>;

public sealed class InMemoryQueryArchive : QueryArchive
{
    protected override Task<ISearchEngine> CreateAsync() => Task.FromResult<ISearchEngine>(new InMemoryEngine());
}
