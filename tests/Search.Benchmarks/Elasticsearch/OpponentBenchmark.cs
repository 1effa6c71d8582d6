using System.Diagnostics;
using System.Globalization;
using Search.Benchmarks.Searching;
using Search.Elasticsearch;
using Search.Elasticsearch.Configuration;
using Search.Service;

namespace Search.Benchmarks.Elasticsearch;

/// <summary>The service's pages, up to their JSON, beside a plain Elasticsearch page for the same queries, in turns, by class.</summary>
internal static class OpponentBenchmark
{
    /// <summary>Of a class. Each is asked once: a page that is asked again is partly known to Elasticsearch.</summary>
    private const int Queries = 120;
    private const int WarmUp = 20;

    /// <summary>Classes that a plain page can be asked for too.</summary>
    private static readonly string[] s_classes =
    [
        "rare", "mid", "common", "boolean and", "common and", "boolean or", "phrase", "phrase common", "phrase of three", "prefix",
    ];

    /// <param name="server">Address of an Elasticsearch.</param>
    /// <param name="alias">Of an archive of the file's statements.</param>
    /// <param name="engine">On that archive.</param>
    /// <param name="path">The file.</param>
    public static async Task RunAsync(string server, string alias, ElasticsearchSearchEngine engine, string path)
    {
        using var client = new HttpClient { BaseAddress = new Uri(server) };
        var statements = await StatementFiles.ReadAsync(path).ToListAsync();
        var plain = new PlainIndex(client, $"plain-{Guid.NewGuid():N}");
        await plain.CreateAsync();
        try
        {
            await plain.LoadAsync(
                [.. statements.DistinctBy(statement => statement.Id).Select(PlainIndex.Item)], new ElasticsearchOptions().Senders);
            await CompareAsync(plain, engine, QueryLog.Draw(statements, Queries).Where(drawn => s_classes.Contains(drawn.Class)));
            var (ours, theirs) = (await plain.SizeAsync(alias), await plain.SizeAsync());
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"store: {ours >> 20} MB, plain {theirs >> 20} MB, ratio {(double)ours / theirs:F2} (at most 1.60 wanted)"));
        }
        finally
        {
            await plain.DropAsync();
        }
    }

    private static async Task CompareAsync(
        PlainIndex plain, ElasticsearchSearchEngine engine, IEnumerable<(string Class, IReadOnlyList<LoggedQuery> Queries)> log)
    {
        var service = new SearchService(engine, engine, engine, TimeProvider.System);
        var (allOurs, allTheirs) = (new List<double>(), new List<double>());
        foreach (var (name, queries) in log)
        {
            var (ours, theirs) = (new List<double>(), new List<double>());
            for (var number = 0; number < queries.Count; number++)
            {
                var query = queries[number];
                foreach (var turn in number % 2 == 0 ? new[] { ours, theirs } : [theirs, ours])
                {
                    var clock = Stopwatch.StartNew();
                    await (turn == ours ? PageBenchmark.AskAsync(service, PageBenchmark.Call(query)) : plain.AskAsync(query.Text));
                    if (number >= WarmUp)
                    {
                        turn.Add(clock.Elapsed.TotalMilliseconds);
                    }
                }
            }

            Print(name, ours, theirs);
            allOurs.AddRange(ours);
            allTheirs.AddRange(theirs);
        }

        Print("all", allOurs, allTheirs);
    }

    private static void Print(string name, List<double> ours, List<double> theirs)
    {
        var (mine, plain) = (PageBenchmark.At(ours, 0.5), PageBenchmark.At(theirs, 0.5));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-16} service p50 {mine,7:F1} p95 {PageBenchmark.At(ours, 0.95),7:F1} ms, plain p50 {plain,7:F1} "
                + $"p95 {PageBenchmark.At(theirs, 0.95),7:F1} ms, p50 ratio {mine / plain:F2}"));
    }
}
