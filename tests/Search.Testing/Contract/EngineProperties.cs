using Search.Archive;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Core.Analysis;
using Search.Core.Statements;
using Search.Testing.Generation;
using Xunit;

namespace Search.Testing.Contract;

/// <summary>
/// Generated queries of every kind: an engine must find what <see cref="MatchEvaluator"/> finds by reading each statement,
/// and count facets alike. A failure prints the query as <see cref="MatchPrinter"/> does, with its number; the same seed
/// gives the same queries again.
/// </summary>
public abstract class EngineProperties
{
    private static readonly FacetName[] s_facets = Enum.GetValues<FacetName>();

    /// <summary>A new and empty archive. The test disposes it.</summary>
    protected abstract Task<ISearchEngine> CreateAsync();

    /// <summary>Queries for each archive.</summary>
    protected virtual int Queries => 300;

    [Fact]
    public async Task GeneratedQueries_OverFictionalStatements_FindWhatTheEvaluatorFinds() =>
        await CompareAsync(FictionalCorpus.Statements(300), seed: 1);

    [Fact]
    public async Task GeneratedQueries_OverRealStatements_FindWhatTheEvaluatorFinds() =>
        await CompareAsync(RealStatements.Read(SharedData.Require("data/statements/functional.jsonl")), seed: 2);

    private async Task CompareAsync(IReadOnlyList<Statement> statements, int seed)
    {
        await using var engine = await CreateAsync();
        await using (var writer = await engine.OpenWriterAsync(WritePurpose.Update, TestContext.Current.CancellationToken))
        {
            await writer.ImportAsync(statements, TestContext.Current.CancellationToken);
            await writer.CompleteAsync(TestContext.Current.CancellationToken);
        }

        var analyzer = new TextAnalyzer();
        var analyzed = statements.Select(statement => new AnalyzedStatement(statement, analyzer)).ToList();
        var generator = new MatchGenerator(analyzed, seed);
        var filters = new FilterGenerator(statements, seed);
        var (withHits, failures) = (0, new List<string>());
        for (var number = 0; number < Queries; number++)
        {
            var request = new SearchRequest
            {
                Query = generator.Next(),
                Filters = filters.Next(),
                Sort = (SortOrder)(number % 3),
                Size = SearchRequest.MaxSize,
                Facets = [.. s_facets.Select(facet => new FacetSelection(facet, 1_000))],
                Histogram = true,
            };
            withHits += await CompareAsync(engine, request, analyzed, $"#{number}", failures) ? 1 : 0;
        }

        Assert.True(failures.Count == 0, $"{failures.Count} of {Queries} queries differ:\n{string.Join('\n', failures.Take(20))}");
        Assert.True(withHits * 2 >= Queries, $"Only {withHits} of {Queries} queries have hits; they prove too little.");
    }

    /// <summary>Whether the query has hits.</summary>
    private static async Task<bool> CompareAsync(
        ISearchEngine engine, SearchRequest request, List<AnalyzedStatement> statements, string number, List<string> failures)
    {
        var matching = statements
            .Where(statement => MatchEvaluator.Matches(request.Query, statement, request.Filters.CountryKinds))
            .Select(statement => statement.Statement)
            .ToList();
        var expected = matching.Where(statement => FilterEvaluator.Admits(request.Filters, statement)).Select(Name).Order().ToList();
        var name = $"{number} {MatchPrinter.Print(request.Query)} under {FilterGenerator.Describe(request.Filters)}";
        try
        {
            var first = await engine.SearchAsync(request, TestContext.Current.CancellationToken);
            var found = (await RestAsync(engine, request, first)).Order().ToList();
            if (!found.SequenceEqual(expected) || first.Total != expected.Count)
            {
                var (missed, tooMuch) = (string.Join(' ', expected.Except(found)), string.Join(' ', found.Except(expected)));
                failures.Add($"{name}\n    missed: {missed}; too much: {tooMuch}; total {first.Total} of {expected.Count}");
            }

            FacetComparison.Compare(request.Filters, first, matching, difference => failures.Add($"{name}\n    {difference}"));
            CompareHistogram(request, first, matching, name, failures);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            failures.Add($"{name}\n    {exception}");
        }

        return expected.Count > 0;
    }

    private static async Task<List<string>> RestAsync(ISearchEngine engine, SearchRequest request, SearchPage page)
    {
        var found = page.Hits.Select(hit => Name(hit.Statement)).ToList();
        while (page.Next is not null)
        {
            page = await engine.SearchAsync(
                request with { After = page.Next, Facets = [], Histogram = false }, TestContext.Current.CancellationToken);
            found.AddRange(page.Hits.Select(hit => Name(hit.Statement)));
        }

        return found;
    }

    private static void CompareHistogram(
        SearchRequest request, SearchPage page, List<Statement> matching, string name, List<string> failures)
    {
        var days = matching
            .Where(statement => FilterEvaluator.Admits(request.Filters, statement, exceptDates: true))
            .Select(statement => statement.Issued)
            .ToList();
        var expected = HistogramPlanner.Build(
            [.. days.OfType<IssueDate>().Select(date => KeyValuePair.Create(date, 1L))], days.Count(day => day is null));
        var actual = page.Histogram;
        if (actual is null
            || actual.Interval != expected.Interval
            || (actual.Undated, actual.LessExact) != (expected.Undated, expected.LessExact)
            || !actual.Buckets.SequenceEqual(expected.Buckets))
        {
            failures.Add(
                $"{name}\n    histogram: expected {expected.Interval}, {expected.Undated} undated, {expected.Buckets.Count} buckets, "
                    + $"but it is {actual}");
        }
    }

    private static string Name(Statement statement) => statement.SourceId ?? statement.Id.Value;
}
