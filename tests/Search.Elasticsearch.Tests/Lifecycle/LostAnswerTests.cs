using Microsoft.Extensions.Logging.Abstractions;
using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Archive.Upkeep;
using Search.Elasticsearch.Tests.Servers;
using Search.Testing.Servers;

namespace Search.Elasticsearch.Tests.Lifecycle;

/// <summary>
/// Every operation on the archive's indices, again and again: the first time its first request goes wrong, then its second,
/// until it runs through. However often that is, the archive is whole afterwards and takes statements. Apart, as it keeps
/// the server busy with indices for minutes.
/// </summary>
[Trait("Runs", "apart")]
public sealed class LostAnswerTests(PlainServer server) : IAsyncLifetime
{
    private const int MaxRequests = 100;

    private ArchiveScene _scene = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, RequestFate> Rows => new()
    {
        { nameof(CreateAsync), RequestFate.AnswerLost },
        { nameof(CreateAsync), RequestFate.NotCarriedOut },
        { nameof(RebuildAsync), RequestFate.AnswerLost },
        { nameof(RebuildAsync), RequestFate.NotCarriedOut },
        { nameof(CleanUpAsync), RequestFate.AnswerLost },
        { nameof(CleanUpAsync), RequestFate.NotCarriedOut },
        { nameof(LoadAsync), RequestFate.AnswerLost },
        { nameof(LoadAsync), RequestFate.NotCarriedOut },
        { nameof(HealAsync), RequestFate.AnswerLost },
        { nameof(HealAsync), RequestFate.NotCarriedOut },
    };

    public async ValueTask InitializeAsync() => _scene = new ArchiveScene(await server.RequireAsync());

    public ValueTask DisposeAsync() => _scene?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task EveryRequestInTurn_LosesNothing(string operation, RequestFate fate)
    {
        for (var number = 1; ; number++)
        {
            Assert.True(number < MaxRequests, "The operation never runs through.");
            await PrepareAsync(operation);
            var before = await _scene.HeldAsync();
            var failed = false;
            var broken = number;
            await using (var proxy = new RequestProxy(
                _scene.Server, request => Task.FromResult(request.Number == broken ? fate : RequestFate.Passed)))
            {
                await using var engine = new ElasticsearchSearchEngine(_scene.Options with { Urls = [proxy.Url], Retries = 0 });
                try
                {
                    await RunAsync(operation, engine);
                }
                catch (Exception exception) when (exception is EngineUnavailableException or ArchiveBusyException)
                {
                    failed = true;
                }

                if (proxy.Requests < number)
                {
                    Assert.False(failed, "It failed without a fault.");
                    break;
                }
            }

            await CheckAsync(before, $"{operation}, request {number}, {fate}");
        }
    }

    private Task PrepareAsync(string operation) => operation switch
    {
        nameof(CreateAsync) => _scene.RemoveAllAsync(),
        nameof(RebuildAsync) => _scene.WriteAsync(0, 20),
        nameof(CleanUpAsync) => _scene.LeaveOlderIndicesAsync(),
        nameof(LoadAsync) => _scene.BeginWithSamplesAsync(),
        _ => _scene.LeaveLoadSettingsAsync(),
    };

    private static Task RunAsync(string operation, ElasticsearchSearchEngine engine) => operation switch
    {
        nameof(CreateAsync) => CreateAsync(engine),
        nameof(RebuildAsync) => RebuildAsync(engine),
        nameof(CleanUpAsync) => CleanUpAsync(engine),
        nameof(LoadAsync) => LoadAsync(engine),
        _ => HealAsync(engine),
    };

    private static Task CreateAsync(ElasticsearchSearchEngine engine) => engine.ConnectAsync(Cancellation);

    private static async Task RebuildAsync(ElasticsearchSearchEngine engine) =>
        await engine.MaintainAsync(await engine.PlanAsync(UpkeepGoal.Rebuild, Cancellation), null, Cancellation);

    private static async Task CleanUpAsync(ElasticsearchSearchEngine engine) =>
        await engine.MaintainAsync(await engine.PlanAsync(UpkeepGoal.CleanUp, Cancellation), null, Cancellation);

    private static Task LoadAsync(ElasticsearchSearchEngine engine) =>
        ArchiveScene.WriteAsync(engine, WritePurpose.Load, ArchiveScene.Statements(0, 20));

    private static Task HealAsync(ElasticsearchSearchEngine engine) =>
        ArchiveScene.WriteAsync(engine, WritePurpose.Update, ArchiveScene.Statements(0, 20));

    /// <summary>As the next start of a program finds it: with a sound engine.</summary>
    private async Task CheckAsync(IReadOnlySet<string> before, string row)
    {
        await using var engine = new ElasticsearchSearchEngine(
            _scene.Options with { WritePatience = TimeSpan.FromSeconds(5) }, NullLogger.Instance);
        await engine.ConnectAsync(Cancellation);
        Assert.True((await _scene.HeldAsync()).IsSupersetOf(before), $"{row}: statements are lost.");
        Assert.True((await _scene.AliasedAsync()).Count == 1, $"{row}: the alias does not point at one index.");

        if (before.Count > 0)
        {
            var samples = await ArchiveScene.WriteAsync(engine, WritePurpose.Samples, ArchiveScene.Statements(900, 1));
            Assert.True(samples.Added == 0, $"{row}: samples joined statements.");
        }

        await ArchiveScene.WriteAsync(engine, WritePurpose.Update, ArchiveScene.Statements(0, 30));
        Assert.True((await _scene.HeldAsync()).IsSupersetOf(ArchiveScene.Ids(0, 30)), $"{row}: statements were not taken.");
        var status = await engine.StatusAsync(Cancellation);
        Assert.True(status.Statements == (await _scene.HeldAsync()).Count, $"{row}: there is something else.");
        Assert.True(await _scene.HasLiveSettingsAsync(), $"{row}: a load's settings were left behind.");
        await _scene.CleanUpLaterAsync();
        Assert.True((await _scene.HeldAsync()).IsSupersetOf(before), $"{row}: the clean-up lost statements.");
        Assert.True((await _scene.IndicesAsync()).Count <= 2, $"{row}: indices are left over.");
    }
}
