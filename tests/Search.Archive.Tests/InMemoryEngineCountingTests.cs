using Search.Testing.Contract;
using Search.Testing.Engines;

namespace Search.Archive.Tests;

/// <summary>Tries the questions themselves: that they run, and that enough of them have hits.</summary>
public sealed class InMemoryEngineCountingTests : EngineCounting
{
    // The engine is made of the same loops: more would only prove that it equals itself.
    protected override int Questions => 30;

    protected override Task<ISearchEngine> CreateAsync() => Task.FromResult<ISearchEngine>(new InMemoryEngine());
}
