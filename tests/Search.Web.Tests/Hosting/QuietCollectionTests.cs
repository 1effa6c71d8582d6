using Microsoft.Extensions.Time.Testing;
using Search.Testing;
using Search.Web.Hosting;

namespace Search.Web.Tests.Hosting;

public sealed class QuietCollectionTests
{
    private readonly FakeTimeProvider _time = TestClock.AtNoon();
    private long _allocated;
    private int _collections;

    [Fact]
    public async Task Look_AfterALoad_CollectsOnceWhenItIsOver()
    {
        using var collection = await StartAsync();

        Pass(megabytes: 500);
        Pass(megabytes: 500);
        Assert.Equal(0, _collections);

        Pass(megabytes: 1);
        Pass(megabytes: 1);
        Pass(megabytes: 1);

        Assert.Equal(1, _collections);
    }

    [Fact]
    public async Task Look_AfterAFewRequests_LeavesTheHeapAlone()
    {
        using var collection = await StartAsync();

        Pass(megabytes: 100);
        Pass(megabytes: 1);

        Assert.Equal(0, _collections);
    }

    [Fact]
    public async Task Look_AfterEachLoad_CollectsAgain()
    {
        using var collection = await StartAsync();

        for (var load = 0; load < 3; load++)
        {
            Pass(megabytes: 300);
            Pass(megabytes: 0);
        }

        Assert.Equal(3, _collections);
    }

    private async Task<QuietCollection> StartAsync()
    {
        var collection = new QuietCollection(_time, () => _allocated, () => _collections++);
        await collection.StartAsync(TestContext.Current.CancellationToken);
        return collection;
    }

    /// <summary>An interval in which so much is allocated.</summary>
    private void Pass(long megabytes)
    {
        _allocated += megabytes << 20;
        _time.Advance(TimeSpan.FromSeconds(5));
    }
}
