using System.Collections.Concurrent;
using System.Diagnostics;
using Search.Core.Searching;
using Search.Core.Statements;
using Search.Elasticsearch.Tests.Servers;
using Search.Testing;

namespace Search.Elasticsearch.Tests.Faults;

/// <summary>
/// A cluster of three nodes that loses one and gets it back. Runs where the environment names the nodes
/// (SEARCH_TEST_ELASTICSEARCH_CLUSTER, separated by commas) and the shell commands that kill one and bring it back
/// (…_KILL, …_RESTART): that is nothing a test does to a server that it did not get for it.
/// </summary>
public sealed class ClusterTests
{
    private const string Variable = "SEARCH_TEST_ELASTICSEARCH_CLUSTER";
    private const int First = 500;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NodeKilledAndBack_NoAcknowledgedStatementIsLost_NoPageIsEmpty_FailoverIsLogged()
    {
        var nodes = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(nodes), $"{Variable} names no cluster to break.");
        await using var archive = new TestArchive(new Uri(nodes!.Split(',')[0]));
        var log = new RecordedLog();
        var engine = await archive.OpenAsync(archive.Options with { Urls = [nodes], RetryDelay = TimeSpan.FromMilliseconds(200), Retries = 6 }, log);
        await using var writer = await engine.OpenWriterAsync(new WriterOptions(), Cancellation);
        var acknowledged = new ConcurrentQueue<string>();
        await WriteAsync(writer, 0, First, acknowledged);
        await writer.CompleteAsync(Cancellation);
        await WaitForGreenAsync(archive);
        using var done = new CancellationTokenSource();
        var searching = SearchUntilAsync(engine, done.Token);
        var writing = WriteUntilAsync(writer, acknowledged, done.Token);

        await RunAsync("_KILL");
        await CountAsync(acknowledged, 2000, writing);
        await RunAsync("_RESTART");
        await CountAsync(acknowledged, 4000, writing);
        await done.CancelAsync();
        var (pages, unavailable) = await searching;
        await writing;
        await writer.CompleteAsync(Cancellation);
        await WaitForGreenAsync(archive);

        var held = await engine.ReadAllAsync(Cancellation).Select(statement => statement.Id.Value).ToHashSetAsync(cancellationToken: Cancellation);
        TestContext.Current.SendDiagnosticMessage($"{pages} pages, {unavailable} unavailable, {acknowledged.Count} acknowledged, {held.Count} held");
        Assert.True(pages > 0);
        Assert.True(held.IsSupersetOf(acknowledged));
        Assert.Contains(log.Lines, line => line.Contains("failing over to another node", StringComparison.Ordinal));
    }

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
        Statement[] statements = [.. Enumerable.Range(first, count).Select(number => new StatementBuilder($"{number}") { Body = $"Lantern number {number}." }.Build())];
        var result = await writer.WriteAsync(statements, Cancellation);
        Assert.Equal(count, result.Added);
        foreach (var statement in statements)
        {
            acknowledged.Enqueue(statement.Id.Value);
        }
    }

    private static async Task CountAsync(ConcurrentQueue<string> acknowledged, int count, Task writing)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (acknowledged.Count < count && !writing.IsCompleted && await timer.WaitForNextTickAsync(Cancellation))
        {
        }
    }

    private static async Task WaitForGreenAsync(TestArchive archive)
    {
        using var answer = await archive.Http.GetAsync($"_cluster/health/{archive.Alias}?wait_for_status=green&timeout=90s", Cancellation);
    }

    private static async Task RunAsync(string command)
    {
        using var shell = Process.Start("sh", ["-c", Environment.GetEnvironmentVariable(Variable + command)!]);
        await shell.WaitForExitAsync(Cancellation);
        Assert.Equal(0, shell.ExitCode);
    }
}
