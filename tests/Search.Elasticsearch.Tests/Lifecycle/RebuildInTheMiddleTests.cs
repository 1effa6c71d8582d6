using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Archive.Upkeep;
using Search.Core.Statements;
using Search.Elasticsearch.Tests.Servers;
using Search.Testing;
using Search.Testing.Servers;

namespace Search.Elasticsearch.Tests.Lifecycle;

/// <summary>Rebuilds in the middle of which something else happens, at a request of the test's choice.</summary>
public sealed class RebuildInTheMiddleTests(PlainServer server) : IAsyncLifetime
{
    private ArchiveScene _scene = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _scene = new ArchiveScene(await server.RequireAsync());
        await _scene.WriteAsync(0, 20);
    }

    public ValueTask DisposeAsync() => _scene?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Before each of a rebuild's requests another importer adds a statement and changes one that is there.</summary>
    [Fact]
    public async Task Rebuild_AnImporterBeforeEachRequest_KeepsAllThatWasAcknowledged()
    {
        var impatient = await _scene.OpenAsync(_scene.Options with { WritePatience = TimeSpan.Zero });
        await using var importer = await impatient.OpenWriterAsync(WritePurpose.Update, Cancellation);
        var acknowledged = new List<int>();
        await using var proxy = new RequestProxy(_scene.Server, async request =>
        {
            var number = 100 + request.Number;
            try
            {
                await importer.ImportAsync([.. ArchiveScene.Statements(number, 1), Changed(number)], Cancellation);
                acknowledged.Add(number);
            }
            catch (EngineUnavailableException)
            {
                // writes are held up; one that is not acknowledged is the importer's to send again
            }

            return RequestFate.Passed;
        });

        await RebuildAsync(proxy);
        await importer.CompleteAsync(Cancellation);

        Assert.True(acknowledged.Count > 5);
        Assert.True((await _scene.HeldAsync()).IsSupersetOf(acknowledged.SelectMany(number => ArchiveScene.Ids(number, 1))));
        var changed = await impatient.GetAsync(Changed(0).Id.Value, Cancellation);
        Assert.Equal(Changed(acknowledged[^1]).Body, changed!.Statement.Body);
    }

    /// <summary>A request that was given up is carried out when the statement has been changed and carried over again.</summary>
    [Fact]
    public async Task Rebuild_BatchThatArrivesLate_DoesNotTakeBackAChange()
    {
        ProxiedRequest? late = null;
        await using var proxy = new RequestProxy(_scene.Server, async request =>
        {
            switch (request.Line)
            {
                case var line when late is null && line.Contains("_bulk", StringComparison.Ordinal):
                    late = request;
                    await ArchiveScene.WriteAsync(await _scene.OpenAsync(), WritePurpose.Update, [Changed(1)]);
                    return RequestFate.NotCarriedOut;
                case "POST /_aliases":
                    await late!.Forward();
                    break;
            }

            return RequestFate.Passed;
        });

        await RebuildAsync(proxy);

        var engine = await _scene.OpenAsync();
        Assert.Equal(Changed(1).Body, (await engine.GetAsync(Changed(1).Id.Value, Cancellation))!.Statement.Body);
    }

    [Fact]
    public async Task Rebuild_BatchThatArrivesAfterTheUndoing_MakesNoIndex()
    {
        var live = await _scene.IndicesAsync();
        ProxiedRequest? late = null;
        await using var proxy = new RequestProxy(_scene.Server, request =>
        {
            late = request.Line.Contains("_bulk", StringComparison.Ordinal) ? request : late;
            return Task.FromResult(
                request.Line.EndsWith("_count", StringComparison.Ordinal) ? RequestFate.NotCarriedOut : RequestFate.Passed);
        });

        await Assert.ThrowsAsync<EngineUnavailableException>(() => RebuildAsync(proxy));
        await late!.Forward();

        Assert.Equal(live, await _scene.IndicesAsync());
    }

    [Fact]
    public async Task Rebuild_MoveOfTheAliasThatArrivesAfterTheUndoing_MovesNothing()
    {
        var live = await _scene.AliasedAsync();
        ProxiedRequest? move = null;
        await using var proxy = new RequestProxy(_scene.Server, request =>
        {
            if (move is null && request.Line == "POST /_aliases")
            {
                move = request;
                return Task.FromResult(RequestFate.NotCarriedOut);
            }

            return Task.FromResult(RequestFate.Passed);
        });

        await Assert.ThrowsAsync<EngineUnavailableException>(() => RebuildAsync(proxy));
        await move!.Forward();

        Assert.Equal(live, await _scene.AliasedAsync());
        Assert.Equal(20, (await _scene.HeldAsync()).Count);
    }

    /// <summary>The plan was made, and then somebody let the alias point at the index that it was to delete.</summary>
    [Fact]
    public async Task CleanUp_IndexThatHasBecomeLive_Stays()
    {
        var engine = await _scene.OpenAsync();
        await _scene.LeaveOlderIndicesAsync();
        var plan = await engine.PlanAsync(UpkeepGoal.CleanUp, Cancellation);
        var (older, live) = ($"{_scene.Alias}-20200101000000", Assert.Single(await _scene.AliasedAsync()));
        await _scene.SendAsync(HttpMethod.Post, "_aliases", new
        {
            actions = new object[]
            {
                new { remove = new { index = live, alias = _scene.Alias } },
                new { add = new { index = older, alias = _scene.Alias } },
            },
        });

        await Assert.ThrowsAsync<ArchiveBusyException>(() => engine.MaintainAsync(plan, null, Cancellation));

        Assert.Contains(older, await _scene.IndicesAsync());
    }

    private static Statement Changed(int number) =>
        new StatementBuilder("0") { Body = $"Changed for the sake of {number}." }.Build();

    private async Task RebuildAsync(RequestProxy proxy)
    {
        await using var engine = new ElasticsearchSearchEngine(_scene.Options with { Urls = [proxy.Url], Retries = 0 });
        await engine.MaintainAsync(await engine.PlanAsync(UpkeepGoal.Rebuild, Cancellation), null, Cancellation);
    }
}
