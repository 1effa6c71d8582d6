using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Core.Statements;
using Search.Elasticsearch.Tests.Servers;
using Search.Testing;

namespace Search.Elasticsearch.Tests.Faults;

/// <summary>
/// A cluster of three nodes that loses the one with the primary copy of the index, and gets it back. Runs where the
/// environment names the nodes (SEARCH_TEST_ELASTICSEARCH_CLUSTER, separated by commas) and the shell commands that kill
/// the node whose name is their first argument and bring it back (…_KILL, …_RESTART): that is nothing a test does to a
/// server that it did not get for it.
/// </summary>
[Trait("Runs", "apart")]
public sealed class ClusterTests
{
    private const string Variable = "SEARCH_TEST_ELASTICSEARCH_CLUSTER";
    private const int First = 500;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NodeKilledAndBack_NoAcknowledgedStatementIsLost_NoPageIsEmpty_FailoverIsLogged()
    {
        await using var archive = Require();
        var log = new RecordedLog();
        var engine = await OpenAsync(archive, log);
        await using var writer = await engine.OpenWriterAsync(WritePurpose.Update, Cancellation);
        var acknowledged = new ConcurrentQueue<string>();
        await WriteAsync(writer, 0, First, acknowledged);
        await writer.CompleteAsync(Cancellation);
        await WaitForGreenAsync(archive);
        using var done = new CancellationTokenSource();
        var searching = SearchUntilAsync(engine, done.Token);
        var writing = WriteUntilAsync(writer, acknowledged, done.Token);

        var node = await PrimaryAsync(archive);
        await RunAsync("_KILL", node);
        await CountAsync(acknowledged, 1000, writing);
        await RunAsync("_RESTART", node);
        await CountAsync(acknowledged, 2000, writing);
        await LoggedAsync(log, "answers again", writing);
        await done.CancelAsync();
        var (pages, unavailable) = await searching;
        await writing;
        await writer.CompleteAsync(Cancellation);
        await WaitForGreenAsync(archive);

        var held = await HeldAsync(engine);
        TestContext.Current.SendDiagnosticMessage(
            $"{pages} pages, {unavailable} unavailable, {acknowledged.Count} acknowledged, {held.Count} held");
        Assert.True(pages > 0);
        Assert.True(held.IsSupersetOf(acknowledged));
        Assert.Contains(log.Lines, line => line.Contains("failing over to another node", StringComparison.Ordinal));
        Assert.Contains(log.Lines, line => line.Contains("answers again", StringComparison.Ordinal));
    }

    /// <summary>A first load has no copy to fall back on: what the lost node refuses waits until it is back.</summary>
    [Fact]
    public async Task NodeKilledAndBackDuringAFirstLoad_NoAcknowledgedStatementIsLost()
    {
        await using var archive = Require();
        var engine = await OpenAsync(archive, new RecordedLog());
        await using var writer = await engine.OpenWriterAsync(WritePurpose.Load, Cancellation);
        var acknowledged = new ConcurrentQueue<string>();
        using var done = new CancellationTokenSource();
        var writing = WriteUntilAsync(writer, acknowledged, done.Token);
        await CountAsync(acknowledged, 500, writing);
        var node = await PrimaryAsync(archive);

        await RunAsync("_KILL", node);
        await RunAsync("_RESTART", node);
        await CountAsync(acknowledged, acknowledged.Count + 500, writing);
        await done.CancelAsync();
        await writing;
        await writer.CompleteAsync(Cancellation);

        Assert.True((await HeldAsync(engine)).IsSupersetOf(acknowledged));
    }

    private static TestArchive Require()
    {
        var nodes = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(nodes), $"{Variable} names no cluster to break.");
        return new TestArchive(new Uri(nodes!.Split(',')[0]));
    }

    private static Task<ElasticsearchSearchEngine> OpenAsync(TestArchive archive, RecordedLog log) => archive.OpenAsync(
        archive.Options with
        {
            Urls = [Environment.GetEnvironmentVariable(Variable)!],
            RetryDelay = TimeSpan.FromMilliseconds(200),
            Retries = 6,
        },
        log);

    private static async Task<HashSet<string>> HeldAsync(ElasticsearchSearchEngine engine) =>
        await engine.ReadAllAsync(Cancellation)
            .Select(history => history.Statement.Id.Value)
            .ToHashSetAsync(cancellationToken: Cancellation);

    private static async Task<(int Pages, int Unavailable)> SearchUntilAsync(ElasticsearchSearchEngine engine, CancellationToken done)
    {
        var (pages, unavailable) = (0, 0);
        while (!done.IsCancellationRequested)
        {
            try
            {
                var page = await engine.SearchAsync(new SearchRequest { Query = Match.Word("lantern") }, Cancellation);
                Assert.True(page.Total >= First, $"A page of {page.Total}.");
                pages++;
            }
            catch (EngineUnavailableException)
            {
                unavailable++;
            }
        }

        return (pages, unavailable);
    }

    private static async Task WriteUntilAsync(IStatementWriter writer, ConcurrentQueue<string> acknowledged, CancellationToken done)
    {
        for (var first = First; !done.IsCancellationRequested; first += 50)
        {
            await WriteAsync(writer, first, 50, acknowledged);
        }
    }

    private static async Task WriteAsync(IStatementWriter writer, int first, int count, ConcurrentQueue<string> acknowledged)
    {
        Statement[] statements = [.. Enumerable.Range(first, count)
            .Select(number => new StatementBuilder($"{number}") { Body = $"Lantern number {number}." }.Build())];
        var result = await writer.ImportAsync(statements, Cancellation);
        Assert.Empty(result.Refused);
        Assert.Equal(count, result.Added + result.Unchanged); // Elasticsearch repeats by itself, and then finds what it has written
        foreach (var statement in statements)
        {
            acknowledged.Enqueue(statement.Id.Value);
        }
    }

    private static Task CountAsync(ConcurrentQueue<string> acknowledged, int count, Task writing) =>
        UntilAsync(() => acknowledged.Count >= count, writing);

    private static Task LoggedAsync(RecordedLog log, string words, Task writing) =>
        UntilAsync(() => log.Lines.Any(line => line.Contains(words, StringComparison.Ordinal)), writing);

    /// <summary>Or until the writing ends, which it does not unless it fails.</summary>
    private static async Task UntilAsync(Func<bool> condition, Task writing)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!condition() && !writing.IsCompleted && await timer.WaitForNextTickAsync(Cancellation))
        {
        }
    }

    /// <summary>The name of the node that all writes go to.</summary>
    private static async Task<string> PrimaryAsync(TestArchive archive)
    {
        var copies = await archive.Http.GetFromJsonAsync<JsonElement>(
            $"_cat/shards/{archive.Alias}-*?format=json&h=prirep,node", Cancellation);
        return copies.EnumerateArray().Single(copy => copy.GetProperty("prirep").GetString() == "p").GetProperty("node").GetString()!;
    }

    private static async Task WaitForGreenAsync(TestArchive archive)
    {
        using var answer = await archive.Http.GetAsync($"_cluster/health/{archive.Alias}?wait_for_status=green&timeout=90s", Cancellation);
    }

    private static async Task RunAsync(string command, string node)
    {
        using var shell = Process.Start("sh", ["-c", Environment.GetEnvironmentVariable(Variable + command)!, "sh", node]);
        await shell.WaitForExitAsync(Cancellation);
        Assert.Equal(0, shell.ExitCode);
    }
}
