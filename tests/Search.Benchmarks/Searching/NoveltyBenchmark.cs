using System.Diagnostics;
using System.Globalization;
using Search.Archive;
using Search.Archive.Storing;
using Search.Core.Analysis;
using Search.Core.Statements;
using Search.Elasticsearch;
using Search.Elasticsearch.Configuration;
using Search.Service;
using Search.Sqlite;

namespace Search.Benchmarks.Searching;

/// <summary>
/// How long it takes to say what is new in a statement and where else it is: a hundred statements of any length, and a hundred of
/// some 3,000 words, each asked once after others have warmed everything up.
/// </summary>
internal static class NoveltyBenchmark
{
    private const int Asked = 100;
    private const int WarmUp = 20;

    public static async Task RunAsync(IReadOnlyList<string> arguments)
    {
        var statements = await StatementFiles.ReadAsync(arguments[0]).ToListAsync();
        if (arguments is [_, "--elasticsearch", var url])
        {
            var options = new ElasticsearchOptions { Urls = [url], Index = $"bench-{Guid.NewGuid():N}" };
            await using var engine = new ElasticsearchSearchEngine(options);
            await MeasureAsync(engine, statements);
            await engine.DropAsync(CancellationToken.None);
            return;
        }

        var folder = Directory.CreateTempSubdirectory("search-bench-");
        await using (var engine = SqliteSearchEngine.Open(new SqliteOptions { Path = Path.Combine(folder.FullName, "archive.db") }))
        {
            await MeasureAsync(engine, statements);
        }

        folder.Delete(recursive: true);
    }

    private static async Task MeasureAsync(ISearchEngine engine, IReadOnlyList<Statement> statements)
    {
        await engine.ConnectAsync(CancellationToken.None);
        var start = Stopwatch.GetTimestamp();
        await using (var writer = await engine.OpenWriterAsync(WritePurpose.Load, CancellationToken.None))
        {
            foreach (var batch in statements.Chunk(1_000))
            {
                await writer.ImportAsync(batch, CancellationToken.None);
            }

            await writer.CompleteAsync(CancellationToken.None);
        }

        var status = await engine.StatusAsync(CancellationToken.None);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{status.Statements:N0} statements written in {Stopwatch.GetElapsedTime(start).TotalSeconds:N1} s, {status.SizeInBytes / 1e6:N0} MB"));
        var (random, analyzer) = (new Random(104), new TextAnalyzer());
        Statement[] any = [.. statements.OrderBy(_ => random.Next()).Take(Asked + WarmUp)];
        Statement[] longest =
        [
            .. statements.Where(statement => statement.Body.Length is > 15_000 and < 22_000)
                .OrderBy(_ => random.Next()).Take(Asked + WarmUp),
        ];
        foreach (var (name, asked) in new[] { ("of any length", any), ("of some 3,000 words", longest) })
        {
            var words = asked.Average(statement => analyzer.Analyze(statement.Body).Count);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{asked.Length} statements {name}, {words:N0} words on average"));
            var (novelty, siblings) = (
                new NoveltyService(engine, engine, TimeProvider.System), new SiblingService(engine, engine, TimeProvider.System));
            await TimeAsync("novelty", asked, async id => (await novelty.GetAsync(id, CancellationToken.None))!.Partial);
            await TimeAsync("siblings", asked, async id => (await siblings.GetAsync(id, CancellationToken.None))!.Partial);
        }
    }

    private static async Task TimeAsync(string name, IReadOnlyList<Statement> asked, Func<string, Task<bool>> ask)
    {
        var (times, partial) = (new List<double>(), 0);
        foreach (var (index, statement) in asked.Index())
        {
            var start = Stopwatch.GetTimestamp();
            var isPartial = await ask(statement.Id.Value);
            if (index >= WarmUp)
            {
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                partial += isPartial ? 1 : 0;
            }
        }

        times.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {name,-9} p50 {times[times.Count / 2],7:N1} ms, p95 {times[times.Count * 95 / 100],7:N1} ms, {partial} partial"));
    }
}
