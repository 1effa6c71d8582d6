using Search.Archive;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Queries;
using Xunit;

namespace Search.Testing.Contract;

/// <summary>
/// What the query language finds, from a user's text to the ids, on every engine: the rows of <see cref="QueryCases"/>.
/// An engine's tests inherit this class with a class fixture that says how an empty archive is made.
/// </summary>
public abstract class QueryContract(QueryArchive archive)
{
    public static TheoryData<string, string, bool, string> Language => Rows(QueryCases.Language);

    public static TheoryData<string, string, bool, string> Reference => Rows(QueryCases.Reference);

    public static TheoryData<string> Blocks => [.. QueryCases.Language.Concat(QueryCases.Reference).Select(block => block.Name)];

    [Theory]
    [MemberData(nameof(Language))]
    public Task Language_Row_FindsExactlyThese(string block, string query, bool matchAny, string expected) =>
        FindsAsync(QueryCases.Language.Single(entry => entry.Name == block), new QueryRow(query, matchAny, expected));

    [Theory]
    [MemberData(nameof(Reference))]
    public Task Reference_Row_FindsExactlyThese(string block, string query, bool matchAny, string expected) =>
        FindsAsync(QueryCases.Reference.Single(entry => entry.Name == block), new QueryRow(query, matchAny, expected));

    /// <summary>Counting says what searching finds: the ladder's numbers lead to pages that keep them.</summary>
    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task Count_RowsOfABlock_AreAsManyAsTheyFind(string name)
    {
        var block = QueryCases.Language.Concat(QueryCases.Reference).Single(entry => entry.Name == name);
        var engine = await archive.OpenAsync();

        var counts = await engine.CountAsync([.. block.Rows.Select(Lower)], block.Filters, TestContext.Current.CancellationToken);

        Assert.Equal(
            block.Rows.Select(row => (row.Query, (long)Ids(row).Length)), block.Rows.Zip(counts, (row, count) => (row.Query, count)));
    }

    /// <summary>Counts that come with a page are the same; an engine that counts none beside pages says so.</summary>
    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task CountBeside_RowsOfABlock_AreAsManyAsTheyFind(string name)
    {
        var block = QueryCases.Language.Concat(QueryCases.Reference).Single(entry => entry.Name == name);
        var engine = await archive.OpenAsync();
        MatchNode[] queries = [.. block.Rows.Select(Lower)];
        var beside = new BesideQueries([], queries);
        var request = new SearchRequest { Query = queries[0], Filters = block.Filters, Beside = beside };
        var page = await engine.SearchAsync(request, TestContext.Current.CancellationToken);

        var expected = block.Rows.Select(row => (long)Ids(row).Length);
        Assert.Equal(engine.CountsBeside(beside) ? expected : null, page.Beside);
    }

    /// <summary>
    /// An engine may count levels of likeness within each other: each has as many as it has by itself. Where one asks for too much, the
    /// page comes without them.
    /// </summary>
    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task CountBeside_LevelsOfEachRow_AreAsManyAsByThemselves(string name)
    {
        var block = QueryCases.Language.Concat(QueryCases.Reference).Single(entry => entry.Name == name);
        var engine = await archive.OpenAsync();
        foreach (var row in block.Rows.Where(row => !row.MatchAny))
        {
            var query = Lower(row);
            var beside = new BesideQueries([.. Levels(row)], [query]);
            var request = new SearchRequest { Query = query, Filters = block.Filters, Beside = beside };
            var page = await engine.SearchAsync(request, TestContext.Current.CancellationToken);

            var expected = await CountAsync(engine, beside, block);
            Assert.Equal(engine.CountsBeside(beside) ? expected : null, page.Beside);
            Assert.Equal(expected?.Take(beside.Levels.Count).Order(), expected?.Take(beside.Levels.Count));
        }
    }

    private static async Task<IReadOnlyList<long>?> CountAsync(ISearchEngine engine, BesideQueries queries, QueryBlock block)
    {
        try
        {
            return await engine.CountAsync(queries.All, block.Filters, TestContext.Current.CancellationToken);
        }
        catch (QueryTooCostlyException)
        {
            return null;
        }
    }

    private async Task FindsAsync(QueryBlock block, QueryRow row)
    {
        var request = new SearchRequest { Query = Lower(row), Filters = block.Filters, Size = SearchRequest.MaxSize };
        var engine = await archive.OpenAsync();

        var page = await engine.SearchAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(row.Expected, QueryCases.Sorted(page.Hits.Select(hit => hit.Statement.SourceId)));
        Assert.Equal(page.Hits.Count, page.Total);
        Assert.True(page.Complete);
    }

    private static MatchNode Lower(QueryRow row) => Lower(Parse(row), row);

    private static MatchNode Lower(QueryNode query, QueryRow row) =>
        QueryMeaning.Of(query, new MeaningOptions(QueryCases.Today, row.MatchAny));

    private static IEnumerable<MatchNode> Levels(QueryRow row) =>
        (LikenessLevels.Build(Parse(row)) ?? []).Select(level => Lower(level.Query, row));

    private static QueryNode Parse(QueryRow row)
    {
        Assert.True(QueryParser.TryParse(row.Query, out var node, out var error), error?.ToString());
        return node;
    }

    private static string[] Ids(QueryRow row) => row.Expected.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static TheoryData<string, string, bool, string> Rows(IEnumerable<QueryBlock> blocks)
    {
        var rows = new TheoryData<string, string, bool, string>();
        foreach (var block in blocks)
        {
            foreach (var row in block.Rows)
            {
                rows.Add(block.Name, row.Query, row.MatchAny, row.Expected);
            }
        }

        return rows;
    }
}

/// <summary>One archive with the statements of all cases, filled when the first row asks for it; the rows only read.</summary>
public abstract class QueryArchive : IAsyncDisposable
{
    private readonly Lazy<Task<ISearchEngine>> _engine;

    protected QueryArchive() => _engine = new(FillAsync);

    /// <summary>Skips the test where the engine cannot be had.</summary>
    public Task<ISearchEngine> OpenAsync() => _engine.Value;

    public async ValueTask DisposeAsync()
    {
        if (_engine is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true } filled })
        {
            await (await filled).DisposeAsync();
        }

        await CleanUpAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A new and empty archive. The fixture disposes it.</summary>
    protected abstract Task<ISearchEngine> CreateAsync();

    /// <summary>Called after the engine was disposed.</summary>
    protected virtual ValueTask CleanUpAsync() => ValueTask.CompletedTask;

    private async Task<ISearchEngine> FillAsync()
    {
        var engine = await CreateAsync();
        await using var writer = await engine.OpenWriterAsync(WritePurpose.Update, CancellationToken.None);
        foreach (var block in QueryCases.Language.Concat(QueryCases.Reference))
        {
            await writer.ImportAsync(block.Statements, CancellationToken.None);
        }

        await writer.CompleteAsync(CancellationToken.None);
        return engine;
    }
}
