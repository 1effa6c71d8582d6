using System.Globalization;
using Search.Elasticsearch;
using Search.Elasticsearch.Configuration;

namespace Search.Benchmarks.Elasticsearch;

/// <summary>
/// A corpus of a size at which one import is long: once beside a plain index, then pages of both. Queries are drawn from a part of it,
/// as its copies have rare words of their own (<see cref="Importing.CorpusCopies"/>).
/// </summary>
internal static class ScaleBenchmark
{
    public static async Task RunAsync(IReadOnlyList<string> arguments)
    {
        var (server, path, queried) = (arguments[0], arguments[1], arguments[2]);
        var shards = arguments.Count > 3 ? int.Parse(arguments[3], CultureInfo.InvariantCulture) : 1;
        var alias = $"bench-{Guid.NewGuid():N}";
        await using var engine = new ElasticsearchSearchEngine(new ElasticsearchOptions { Urls = [server], Index = alias });
        try
        {
            var import = await ImportRun.StartAsync(ImportRun.Whole, server, alias, queried, path, shards);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{import.Statements} statements, {shards} shards; import {import.Rate:F0}/s ({import.Cpu:F1} s of processor), "
                    + $"memory of the first 20 % {import.PeakOfFirstFifth >> 20} MB, of the rest {import.PeakOfRest >> 20} MB"));
            await OpponentBenchmark.RunAsync(server, alias, path, queried, shards, import.Rate);
        }
        finally
        {
            await engine.DropAsync(CancellationToken.None);
        }
    }
}
