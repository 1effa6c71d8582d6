using Search.Testing.Contract;
using Search.Testing.Engines;

namespace Search.Archive.Tests;

/// <summary>Tries the generated texts themselves: that they can be asked, and that enough of them have hits.</summary>
public sealed class InMemoryEngineQueriesTests : EngineQueries
{
    // The engine is made of the evaluator: more would only prove that it equals itself.
    protected override int Queries => 100;

    protected override Task<ISearchEngine> CreateAsync() => Task.FromResult<ISearchEngine>(new InMemoryEngine());
}
