using System.Diagnostics;
using System.Globalization;
using Search.Benchmarks.Searching;
using Search.Benchmarks.Serving;
using Search.Core.Statements;
using Search.Elasticsearch.Configuration;
using Search.Elasticsearch.Writing;

namespace Search.Benchmarks.Elasticsearch;

/// <summary>
/// The service's pages over HTTP, from a host in a process of its own, beside a plain Elasticsearch page for the same queries, in turns,
/// by class.
/// </summary>
internal static class OpponentBenchmark
{
    /// <summary>Of a class. Each is asked once: a page that is asked again is partly known to Elasticsearch.</summary>
    private const int Queries = 180;

    /// <summary>Of a class, before the clock runs: a host that has served some hundreds of pages has its code compiled well.</summary>
    private const int WarmUp = 80;

    /// <summary>Classes that a plain page can be asked for too.</summary>
    private static readonly string[] s_classes =
    [
        "rare", "mid", "common", "boolean and", "common and", "boolean or", "phrase", "phrase common", "phrase of three", "prefix",
    ];

    /// <param name="server">Address of an Elasticsearch.</param>
    /// <param name="alias">Of an archive of the file's statements.</param>
    /// <param name="path">The file.</param>
    /// <param name="queried">A file with the statements that queries are drawn from.</param>
    /// <param name="shards">Of the plain index.</param>
    /// <param name="importRate">Of the archive, to state beside that of the plain index; null where that is known.</param>
    public static async Task RunAsync(
        string server, string alias, string path, string queried, int shards = 1, double? importRate = null)
    {
        using var client = new HttpClient { BaseAddress = new Uri(server), Timeout = TimeSpan.FromMinutes(10) };
        var plain = new PlainIndex(client, $"plain-{Guid.NewGuid():N}");
        await plain.CreateAsync(shards);
        try
        {
            var rate = await LoadAsync(plain, path);
            if (importRate is { } ours)
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"plain index {rate:F0}/s, ratio {ours / rate:F2} (at least 0.70 wanted)"));
            }

            var (size, plainSize) = (await plain.SizeAsync(alias), await plain.SizeAsync());
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"store: {size >> 20} MB, plain {plainSize >> 20} MB, ratio {(double)size / plainSize:F2} (at most 1.60 wanted)"));
            await using var host = await HostProcess.StartAsync(server, alias);
            await CompareAsync(plain, host, await LogAsync(queried));
        }
        finally
        {
            await plain.DropAsync();
        }
    }

    /// <returns>Statements in a second.</returns>
    private static async Task<double> LoadAsync(PlainIndex plain, string path)
    {
        var items = new Dictionary<StatementId, BulkItem>();
        await foreach (var statement in StatementFiles.ReadAsync(path))
        {
            items.TryAdd(statement.Id, PlainIndex.Item(statement));
        }

        BulkItem[] prepared = [.. items.Values];
        var clock = Stopwatch.StartNew();
        await plain.LoadAsync(prepared, new ElasticsearchOptions().Senders);
        return prepared.Length / clock.Elapsed.TotalSeconds;
    }

    private static async Task<IReadOnlyList<(string Class, IReadOnlyList<LoggedQuery> Queries)>> LogAsync(string queried) =>
    [
        .. QueryLog.Draw(await StatementFiles.ReadAsync(queried).ToListAsync(), Queries)
            .Where(drawn => s_classes.Contains(drawn.Class)),
    ];

    private static async Task CompareAsync(
        PlainIndex plain, HostProcess host, IReadOnlyList<(string Class, IReadOnlyList<LoggedQuery> Queries)> log)
    {
        foreach (var turn in Enumerable.Range(0, WarmUp))
        {
            foreach (var (_, queries) in log)
            {
                await AskAsync(host, queries[turn].Text);
                await plain.AskAsync(queries[turn].Text);
            }
        }

        var (allOurs, allTheirs) = (new List<double>(), new List<double>());
        foreach (var (name, queries) in log)
        {
            var (ours, theirs) = (new List<double>(), new List<double>());
            for (var number = WarmUp; number < queries.Count; number++)
            {
                var text = queries[number].Text;
                foreach (var turn in number % 2 == 0 ? new[] { ours, theirs } : [theirs, ours])
                {
                    var clock = Stopwatch.StartNew();
                    await (turn == ours ? AskAsync(host, text) : plain.AskAsync(text));
                    turn.Add(clock.Elapsed.TotalMilliseconds);
                }
            }

            Print(name, ours, theirs);
            allOurs.AddRange(ours);
            allTheirs.AddRange(theirs);
        }

        Print("all", allOurs, allTheirs);
    }

    private static async Task AskAsync(HostProcess host, string query)
    {
        using var answer = await host.Client.GetAsync(LoadReader.PathOf(query));
        await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
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
