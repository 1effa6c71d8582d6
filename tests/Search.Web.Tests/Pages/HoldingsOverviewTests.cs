using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Search.Archive;
using Search.Archive.Counting;
using Search.Testing;
using Search.Web.Pages.Results;
using Search.Web.Tests.Hosting;

namespace Search.Web.Tests.Pages;

/// <summary>However many pages show shares, and however often the archive changes, the engine counts what it holds now and then.</summary>
public sealed class HoldingsOverviewTests
{
    private static readonly IReadOnlyList<Holdings> s_holdings = [new("Gazette", 1, [])];

    private readonly FakeTimeProvider _clock = TestClock.AtNoon();

    [Fact]
    public async Task GetAsync_TheSameState_IsAskedOnce()
    {
        var (overview, asked) = Create(_ => Task.FromResult(s_holdings));

        Assert.Single((await overview.GetAsync("one", Token))!);
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Single((await overview.GetAsync("one", Token))!);
        Assert.Single(asked.Asked);
    }

    /// <summary>During an import every page finds another state of the archive.</summary>
    [Fact]
    public async Task GetAsync_StatesThatFollow_AreCountedBesideThePagesAndNotEach()
    {
        var (counting, answer) = (new SemaphoreSlim(0), Task.FromResult(s_holdings));
        var (overview, asked) = Create(_ =>
        {
            counting.Release();
            return answer;
        });
        await overview.GetAsync("one", Token);
        await counting.WaitAsync(Token);
        var second = new TaskCompletionSource<IReadOnlyList<Holdings>>(TaskCreationOptions.RunContinuationsAsynchronously);
        answer = second.Task;

        Assert.Same(s_holdings, await overview.GetAsync("two", Token));
        Assert.Single(asked.Asked);
        _clock.Advance(TimeSpan.FromSeconds(15));
        Assert.Same(s_holdings, await overview.GetAsync("three", Token));
        await counting.WaitAsync(Token);
        Assert.Same(s_holdings, await overview.GetAsync("four", Token));
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
