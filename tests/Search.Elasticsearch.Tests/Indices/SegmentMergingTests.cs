using Search.Archive.Storing;
using Search.Elasticsearch.Indices;
using Search.Elasticsearch.Tests.Lifecycle;
using Search.Elasticsearch.Tests.Servers;

namespace Search.Elasticsearch.Tests.Indices;

/// <summary>What a first load leaves in many segments is put together behind it; nothing else is.</summary>
public sealed class SegmentMergingTests(PlainServer server) : IAsyncLifetime
{
    private ArchiveScene _scene = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _scene = new ArchiveScene(await server.RequireAsync());

    public ValueTask DisposeAsync() => _scene?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task FirstLoad_ThatLeavesManySegments_IsMerged()
    {
        var engine = await _scene.OpenAsync();
        await using var writer = await engine.OpenWriterAsync(WritePurpose.Load, Cancellation);
        await WriteInSegmentsAsync(writer, SegmentMerging.Many + 1);

        await writer.CompleteAsync(Cancellation);

        await MergedAsync();
        Assert.InRange(await SegmentsAsync(), 1, SegmentMerging.Enough);
        Assert.Equal(SegmentMerging.Many + 1, (await _scene.HeldAsync()).Count);
    }

    [Fact]
    public async Task FirstLoad_ThatLeavesAFew_IsLeftAsItIs()
    {
        var engine = await _scene.OpenAsync();
        await using var writer = await engine.OpenWriterAsync(WritePurpose.Load, Cancellation);
        await WriteInSegmentsAsync(writer, SegmentMerging.Many);

        await writer.CompleteAsync(Cancellation);

        await MergedAsync();
        Assert.Equal(SegmentMerging.Many, await SegmentsAsync());
    }

    [Fact]
    public async Task LaterImport_IntoManySegments_LeavesThem()
    {
        var engine = await _scene.OpenAsync();
        await _scene.WriteAsync(100, 1);
        await using var writer = await engine.OpenWriterAsync(WritePurpose.Load, Cancellation);
        await WriteInSegmentsAsync(writer, SegmentMerging.Many);

        await writer.CompleteAsync(Cancellation);

        await MergedAsync();
        Assert.Equal(SegmentMerging.Many + 1, await SegmentsAsync());
    }

    /// <summary>One statement in each; Elasticsearch itself does not merge them meanwhile.</summary>
    private async Task WriteInSegmentsAsync(IStatementWriter writer, int count)
    {
        await _scene.SendAsync(
            HttpMethod.Put, $"{_scene.Alias}/_settings", new Dictionary<string, int> { ["merge.policy.segments_per_tier"] = 100 });
        for (var number = 0; number < count; number++)
        {
            await writer.ImportAsync(ArchiveScene.Statements(number, 1), Cancellation);
            await _scene.SendAsync(HttpMethod.Post, $"{_scene.Alias}/_refresh");
        }
    }

    /// <summary>Waits for what is being merged, if anything is.</summary>
    private Task MergedAsync() =>
        _scene.SendAsync(HttpMethod.Get, "_tasks?actions=indices:admin/forcemerge*&wait_for_completion=true&timeout=60s");

    private async Task<int> SegmentsAsync()
    {
        await _scene.SendAsync(HttpMethod.Post, $"{_scene.Alias}/_refresh");
        var stats = await _scene.SendAsync(HttpMethod.Get, $"{_scene.Alias}/_stats/segments");
        return stats.GetProperty("_all").GetProperty("primaries").GetProperty("segments").GetProperty("count").GetInt32();
    }
}
