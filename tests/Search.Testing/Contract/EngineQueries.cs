using System.Collections.Concurrent;
using System.Globalization;
using Search.Archive;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Core.Analysis;
using Search.Core.Statements;
using Search.Queries;
using Search.Testing.Generation;
using Xunit;

namespace Search.Testing.Contract;

/// <summary>
/// Ten thousand queries as users type them, drawn from real statements' own words and phrases: an engine must find the ids
/// that <see cref="MatchEvaluator"/> finds and count the facets alike. <see cref="EngineProperties"/> compares fewer queries
/// in all that a page has.
/// </summary>
/// <remarks>
/// Ids are compared by counting, since pages with whole statements and marks would take an hour: the query has as many hits
/// as expected, and so it has among the expected ids; then they are the same.
/// </remarks>
public abstract class EngineQueries
{
    /// <summary>Queries that are asked under the same filters and counted in one call.</summary>
    private const int ChunkSize = 25;

    private static readonly FacetName[] s_facets = Enum.GetValues<FacetName>();

    /// <summary>A new and empty archive. The test disposes it.</summary>
    protected abstract Task<ISearchEngine> CreateAsync();

    /// <summary>SEARCH_TEST_QUERIES, else ten thousand.</summary>
    protected virtual int Queries =>
        int.TryParse(Environment.GetEnvironmentVariable("SEARCH_TEST_QUERIES"), CultureInfo.InvariantCulture, out var number)
            ? number
            : 10_000;

    [Fact]
    public async Task GeneratedTexts_OverRealStatements_FindTheSameIdsAndCountTheSameFacets()
    {
        var statements = RealStatements.Read(SharedData.Require("data/statements/functional.jsonl"));
        await using var engine = await CreateAsync();
        await using (var writer = await engine.OpenWriterAsync(WritePurpose.Update, TestContext.Current.CancellationToken))
        {
            await writer.ImportAsync(statements, TestContext.Current.CancellationToken);
            await writer.CompleteAsync(TestContext.Current.CancellationToken);
        }

        var (texts, filters) = (new QueryTextGenerator(statements, seed: 3), new FilterGenerator(statements, seed: 3));
        var chunks = Enumerable.Range(0, Queries)
            .Select(_ => texts.Next())
            .Chunk(ChunkSize)
            .Select(chunk => (Queries: chunk, Filters: filters.Next()))
            .ToList();
        var analyzed = Analyze(statements);
        var (withHits, failures) = (0, new ConcurrentBag<string>());
        await Parallel.ForEachAsync(
            chunks,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = Environment.ProcessorCount + 1,
                CancellationToken = TestContext.Current.CancellationToken,
            },
            async (chunk, _) => Interlocked.Add(
                ref withHits, await CompareAsync(engine, chunk.Queries, chunk.Filters, analyzed, failures)));

        TestContext.Current.TestOutputHelper?.WriteLine($"{withHits} of {Queries} queries have hits.");
        Assert.True(
            failures.IsEmpty,
            $"{failures.Count} differences in {Queries} queries:\n{string.Join('\n', failures.Order(StringComparer.Ordinal).Take(20))}");
        Assert.True(withHits * 2 >= Queries, $"Only {withHits} of {Queries} queries have hits; they prove too little.");
    }

    /// <summary>All texts are analyzed at once, so that many threads may read them.</summary>
    private static List<AnalyzedStatement> Analyze(IReadOnlyList<Statement> statements)
    {
        var analyzer = new TextAnalyzer();
        var analyzed = statements.Select(statement => new AnalyzedStatement(statement, analyzer)).ToList();
        analyzed.ForEach(statement => Array.ForEach(Enum.GetValues<TextScope>(), scope => _ = statement.TextsOf(scope).Count()));
        return analyzed;
    }

    /// <summary>How many of the queries have hits.</summary>
    private static async Task<int> CompareAsync(
        ISearchEngine engine,
        GeneratedQuery[] queries,
        SearchFilters filters,
        List<AnalyzedStatement> statements,
        ConcurrentBag<string> failures)
    {
        var (checks, expectedCounts, names) = (new List<MatchNode>(), new List<long>(), new List<string>());
        var withHits = 0;
        foreach (var query in queries)
        {
            var node = Lower(query);
            var matching = statements
                .Where(statement => MatchEvaluator.Matches(node, statement, filters.CountryKinds))
                .Select(statement => statement.Statement)
                .ToList();
            var expected = matching.Where(statement => FilterEvaluator.Admits(filters, statement)).ToList();
            var name = $"{query.Text}{(query.MatchAny ? " (any)" : string.Empty)} under {FilterGenerator.Describe(filters)}";
            var page = await engine.SearchAsync(
                new SearchRequest
                {
                    Query = node,
                    Filters = filters,
                    Size = 0,
                    Facets = [.. s_facets.Select(facet => new FacetSelection(facet, 1_000))],
                },
                TestContext.Current.CancellationToken);
            if (page.Total != expected.Count || !page.Complete)
            {
                failures.Add($"{name}\n    {page.Total} hits, expected {expected.Count}");
            }

            FacetComparison.Compare(filters, page, matching, difference => failures.Add($"{name}\n    {difference}"));
            if (expected.Count > 0)
            {
                withHits++;
                names.Add(name);
                checks.Add(AmongIds(node, expected, statements, out var count));
                expectedCounts.Add(count);
            }
        }

        var counts = await engine.CountAsync(checks, filters, TestContext.Current.CancellationToken);
        foreach (var (name, expected, counted) in names.Zip(expectedCounts, counts).Where(entry => entry.Second != entry.Third))
        {
            failures.Add($"{name}\n    other ids than expected: {counted} of {expected} are right");
        }

        return withHits;
    }

    /// <summary>The query among the ids expected, or where these are most of the archive among the others, of which it has none.</summary>
    private static ConjunctionMatch AmongIds(MatchNode query, List<Statement> expected, List<AnalyzedStatement> all, out long count)
    {
        var others = expected.Count * 2 > all.Count;
        var ids = expected.Select(statement => statement.Id.Value);
        ids = others ? all.Select(statement => statement.Statement.Id.Value).Except(ids) : ids;
        MatchNode[] nodes = [.. ids.Select(Match.Id)];
        count = others ? 0 : expected.Count;
        return new ConjunctionMatch([query, nodes.Length switch { 0 => Match.Nothing, 1 => nodes[0], _ => Match.Or(nodes) }]);
    }

    /// <summary>What is an error is asked as its repair: words of texts may stand as operators.</summary>
    private static MatchNode Lower(GeneratedQuery query)
    {
        var node = QueryParser.TryParse(query.Text, out var parsed, out var error) ? parsed : null;
        Assert.True(node is not null || QueryParser.TryParse(error!.Repaired, out node, out _), $"{query.Text}: {error}");
        return QueryMeaning.Of(node!, new MeaningOptions(QueryCases.Today, query.MatchAny));
    }
}
