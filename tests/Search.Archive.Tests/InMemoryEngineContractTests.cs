using Search.Testing.Contract;
using Search.Testing.Engines;

namespace Search.Archive.Tests;

/// <summary>Tries the contract itself on the simplest engine that can keep it.</summary>
public sealed class InMemoryEngineContractTests : EngineContract
{
    protected override Task<ISearchEngine> CreateAsync() => Task.FromResult<ISearchEngine>(new InMemoryEngine());
}
