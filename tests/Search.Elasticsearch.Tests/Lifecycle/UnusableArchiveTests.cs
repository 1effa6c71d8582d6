using System.Collections.Concurrent;
using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Archive.Upkeep;
using Search.Elasticsearch.Tests.Servers;
using Search.Testing;
using Search.Testing.Servers;

namespace Search.Elasticsearch.Tests.Lifecycle;

/// <summary>What lies under the alias is no archive, or none any more: an error with words of its own, and nothing is changed.</summary>
public sealed class UnusableArchiveTests(PlainServer server) : IAsyncLifetime
{
    private ArchiveScene _scene = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _scene = new ArchiveScene(await server.RequireAsync());

    public ValueTask DisposeAsync() => _scene?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Theory]
    [InlineData("-of-somebody-else")] // not named as this program names indices
    [InlineData("-20300517120000")]
    public async Task Connect_AliasAtAForeignIndex_IsANameClashAndNothingIsWritten(string suffix)
    {
        var index = _scene.Alias + suffix;
        await _scene.SendAsync(HttpMethod.Put, index, new
        {
            settings = new { number_of_replicas = 0 },
            aliases = new Dictionary<string, object> { [_scene.Alias] = new { is_write_index = true } },
        });

        await RefusesAsync<ArchiveNameClashException>();

        Assert.Equal([index], await _scene.IndicesAsync());
        Assert.Equal(0, (await _scene.SendAsync(HttpMethod.Get, $"{index}/_count")).GetProperty("count").GetInt32());
    }

    /// <summary>A program that began while the cluster was away goes on; what comes back is looked at before it is believed.</summary>
    [Fact]
    public async Task AnyCall_ForeignIndexOfAClusterThatWasAwayAtConnect_IsANameClash()
    {
        await _scene.SendAsync(HttpMethod.Put, $"{_scene.Alias}-of-somebody-else", new
        {
            settings = new { number_of_replicas = 0 },
            aliases = new Dictionary<string, object> { [_scene.Alias] = new { is_write_index = true } },
        });
        await using var proxy = new FaultyProxy(_scene.Server);
        await using var engine = new ElasticsearchSearchEngine(_scene.Options with { Urls = [proxy.Url], Retries = 0 });
        proxy.Break(ProxyFault.Down);
        await Assert.ThrowsAsync<EngineUnavailableException>(() => engine.ConnectAsync(Cancellation));
        await Assert.ThrowsAsync<EngineUnavailableException>(() => SearchAsync(engine));
        proxy.Mend();

        await Assert.ThrowsAsync<ArchiveNameClashException>(() => SearchAsync(engine));
        await Assert.ThrowsAsync<ArchiveNameClashException>(() => SearchAsync(engine));
        await Assert.ThrowsAsync<ArchiveNameClashException>(() => engine.GetAsync("1", Cancellation));
        await Assert.ThrowsAsync<ArchiveNameClashException>(() => engine.StatusAsync(Cancellation));
        await Assert.ThrowsAsync<ArchiveNameClashException>(() => engine.PingAsync(Cancellation));
    }

    [Fact]
    public async Task Search_ArchiveOfAClusterThatWasAwayAtConnect_IsAskedForOnce()
    {
        await _scene.WriteAsync(0, 3);
        var asked = new ConcurrentQueue<string>();
        var fate = RequestFate.NotCarriedOut;
        await using var proxy = new RequestProxy(_scene.Server, request =>
        {
            asked.Enqueue(request.Line);
            return Task.FromResult(fate);
        });
        await using var engine = new ElasticsearchSearchEngine(_scene.Options with { Urls = [proxy.Url], Retries = 0 });
        await Assert.ThrowsAsync<EngineUnavailableException>(() => engine.ConnectAsync(Cancellation));
        fate = RequestFate.Passed;

        Assert.Equal(3, (await SearchAsync(engine)).Total);
        Assert.Equal(3, (await SearchAsync(engine)).Total);

        Assert.Single(asked, line => line.Contains("_field_caps", StringComparison.Ordinal));
    }

    /// <summary>It has no months to count by: each hit would be told to be without a date.</summary>
    [Fact]
    public async Task AnyCall_IndexOfAnEarlierVersion_IsRefusedUntilItIsRebuilt()
    {
        await _scene.SendAsync(HttpMethod.Put, $"{_scene.Alias}-20200101000000", new
        {
            settings = new { number_of_replicas = 0 },
            aliases = new Dictionary<string, object> { [_scene.Alias] = new { is_write_index = true } },
            mappings = ArchiveScene.OlderMappings(null),
        });
        await using var engine = new ElasticsearchSearchEngine(_scene.Options);
        await engine.ConnectAsync(Cancellation);

        var refusal = await Assert.ThrowsAsync<ArchiveFormatException>(() => SearchAsync(engine));
        await Assert.ThrowsAsync<ArchiveFormatException>(() => engine.PingAsync(Cancellation));
        Assert.Equal(0, (await engine.StatusAsync(Cancellation)).Statements);
        await engine.MaintainAsync(await engine.PlanAsync(UpkeepGoal.Rebuild, Cancellation), null, Cancellation);

        Assert.Contains("search rebuild", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, (await SearchAsync(engine)).Total);
    }

    [Fact]
    public async Task Connect_IndexOfTheAliasName_IsANameClash()
    {
        await _scene.SendAsync(HttpMethod.Put, _scene.Alias, new { settings = new { number_of_replicas = 0 } });
        try
        {
            await RefusesAsync<ArchiveNameClashException>();
        }
        finally
        {
            await _scene.SendAsync(HttpMethod.Delete, _scene.Alias);
        }
    }

    [Fact]
    public async Task AnyCall_ClosedIndex_SaysThatItIsClosed()
    {
        var engine = await _scene.OpenAsync();
        await _scene.WriteAsync(0, 1);
        await using var writer = await engine.OpenWriterAsync(WritePurpose.Update, Cancellation);
        await writer.ImportAsync(ArchiveScene.Statements(1, 1), Cancellation);
        await _scene.SendAsync(HttpMethod.Post, $"{_scene.Alias}/_close");

        await Assert.ThrowsAsync<ArchiveClosedException>(() => SearchAsync(engine));
        await Assert.ThrowsAsync<ArchiveClosedException>(() => engine.StatusAsync(Cancellation));
        await Assert.ThrowsAsync<ArchiveClosedException>(() => writer.ImportAsync(ArchiveScene.Statements(2, 1), Cancellation));
        await RefusesAsync<ArchiveClosedException>();
        await _scene.SendAsync(HttpMethod.Post, $"{_scene.Alias}/_open");
    }

    [Fact]
    public async Task AnyCall_IndexThatWasThere_SaysThatItIsGoneAndMakesNone()
    {
        var engine = await _scene.OpenAsync();
        await _scene.WriteAsync(0, 1);
        await using var writer = await engine.OpenWriterAsync(WritePurpose.Update, Cancellation);
        await writer.ImportAsync(ArchiveScene.Statements(1, 1), Cancellation);
        await _scene.RemoveAllAsync();

        await Assert.ThrowsAsync<ArchiveGoneException>(() => SearchAsync(engine));
        await Assert.ThrowsAsync<ArchiveGoneException>(() => engine.StatusAsync(Cancellation));
        await Assert.ThrowsAsync<ArchiveGoneException>(() => engine.CheckAsync(null, Cancellation));
        await Assert.ThrowsAsync<ArchiveGoneException>(() => engine.ConnectAsync(Cancellation));
        await Assert.ThrowsAsync<ArchiveGoneException>(() => writer.ImportAsync(ArchiveScene.Statements(2, 1), Cancellation));
        await Assert.ThrowsAsync<ArchiveGoneException>(() => engine.OpenWriterAsync(WritePurpose.Update, Cancellation));
        Assert.Empty(await _scene.IndicesAsync());
    }

    [Fact]
    public async Task Connect_AliasRemovedFromAFilledIndex_SaysHowToPointBackAndMakesNone()
    {
        await _scene.WriteAsync(0, 3);
        var index = Assert.Single(await _scene.IndicesAsync());
        await _scene.SendAsync(HttpMethod.Delete, $"{index}/_alias/{_scene.Alias}");

        var gone = await RefusesAsync<ArchiveGoneException>();

        Assert.Contains($"{index} (3 statements)", gone.Message, StringComparison.Ordinal);
        Assert.Equal([index], await _scene.IndicesAsync());
        var command = gone.Message[gone.Message.IndexOf('{', StringComparison.Ordinal)..(gone.Message.LastIndexOf('}') + 1)];
        await _scene.SendAsync(HttpMethod.Post, "_aliases", System.Text.Json.JsonElement.Parse(command));
        await _scene.WriteAsync(3, 1);
        Assert.Equal(4, (await _scene.HeldAsync()).Count);
    }

    [Fact]
    public async Task Write_NoRoomOnTheDisks_SaysSo()
    {
        var engine = await _scene.OpenAsync(_scene.Options with { WritePatience = TimeSpan.Zero });
        await using var writer = await engine.OpenWriterAsync(WritePurpose.Update, Cancellation);
        await writer.ImportAsync(ArchiveScene.Statements(0, 1), Cancellation);
        await _scene.SendAsync(
            HttpMethod.Put, $"{_scene.Alias}/_settings", new Dictionary<string, object> { ["blocks.read_only_allow_delete"] = true });

        await Assert.ThrowsAsync<ArchiveFullException>(() => writer.ImportAsync(ArchiveScene.Statements(1, 1), Cancellation));
        await SearchAsync(engine);
    }

    private static Task<SearchPage> SearchAsync(ElasticsearchSearchEngine engine) =>
        engine.SearchAsync(new SearchRequest { Query = Match.Everything }, Cancellation);

    /// <summary>Another program, which has seen nothing yet.</summary>
    private async Task<T> RefusesAsync<T>()
        where T : Exception
    {
        await using var engine = new ElasticsearchSearchEngine(_scene.Options);
        await Assert.ThrowsAsync<T>(() => engine.ConnectAsync(Cancellation));
        await Assert.ThrowsAsync<T>(() => engine.OpenWriterAsync(WritePurpose.Update, Cancellation));
        return Assert.IsType<T>((await engine.PlanAsync(UpkeepGoal.Rebuild, Cancellation)).Refusal);
    }
}
