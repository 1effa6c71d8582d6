using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
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

/// <summary>
/// One import of a process of its own: the whole of it as the command does it, the bare sender of the same documents, or that of a
/// plain index.
/// </summary>
internal static class ImportRun
{
    public const string Name = "run";
    public const string Bare = "bare";
    public const string Whole = "whole";
    public const string Plain = "plain";

    /// <summary>Runs one in a process of its own.</summary>
    public static async Task<ImportResult> StartAsync(
        string kind, string server, string alias, string warmUp, string path, int shards = 1)
    {
        var program = Environment.ProcessPath!;
        string[] itself = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(ImportRun).Assembly.Location] : [];
        string[] arguments = [Name, kind, server, alias, warmUp, path, shards.ToString(CultureInfo.InvariantCulture)];
        var start = new ProcessStartInfo(program, [.. itself, "elasticsearch", .. arguments])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<ImportResult>(output)!
            : throw new InvalidOperationException($"A run ended with {process.ExitCode}: {output}");
    }

    /// <param name="arguments">Name, kind, server, alias, a file to warm up with, the file, shards of a whole import.</param>
    public static async Task<ImportResult> RunAsync(IReadOnlyList<string> arguments)
    {
        var (kind, server, alias, warmUp, path) = (arguments[1], arguments[2], arguments[3], arguments[4], arguments[5]);
        var shards = int.Parse(arguments[6], CultureInfo.InvariantCulture);
        if (kind != Whole)
        {
            await SendAsync(server, kind, await PrepareAsync(warmUp, kind));
            return await SendAsync(server, kind, await PrepareAsync(path, kind));
        }

        var throwaway = $"{alias}-warm";
        await using (var engine = Open(server, throwaway, shards))
        {
            await ImportAsync(engine, warmUp);
            await engine.DropAsync(CancellationToken.None);
        }

        await using var archive = Open(server, alias, shards);
        return await ImportAsync(archive, path);
    }

    private static ElasticsearchSearchEngine Open(string server, string alias, int shards) =>
        new(new ElasticsearchOptions { Urls = [server], Index = alias, Shards = shards });

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

    /// <summary>The same documents as an import writes, or those of a plain index.</summary>
    private static async Task<List<BulkItem>> PrepareAsync(string path, string kind)
    {
        var items = new Dictionary<StatementId, BulkItem>();
        await foreach (var statement in StatementFiles.ReadAsync(path))
        {
            items.TryAdd(statement.Id, kind == Plain
                ? PlainIndex.Item(statement)
                : new BulkItem(statement.Id.Value, StatementDocument.Write(new StatementHistory(statement, []), sample: false)));
        }

        return [.. items.Values];
    }

    private static async Task<ImportResult> SendAsync(string server, string kind, List<BulkItem> items)
    {
        using var client = new HttpClient { BaseAddress = new Uri(server) };
        var index = new PlainIndex(client, $"{kind}-{Guid.NewGuid():N}");
        await (kind == Plain ? index.CreateAsync() : index.CreateAsync(OurMapping()));
        var cpu = Cpu();
        var clock = Stopwatch.StartNew();
        await index.LoadAsync(items, new ElasticsearchOptions().Senders);
        var result = new ImportResult(items.Count, clock.Elapsed.TotalSeconds, Cpu() - cpu, 0, 0);
        await index.DropAsync();
        return result;
    }

    private static string OurMapping()
    {
        var body = IndexMapping.Current.CreateBody(shards: 1, new Dictionary<string, object?>());
        body["settings"]!["refresh_interval"] = "-1";
        body["settings"]!["number_of_replicas"] = 0;
        return body.ToJsonString();
    }

    private static double Cpu() => Environment.CpuUsage.TotalTime.TotalSeconds;
}
