using Microsoft.Extensions.Time.Testing;
using Search.Archive.Storing;
using Search.Service.Assistance;
using Search.Service.Requests;
using Search.Service.Responses;
using Search.Testing;
using Search.Testing.Engines;

namespace Search.Service.Tests;

/// <summary>A whole answer has its time, whatever stands beside the page.</summary>
public sealed class AnswerTimeTests : IAsyncLifetime
{
    private readonly InMemoryEngine _engine = new();
    private readonly FakeTimeProvider _time = TestClock.AtNoon();

    public async ValueTask InitializeAsync()
    {
        await using var writer = await _engine.OpenWriterAsync(WritePurpose.Update, CancellationToken.None);
        await writer.ImportAsync([new StatementBuilder("1") { Body = "We closed the harbour." }.Build()], CancellationToken.None);
        await writer.CompleteAsync(CancellationToken.None);
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    [Theory]
    [InlineData("closed harbour", true, false)]
    [InlineData("closed harbour", false, false)]
    [InlineData("habrour", true, true)]
    [InlineData("habrour", false, true)]
    public async Task SearchAsync_WhatIsBesideNeverComes_AnswersThePageAtTheEndOfItsTime(string query, bool heeds, bool counts)
    {
        var engine = new SilentEngine(_engine, heeds) { Counts = counts };
        var answering = SearchAsync(engine, query, CancellationToken.None);
        await engine.Asked;

        _time.Advance(TimeSpan.FromSeconds(5));
        var page = await answering;

        Assert.Equal(counts ? 0 : 1, page.Total.Value);
        Assert.True(page.Total.Exact);
        Assert.True(page.Partial);
    }

    [Fact]
    public async Task SearchAsync_ReaderIsGone_EndsAllThatIsAsked()
    {
        using var gone = new CancellationTokenSource();
        var engine = new SilentEngine(_engine, heeds: true) { Counts = true };
        var answering = SearchAsync(engine, "habrour", gone.Token);
        await engine.Asked;

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answering);
        Assert.All(engine.Tokens, token => Assert.True(token.IsCancellationRequested));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CompleteAsync_EngineNeverAnswers_SuggestsWhatItHas(bool heeds)
    {
        var engine = new SilentEngine(_engine, heeds);
        var answering = new SuggestionService(engine, _time).CompleteAsync("habrour", CancellationToken.None);
        await engine.Asked;

        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Empty((await answering).Suggestions);
    }

    private Task<SearchPageResponse> SearchAsync(SilentEngine engine, string query, CancellationToken cancellationToken)
    {
        Assert.True(SearchCallReader.TryRead([new("q", query)], new(2030, 6, 1), out var call, out var fault), fault?.ToString());
        return new SearchService(engine, engine, engine, _time).SearchAsync(call, cancellationToken);
    }
}
