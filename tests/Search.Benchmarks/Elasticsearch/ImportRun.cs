using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using Search.Archive.Storing;
using Search.Core.Statements;
using Search.Elasticsearch;
using Search.Elasticsearch.Configuration;
using Search.Elasticsearch.Documents;
using Search.Elasticsearch.Writing;
using Search.Importing;
using Search.Importing.Files;
using Search.Reading;

namespace Search.Benchmarks.Elasticsearch;

/// <param name="Seconds">From the first byte read, or document sent, until all can be found.</param>
/// <param name="Cpu">Seconds of this process's processor time in the meantime.</param>
/// <param name="PeakOfFirstFifth">The greatest working set in bytes while the first 20 % of the statements were read.</param>
/// <param name="PeakOfRest">The greatest one after that.</param>
internal sealed record ImportResult(int Statements, double Seconds, double Cpu, long PeakOfFirstFifth, long PeakOfRest)
{
    public double Rate => Statements / Seconds;
}

/// <summary>One import of a process of its own: the whole of it as the command does it, or the bare sender.</summary>
internal static class ImportRun
{
    public const string Name = "run";
    public const string Bare = "bare";
    public const string Whole = "whole";

    /// <param name="arguments">Name, kind, server, alias, a file to warm up with, the file.</param>
    public static async Task<ImportResult> RunAsync(IReadOnlyList<string> arguments)
    {
        var (kind, server, alias, warmUp, path) = (arguments[1], arguments[2], arguments[3], arguments[4], arguments[5]);
        if (kind == Bare)
        {
            await SendAsync(server, await PrepareAsync(warmUp));
            return await SendAsync(server, await PrepareAsync(path));
        }

        var throwaway = $"{alias}-warm";
        await using (var engine = Open(server, throwaway))
        {
            await ImportAsync(engine, warmUp);
            await engine.DropAsync(CancellationToken.None);
        }

        await using var archive = Open(server, alias);
        return await ImportAsync(archive, path);
    }

    private static ElasticsearchSearchEngine Open(string server, string alias) =>
        new(new ElasticsearchOptions { Urls = [server], Index = alias });

    private static async Task<ImportResult> ImportAsync(ElasticsearchSearchEngine engine, string path)
    {
        await engine.ConnectAsync(CancellationToken.None);
        var memory = new MemoryLog();
        var cpu = Cpu();
        var clock = Stopwatch.StartNew();
        var report = await new ImportPipeline(new StatementFileReader(), TimeProvider.System).RunAsync(
            InputFiles.Find([path], () => Stream.Null, followLinks: false, CancellationToken.None),
            engine,
            new ImportOptions { BulkBytes = 0 },
            _ => { },
            memory,
            CancellationToken.None);
        var seconds = clock.Elapsed.TotalSeconds;
        if (report.Failure is not null || report.Refused > 0)
        {
            throw new InvalidOperationException($"The import failed: {report.Refused} refused.", report.Failure);
        }

        var (first, rest) = await memory.FinishAsync(report.Documents);
        return new ImportResult((int)report.Added, seconds, Cpu() - cpu, first, rest);
    }

    /// <summary>The same documents as an import writes.</summary>
    private static async Task<List<BulkItem>> PrepareAsync(string path)
    {
        var items = new Dictionary<StatementId, BulkItem>();
        await foreach (var statement in StatementFiles.ReadAsync(path))
        {
            var document = StatementDocument.Write(new StatementHistory(statement, []), sample: false);
            items.TryAdd(statement.Id, new BulkItem(statement.Id.Value, document));
        }

        return [.. items.Values];
    }

    /// <summary>The least that can be done: prepared documents into bulk requests, nothing looked at but the status.</summary>
    private static async Task<ImportResult> SendAsync(string server, List<BulkItem> items)
    {
        using var client = new HttpClient { BaseAddress = new Uri(server) };
        var index = $"bare-{Guid.NewGuid():N}";
        var body = IndexMapping.Current.CreateBody(shards: 1, new Dictionary<string, object?>());
        body["settings"]!["refresh_interval"] = "-1";
        body["settings"]!["number_of_replicas"] = 0;
        using var creation = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        (await client.PutAsync(index, creation)).EnsureSuccessStatusCode();
        var cpu = Cpu();
        var clock = Stopwatch.StartNew();
        await Parallel.ForEachAsync(
            BatchCutter.Cut(items),
            new ParallelOptions { MaxDegreeOfParallelism = new ElasticsearchOptions().Senders },
            async (range, token) =>
            {
                using var content = new MemoryStream();
                foreach (var item in items[range])
                {
                    content.Write(Encoding.UTF8.GetBytes($"{{\"create\":{{\"_id\":\"{item.Id}\"}}}}\n"));
                    content.Write(item.Source);
                    content.WriteByte((byte)'\n');
                }

                using var request = new ByteArrayContent(content.GetBuffer(), 0, (int)content.Length);
                request.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
                using var answer = await client.PostAsync($"{index}/_bulk", request, token);
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync(token);
            });
        (await client.PostAsync($"{index}/_refresh", null)).EnsureSuccessStatusCode();
        var result = new ImportResult(items.Count, clock.Elapsed.TotalSeconds, Cpu() - cpu, 0, 0);
        (await client.DeleteAsync(index)).EnsureSuccessStatusCode();
        return result;
    }

    private static double Cpu() => Environment.CpuUsage.TotalTime.TotalSeconds;
}
