using Search.Testing.Contract;
using Search.Testing.Engines;

namespace Search.Archive.Tests;

/// <summary>Tries the questions themselves, and the fingerprints without an engine.</summary>
public sealed class InMemoryEngineReuseTests : EngineReuse
{
    protected override Task<ISearchEngine> CreateAsync() => Task.FromResult<ISearchEngine>(new InMemoryEngine());
}
