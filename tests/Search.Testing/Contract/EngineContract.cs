using Search.Archive;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Core.Statements;
using Xunit;

namespace Search.Testing.Contract;

/// <summary>
/// What every engine promises, as facts. An engine's tests inherit this class and say how an empty archive is made; what
/// an engine cannot do it names in <see cref="WhyNot"/>, and the fact is skipped with that reason.
/// </summary>
/// <remarks>The facts stand in one file for each topic, from writing to pages.</remarks>
public abstract partial class EngineContract : IAsyncLifetime
{
    private readonly List<ISearchEngine> _engines = [];

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A new and empty archive, which only this test sees. The contract disposes it.</summary>
    protected abstract Task<ISearchEngine> CreateAsync();

    /// <summary>The reason why this engine does not do something; null when it does.</summary>
    protected virtual string? WhyNot(EngineAbility ability) => null;

    /// <summary>Called after the engines of a test were disposed.</summary>
    protected virtual ValueTask CleanUpAsync() => ValueTask.CompletedTask;

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var engine in _engines)
        {
            await engine.DisposeAsync();
        }

        await CleanUpAsync();
        GC.SuppressFinalize(this);
    }

    private void Require(EngineAbility ability)
    {
        var reason = WhyNot(ability);
        Assert.SkipWhen(reason is not null, reason ?? string.Empty);
    }

    private async Task<ISearchEngine> EmptyAsync()
    {
        var engine = await CreateAsync();
        _engines.Add(engine);
        return engine;
    }

    /// <summary>An archive with these statements.</summary>
    private async Task<ISearchEngine> WithAsync(params StatementBuilder[] statements)
    {
        var engine = await EmptyAsync();
        await WriteAsync(engine, statements);
        return engine;
    }

    private static Task<WriteResult> WriteAsync(ISearchEngine engine, params StatementBuilder[] statements) =>
        WriteAsAsync(WritePurpose.Update, engine, statements);

    /// <summary>Writes in one batch and completes.</summary>
    private static Task<WriteResult> WriteAsAsync(WritePurpose purpose, ISearchEngine engine, params StatementBuilder[] statements) =>
        WriteAllAsync(purpose, engine, [.. statements.Select(statement => statement.Build())]);

    private static Task<WriteResult> WriteAllAsync(ISearchEngine engine, params Statement[] statements) =>
        WriteAllAsync(WritePurpose.Update, engine, statements);

    private static async Task<WriteResult> WriteAllAsync(WritePurpose purpose, ISearchEngine engine, Statement[] statements)
    {
        await using var writer = await engine.OpenWriterAsync(purpose, Cancellation);
        var result = await writer.ImportAsync(statements, Cancellation);
        await writer.CompleteAsync(Cancellation);
        return result;
    }

    /// <summary>The statement as it is now.</summary>
    private static async Task<Statement?> CurrentAsync(ISearchEngine engine, string id) =>
        (await engine.GetAsync(id, Cancellation))?.Statement;

    /// <summary>Its earlier captures, newest first.</summary>
    private static async Task<IReadOnlyList<Statement>> VersionsAsync(ISearchEngine engine, StatementId id) =>
        (await engine.GetAsync(id.Value, Cancellation))?.Versions ?? [];

    private static Task<SearchPage> SearchAsync(ISearchEngine engine, MatchNode query, SearchFilters? filters = null) =>
        engine.SearchAsync(
            new SearchRequest { Query = query, Filters = filters ?? SearchFilters.None, Size = SearchRequest.MaxSize }, Cancellation);

    /// <summary>The source's ids of all hits in their order, separated by spaces.</summary>
    private static string Ids(SearchPage page) => string.Join(' ', page.Hits.Select(hit => hit.Statement.SourceId));

    /// <summary>Expects exactly these hits, by the source's ids separated by spaces, in any order, and the total to agree.</summary>
    private static async Task FindsAsync(ISearchEngine engine, string expected, MatchNode query, SearchFilters? filters = null)
    {
        var page = await SearchAsync(engine, query, filters);
        Assert.Equal(expected, string.Join(' ', page.Hits.Select(hit => hit.Statement.SourceId).Order(StringComparer.Ordinal)));
        Assert.Equal(page.Hits.Count, page.Total);
        Assert.True(page.Complete);
    }

    private static Task FindsAsync(ISearchEngine engine, string expected, SearchFilters filters) =>
        FindsAsync(engine, expected, Match.Everything, filters);

    private static FacetFilter Only(params string?[] values) => new([.. values], []);

    private static FacetFilter Except(params string?[] values) => new([], [.. values]);

    private static DateOnly Day(int year, int month, int day) => new(year, month, day);
}

/// <summary>What not every engine may be able to do.</summary>
public enum EngineAbility
{
    /// <summary>Refuses a second writer while one is open.</summary>
    OneWriter,

    /// <summary>Reads all statements as they were when reading began, whatever is written meanwhile.</summary>
    ReadSnapshot,
}
