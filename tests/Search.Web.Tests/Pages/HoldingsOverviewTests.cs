using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Search.Archive;
using Search.Archive.Counting;
using Search.Testing;
using Search.Web.Pages;
using Search.Web.Tests.Hosting;

namespace Search.Web.Tests.Pages;

/// <summary>However many pages show shares, the engine counts what it holds once for each state of the archive.</summary>
public sealed class HoldingsOverviewTests
{
    private readonly FakeTimeProvider _clock = TestClock.AtNoon();

    [Fact]
    public async Task GetAsync_TheSameState_IsAskedOnce()
    {
        var (overview, asked) = Create(_ => Task.FromResult<IReadOnlyList<Holdings>>([new("Gazette", 1, [])]));

        Assert.Single((await overview.GetAsync("one", Token))!);
        Assert.Single((await overview.GetAsync("one", Token))!);
        Assert.Single(asked.Asked);
        Assert.Single((await overview.GetAsync("two", Token))!);
        Assert.Equal(2, asked.Asked.Count);
    }

    [Fact]
    public async Task GetAsync_TheEngineCannot_PagesStandWithoutAndDoNotAskAtOnce()
    {
        var (overview, asked) = Create(_ => throw new InvalidOperationException("Cannot."));

        Assert.Null(await overview.GetAsync("one", Token));
        Assert.Null(await overview.GetAsync("two", Token));
        Assert.Single(asked.Asked);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await overview.GetAsync("two", Token));
        Assert.Equal(2, asked.Asked.Count);
    }

    private (HoldingsOverview Overview, AskedEngine Asked) Create(Func<string, Task> answer)
    {
        var (engine, asked) = AskedEngine.Create(answer);
        return (new HoldingsOverview(new ServiceCollection().AddSingleton<ISearchEngine>(engine).BuildServiceProvider(), _clock), asked);
    }
}
