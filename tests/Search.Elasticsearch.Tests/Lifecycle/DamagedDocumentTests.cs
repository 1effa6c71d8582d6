using System.Text.Json;
using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Archive.Upkeep;
using Search.Elasticsearch.Tests.Servers;
using Search.Testing;

namespace Search.Elasticsearch.Tests.Lifecycle;

/// <summary>A document that is not what was written is never written anew: it would come by a hash that fits it.</summary>
public sealed class DamagedDocumentTests(PlainServer server) : IAsyncLifetime
{
    private static readonly StatementBuilder s_before = new("1") { Body = "The lantern was lit." };
    private static readonly StatementBuilder s_now = s_before with { Body = "The lantern went out." };

    private ArchiveScene _scene = null!;
    private ElasticsearchSearchEngine _engine = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Id => s_now.Build().Id.Value;

    public async ValueTask InitializeAsync()
    {
        _scene = new ArchiveScene(await server.RequireAsync());
        _engine = await _scene.OpenAsync();
        await ImportAsync(s_before);
        await ImportAsync(s_now);
    }

    public ValueTask DisposeAsync() => _scene?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Theory]
    [InlineData("ctx._source.body = 'The lantern was stolen.'")]
    [InlineData("ctx._source.versions[0].body = 'The lantern was stolen.'")]
    public async Task Rebuild_DamagedText_IsRefusedAndTheLiveIndexStays(string damage)
    {
        await ChangeAsync(damage);
        var live = await _scene.IndicesAsync();

        var damaged = await Assert.ThrowsAsync<ArchiveDamagedException>(RebuildAsync);

        Assert.Equal(Id, damaged.StatementId);
        Assert.Contains($"DELETE /{live[0]}/_doc/{Id}", damaged.Message, StringComparison.Ordinal);
        Assert.Equal(live, await _scene.IndicesAsync());
        Assert.Equal(live, await _scene.AliasedAsync());
        Assert.Equal(1, await WriteAsync(new StatementBuilder("2"), result => result.Added)); // writes are allowed again
        var fault = Assert.Single((await _engine.CheckAsync(null, Cancellation)).Faults);
        Assert.Contains("content hash differs", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OverDamagedText_IsRefusedWithTheReason()
    {
        await ChangeAsync("ctx._source.body = 'The lantern was stolen.'");

        var refused = await WriteAsync(s_now with { Body = "The lantern shines." }, result => Assert.Single(result.Refused));

        Assert.Contains("content hash differs", refused.Reason, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArchiveDamagedException>(() => _engine.GetAsync(Id, Cancellation));
    }

    [Fact]
    public async Task Check_VersionsOfBeforeTheyHadHashes_AreMendedByARebuild()
    {
        await ChangeAsync("ctx._source.versions[0].remove('contentHash')");

        var before = await _engine.CheckAsync(null, Cancellation);
        await RebuildAsync();
        var after = await _engine.CheckAsync(null, Cancellation);

        Assert.EndsWith("run rebuild.", Assert.Single(before.Faults), StringComparison.Ordinal);
        Assert.Empty(after.Faults);
        Assert.Equal(before.ContentHash, after.ContentHash);
        Assert.Equal("The lantern was lit.", Assert.Single((await _engine.GetAsync(Id, Cancellation))!.Versions).Body);
    }

    /// <summary>Behind the program's back, as a bad disk or another program would.</summary>
    private Task<JsonElement> ChangeAsync(string script) => _scene.SendAsync(
        HttpMethod.Post, $"{_scene.Alias}/_update/{Id}?refresh=true", new { script = new { source = script } });

    private Task<int> ImportAsync(StatementBuilder statement) => WriteAsync(statement, result => result.Added);

    private async Task<T> WriteAsync<T>(StatementBuilder statement, Func<WriteResult, T> read) =>
        read(await ArchiveScene.WriteAsync(_engine, WritePurpose.Update, [statement.Build()]));

    private async Task RebuildAsync() =>
        await _engine.MaintainAsync(await _engine.PlanAsync(UpkeepGoal.Rebuild, Cancellation), null, Cancellation);
}
