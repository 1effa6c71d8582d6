using Search.Testing.Contract;
using Search.Testing.Engines;

namespace Search.Archive.Tests;

/// <summary>Tries the properties themselves: that they run, and that enough of their queries have hits.</summary>
public sealed class InMemoryEnginePropertiesTests : EngineProperties
{
    // The engine is made of the evaluator: more would only prove that it equals itself.
    protected override int Queries => 60;

    protected override Task<ISearchEngine> CreateAsync() => Task.FromResult<ISearchEngine>(new InMemoryEngine());
}
