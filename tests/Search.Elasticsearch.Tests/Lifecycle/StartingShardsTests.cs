using System.Text.Json.Nodes;
using Search.Archive.Storing;
using Search.Elasticsearch.Documents;
using Search.Elasticsearch.Indices;
using Search.Elasticsearch.Tests.Servers;
using Search.Testing.Servers;

namespace Search.Elasticsearch.Tests.Lifecycle;

/// <summary>
/// The live index is there and its shards are not, as for a moment after another program made it: whoever begins waits for them.
/// </summary>
public sealed class StartingShardsTests(PlainServer server) : IAsyncLifetime
{
    private const string NodeName = "index.routing.allocation.require._name";

    private ArchiveScene _scene = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _scene = new ArchiveScene(await server.RequireAsync());
        var body = IndexMapping.Current.CreateBody(1, IndexNotes.Of(IndexMapping.Current).ToMeta());
        body["settings"]![NodeName] = "none that there is";
        body["aliases"] = new JsonObject { [_scene.Alias] = new JsonObject { ["is_write_index"] = true } };
        await _scene.SendAsync(HttpMethod.Put, $"{_scene.Alias}-20300517120000?wait_for_active_shards=0", body);
    }

    public ValueTask DisposeAsync() => _scene?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task Connect_ShardsStartMeanwhile_WaitsForThem()
    {
        await using var proxy = StartShardsWhenWaitedFor();
        await using var engine = new ElasticsearchSearchEngine(_scene.Options with { Urls = [proxy.Url], Retries = 0 });

        await engine.ConnectAsync(Cancellation);

        Assert.Equal(0, (await engine.StatusAsync(Cancellation)).Statements);
    }

    [Fact]
    public async Task OpenWriter_ShardsStartMeanwhile_WaitsForThem()
    {
        await using var proxy = StartShardsWhenWaitedFor();
        await using var engine = new ElasticsearchSearchEngine(_scene.Options with { Urls = [proxy.Url], Retries = 0 });

        var written = await ArchiveScene.WriteAsync(engine, WritePurpose.Load, ArchiveScene.Statements(0, 2));

        Assert.Equal(2, written.Added);
    }

    private RequestProxy StartShardsWhenWaitedFor() => new(_scene.Server, async request =>
    {
        if (request.Line.Contains("wait_for_status=yellow", StringComparison.Ordinal))
        {
            await _scene.SendAsync(HttpMethod.Put, $"{_scene.Alias}/_settings", new Dictionary<string, string?> { [NodeName] = null });
        }

        return RequestFate.Passed;
    });
}
