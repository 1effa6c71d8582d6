using Microsoft.Extensions.Time.Testing;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Queries;
using Search.Service.Admission;
using Search.Testing;

namespace Search.Service.Tests.Admission;

public sealed class AdmittedSearchTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _time = TestClock.AtNoon();
    private readonly HeldEngine _engine = new();
    private readonly AdmittedSearch _search;

    public AdmittedSearchTests() => _search = new AdmittedSearch(
        _engine, new AdmissionOptions { Running = 2, Costly = 1, Queue = 1, Patience = TimeSpan.FromSeconds(2) }, _time);

    public ValueTask DisposeAsync()
    {
        _engine.LetGo();
        _search.Dispose();
        return _engine.DisposeAsync();
    }

    [Fact]
    public async Task SearchAsync_MoreThanMayRun_WaitInTurnAndTheRestIsTurnedAway()
    {
        Task[] running = [AskAsync("harbour"), AskAsync("harbour")];
        await _engine.BegunAsync(2);
        var waiting = AskAsync("harbour");

        var refusal = await Assert.ThrowsAsync<EngineUnavailableException>(() => AskAsync("harbour"));
        Assert.True(refusal.RetryAfter > TimeSpan.Zero);
        Assert.Equal(2, _engine.Asked.Count);

        _engine.LetGo();
        await Task.WhenAll([.. running, waiting]);
        Assert.Equal(3, _engine.Asked.Count);
    }

    [Fact]
    public async Task SearchAsync_CostlyLaneIsFull_OrdinarySearchesRun()
    {
        Task[] costly = [AskAsync("the NEAR/50 of"), AskAsync("the NEAR/50 of")];
        await _engine.BegunAsync(1);
        await Assert.ThrowsAsync<EngineUnavailableException>(() => AskAsync("the NEAR/50 of"));

        var ordinary = AskAsync("harbour");
        await _engine.BegunAsync(1);

        _engine.LetGo();
        await Task.WhenAll([.. costly, ordinary]);
    }

    [Fact]
    public async Task SearchAsync_WaitsTooLong_IsTurnedAway()
    {
        Task[] running = [AskAsync("harbour"), AskAsync("harbour")];
        await _engine.BegunAsync(2);
        var waiting = AskAsync("harbour");

        _time.Advance(TimeSpan.FromSeconds(2));

        await Assert.ThrowsAsync<EngineUnavailableException>(() => waiting);
        _engine.LetGo();
        await Task.WhenAll(running);
    }

    [Fact]
    public async Task SearchAsync_HasWaited_HasSoMuchLessTime()
    {
        using var gone = new CancellationTokenSource();
        Task[] running = [AskUntilAsync("harbour", gone.Token), AskAsync("harbour")];
        await _engine.BegunAsync(2);
        var waiting = AskAsync("harbour");
        _time.Advance(TimeSpan.FromSeconds(1));

        await gone.CancelAsync();
        await _engine.BegunAsync(1);

        Assert.Equal(TimeSpan.FromSeconds(4), _engine.Asked.Last().Budget);
        _engine.LetGo();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running[0]);
        await waiting;
    }

    [Fact]
    public async Task SearchAsync_ReaderIsGoneWhileWaiting_LeavesItsPlace()
    {
        Task[] running = [AskAsync("harbour"), AskAsync("harbour")];
        await _engine.BegunAsync(2);
        using var gone = new CancellationTokenSource();
        var waiting = AskUntilAsync("harbour", gone.Token);

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        var next = AskAsync("harbour");
        _engine.LetGo();
        await Task.WhenAll([.. running, next]);
        Assert.Equal(3, _engine.Asked.Count);
    }

    [Fact]
    public async Task SearchAsync_EngineOnTheCallersThread_LeavesThePoolFree()
    {
        var running = AskAsync("harbour");
        await _engine.BegunAsync(1);

        Assert.False(_engine.HasRunOnPool);
        _engine.LetGo();
        await running;
    }

    [Fact]
    public async Task SearchAsync_EngineThatWaitsForAServer_HasNoThreadToItself()
    {
        await using var engine = new HeldEngine(waits: true);
        using var search = new AdmittedSearch(engine, new AdmissionOptions(), _time);
        var request = new SearchRequest { Query = Meaning("harbour") };
        var running = Task.Run(() => search.SearchAsync(request, TestContext.Current.CancellationToken));
        await engine.BegunAsync(1);

        Assert.True(engine.HasRunOnPool);
        engine.LetGo();
        await running;
    }

    [Theory]
    [InlineData("harbour", true)]
    [InlineData("the NEAR/50 of", false)]
    public async Task CountsBeside_CostlyQuery_HoldsUpNoPage(string query, bool expected)
    {
        await using var engine = new BesideEngine(_engine);
        using var search = new AdmittedSearch(engine, new AdmissionOptions(), _time);

        var beside = new BesideQueries([Meaning("tide")], [Meaning(query)]);
        Assert.Equal(expected, search.CountsBeside(beside));
        Assert.False(_search.CountsBeside(beside));
    }

    private Task<SearchPage> AskAsync(string text) => AskUntilAsync(text, TestContext.Current.CancellationToken);

    private Task<SearchPage> AskUntilAsync(string text, CancellationToken cancellationToken) =>
        _search.SearchAsync(new SearchRequest { Query = Meaning(text) }, cancellationToken);

    private static MatchNode Meaning(string text) => QueryParser.TryParse(text, out var query, out _)
        ? QueryMeaning.Of(query, new MeaningOptions(new DateOnly(2030, 6, 1)))
        : throw new ArgumentException("No query.", nameof(text));
}
