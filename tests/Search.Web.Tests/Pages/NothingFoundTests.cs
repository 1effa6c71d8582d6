using Microsoft.Extensions.Time.Testing;
using Search.Service;
using Search.Service.Assistance;
using Search.Service.Requests;
using Search.Testing;
using Search.Web.Pages.Layout;
using Search.Web.Pages.Results;
using Search.Web.Tests.Hosting;

namespace Search.Web.Tests.Pages;

/// <summary>A page that has to say that nothing was found does not wait for what may help.</summary>
public sealed class NothingFoundTests
{
    private readonly FakeTimeProvider _clock = TestClock.AtNoon();

    /// <summary>What was not counted until then is a link without a count; names that are near are not looked for any more.</summary>
    [Fact]
    public async Task AskAsync_CountsThatNeverCome_AreLeftOutAfterASecond()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var (engine, _) = AskedEngine.Create(_ =>
        {
            asked.TrySetResult();
            return new TaskCompletionSource<IReadOnlyList<long>>().Task;
        });
        KeyValuePair<string, string?>[] parameters = [new("issuer", "Nobody"), new("kind", "report"), new("q", "volcano")];
        Assert.True(SearchCallReader.TryRead(parameters, PageParameters.Search, new DateOnly(2030, 6, 1), out var call, out _));
        var url = SearchUrl.Empty.With("issuer", "Nobody").With("kind", "report").With("q", "volcano");
        var asking = NothingFound.AskAsync(
            url,
            call,
            new SearchService(engine, engine, engine, _clock),
            new SuggestionService(engine, _clock),
            _clock,
            Token);
        await asked.Task.WaitAsync(Token);
        Assert.False(asking.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));
        var help = await asking.WaitAsync(Token);

        Assert.Equal(["without Issuer: Nobody", "without Kind: Report", "without any filter"], help.Wider.Select(search => search.Label));
        Assert.All(help.Wider, search => Assert.Null(search.Count));
        Assert.Empty(help.Issuers);
    }
}
