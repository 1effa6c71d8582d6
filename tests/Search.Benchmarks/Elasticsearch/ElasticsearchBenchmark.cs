using System.Globalization;
using System.Text.Json;
using Search.Elasticsearch;
using Search.Elasticsearch.Configuration;

namespace Search.Benchmarks.Elasticsearch;

/// <summary>
/// What this project costs over Elasticsearch itself. The whole import of a file beside a bare sender of the same documents,
/// prepared before the clock runs, with the same mapping and the same batches, in turns (A B, B A, …), each in a process of
/// its own that has warmed up, each on a fresh index; the importing process's memory; and beside a plain index with a plain sender
/// (<see cref="PlainIndex"/>). Then pages through the service beside the same bodies sent directly, and beside plain pages.
/// </summary>
internal static class ElasticsearchBenchmark
{
    private const int WarmUpStatements = 3_000;

    public static async Task RunAsync(IReadOnlyList<string> arguments)
    {
        if (arguments[0] == ImportRun.Name)
        {
            Console.WriteLine(JsonSerializer.Serialize(await ImportRun.RunAsync(arguments)));
            return;
        }

        var (server, path) = (arguments[0], arguments[1]);
        var rounds = arguments.Count > 2 ? int.Parse(arguments[2], CultureInfo.InvariantCulture) : 3;
        var limit = arguments.Count > 3 ? int.Parse(arguments[3], CultureInfo.InvariantCulture) : int.MaxValue;
        var folder = Directory.CreateTempSubdirectory("search-bench-");
        var alias = $"bench-{Guid.NewGuid():N}";
        await using var engine = new ElasticsearchSearchEngine(new ElasticsearchOptions { Urls = [server], Index = alias });
        try
        {
            var warmUp = Shorten(path, Path.Combine(folder.FullName, "warm-up.jsonl"), WarmUpStatements);
            var input = limit == int.MaxValue ? path : Shorten(path, Path.Combine(folder.FullName, "limited.jsonl"), limit);
            await ImportsAsync(rounds, server, alias, warmUp, input, engine);
            await PageBenchmark.RunAsync(server, alias, engine, input);
            await OpponentBenchmark.RunAsync(server, alias, input, input);
        }
        finally
        {
            await engine.DropAsync(CancellationToken.None);
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The index of the last import is left for the pages.</summary>
    private static async Task ImportsAsync(
        int rounds, string server, string alias, string warmUp, string input, ElasticsearchSearchEngine engine)
    {
        var (ratios, plainRatios, memory) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            await engine.DropAsync(CancellationToken.None);
            var runs = new Dictionary<string, ImportResult>();
            string[] kinds = [ImportRun.Bare, ImportRun.Whole, ImportRun.Plain];
            foreach (var kind in round % 2 == 0 ? kinds : kinds.Reverse())
            {
                runs[kind] = await ImportRun.StartAsync(kind, server, alias, warmUp, input);
            }

            var (bare, whole, plain) = (runs[ImportRun.Bare], runs[ImportRun.Whole], runs[ImportRun.Plain]);
            ratios.Add(whole.Rate / bare.Rate);
            plainRatios.Add(whole.Rate / plain.Rate);
            memory.Add((double)whole.PeakOfRest / whole.PeakOfFirstFifth);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"round {round + 1}: {whole.Statements} statements; bare {bare.Rate:F0}/s ({bare.Cpu:F1} s of processor), "
                    + $"import {whole.Rate:F0}/s ({whole.Cpu:F1} s of processor), ratio {ratios[^1]:F2}; "
                    + $"plain index {plain.Rate:F0}/s, ratio {plainRatios[^1]:F2}; "
                    + $"memory of the first 20 % {whole.PeakOfFirstFifth >> 20} MB, of the rest {whole.PeakOfRest >> 20} MB, "
                    + $"ratio {memory[^1]:F2}"));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"import / bare, median: {Median(ratios):F2} (at least 0.85 wanted); "
                + $"import / plain index, median: {Median(plainRatios):F2} (at least 0.70 wanted); "
                + $"memory, median: {Median(memory):F2} (at most 1.10 wanted)"));
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Shorten(string path, string to, int lines)
    {
        File.WriteAllLines(to, StatementFiles.Lines(path).Take(lines));
        return to;
    }
}
