using System.Diagnostics;
using Search.Archive;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Core.Analysis;
using Search.Core.Statements;
using Search.Testing.Generation;
using Xunit;

namespace Search.Testing.Contract;

public abstract partial class EngineContract
{
    /// <summary>
    /// Times the budget: no measure of a machine, but less than the dearest shapes take that nothing ends. How far a budget is
    /// overrun is measured, not tested (the benchmark `overrun`).
    /// </summary>
    private const int Patience = 10;

    [Fact]
    public async Task Search_EveryShapeAtItsLimitsInHostileStatements_IsRightOrTooCostly()
    {
        var statements = HostileSearches.Statements(words: 1_000);
        var engine = await EmptyAsync();
        await WriteAllAsync(engine, [.. statements]);
        var failures = new List<string>();
        var (asked, refused) = (0, 0);
        foreach (var (name, query) in HostileSearches.Queries())
        {
            asked++;
            if (await AskAsync(engine, query, TimeSpan.FromSeconds(5)) is not { } page)
            {
                refused++;
            }
            else if (Matching(query, statements) is { } expected && !IsRight(page, expected))
            {
                failures.Add($"{name}: {Ids(page)} instead of {string.Join(' ', expected)}");
            }
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
        Assert.True(refused * 4 <= asked, $"{refused} of {asked} queries were refused: an engine that refuses proves nothing.");
    }

    [Fact]
    [Trait("Runs", "apart")]
    public async Task Search_EveryShapeAtItsLimitsInLongHostileStatements_EndsWithItsBudget()
    {
        var engine = await EmptyAsync();
        await WriteAllAsync(engine, [.. HostileSearches.Statements(words: 100_000)]);
        var budget = TimeSpan.FromMilliseconds(500);
        var failures = new List<string>();
        foreach (var (name, query) in HostileSearches.Queries())
        {
            var start = Stopwatch.GetTimestamp();
            await AskAsync(engine, query, budget);
            var taken = Stopwatch.GetElapsedTime(start);
            if (taken > Patience * budget)
            {
                failures.Add($"{name}: {taken.TotalMilliseconds:N0} ms");
            }
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    /// <summary>Null where the query is refused.</summary>
    private static async Task<SearchPage?> AskAsync(ISearchEngine engine, MatchNode query, TimeSpan budget)
    {
        try
        {
            return await engine.SearchAsync(new SearchRequest { Query = query, Budget = budget }, Cancellation);
        }
        catch (QueryTooCostlyException)
        {
            return null;
        }
    }

    /// <summary>The source's ids of what matches; null where the meaning itself is too costly to work out.</summary>
    private static List<string>? Matching(MatchNode query, IReadOnlyList<Statement> statements)
    {
        try
        {
            var analyzer = new TextAnalyzer();
            return [.. statements
                .Where(statement => MatchEvaluator.Matches(query, new AnalyzedStatement(statement, analyzer)))
                .Select(statement => statement.SourceId!)
                .Order(StringComparer.Ordinal)];
        }
        catch (QueryTooCostlyException)
        {
            return null;
        }
    }

    private static bool IsRight(SearchPage page, List<string> expected)
    {
        var found = page.Hits.Select(hit => hit.Statement.SourceId!).Order(StringComparer.Ordinal);
        return page.Complete ? found.SequenceEqual(expected) && page.Total == expected.Count : !found.Except(expected).Any();
    }
}
