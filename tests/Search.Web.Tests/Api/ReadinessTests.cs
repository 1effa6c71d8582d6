using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Search.Archive;
using Search.Archive.Searching;
using Search.Testing;
using Search.Web.Api;
using Search.Web.Tests.Hosting;

namespace Search.Web.Tests.Api;

public sealed class ReadinessTests
{
    private readonly FakeTimeProvider _time = TestClock.AtNoon();

    [Fact]
    public async Task IsReadyAsync_ManyAskWithinASecond_TheEngineIsAskedOneCheapQuestion()
    {
        var (engine, asked) = AskedEngine.Create(_ => Task.CompletedTask);
        await using var services = Services(() => engine);
        var readiness = new Readiness(services, _time);

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => readiness.IsReadyAsync()));
        Assert.All(answers, Assert.True);
        Assert.Equal([nameof(ISearchEngine.PingAsync)], asked.Asked);

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await readiness.IsReadyAsync());
        Assert.Equal(2, asked.Asked.Count);
    }

    [Fact]
    public async Task IsReadyAsync_EngineIsSilent_IsNoAfterThreeSeconds()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var silence = new TaskCompletionSource();
        var (engine, _) = AskedEngine.Create(_ =>
        {
            begun.TrySetResult();
            return silence.Task;
        });
        await using var services = Services(() => engine);
        var answer = new Readiness(services, _time).IsReadyAsync();
        await begun.Task;

        _time.Advance(TimeSpan.FromSeconds(3));

        Assert.False(await answer);
    }

    [Fact]
    public async Task IsReadyAsync_EngineIsBack_IsYesAtOnce()
    {
        var away = true;
        var (engine, _) = AskedEngine.Create(
            _ => away ? Task.FromException(new EngineUnavailableException("away")) : Task.CompletedTask);
        await using var services = Services(() => engine);
        var readiness = new Readiness(services, _time);

        Assert.False(await readiness.IsReadyAsync());
        away = false;

        Assert.True(await readiness.IsReadyAsync());
    }

    [Fact]
    public async Task IsReadyAsync_EngineCannotBeOpened_IsNo()
    {
        await using var services = Services(() => throw new EngineUnavailableException("away"));

        Assert.False(await new Readiness(services, _time).IsReadyAsync());
    }

    private static ServiceProvider Services(Func<ISearchEngine> engine) =>
        new ServiceCollection().AddSingleton(_ => engine()).BuildServiceProvider();
}
