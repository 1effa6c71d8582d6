using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Search.Archive;
using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Core.Statements;
using Search.Testing;
using Search.Testing.Engines;

namespace Search.Service.Tests;

public sealed class StatementServiceTests : IAsyncLifetime
{
    private readonly InMemoryEngine _engine = new();
    private readonly FakeTimeProvider _time = TestClock.AtNoon();

    public async ValueTask InitializeAsync()
    {
        await using var writer = await _engine.OpenWriterAsync(WritePurpose.Update, CancellationToken.None);
        await writer.ImportAsync(
            [
                new StatementBuilder("before") { Issued = new(2030, 1, 1), Issuer = "Ministry of Tides" }.Build(),
                new StatementBuilder("asked") { Issued = new(2030, 1, 2), Issuer = "Ministry of Tides" }.Build(),
                new StatementBuilder("twin") { Title = "The twin", Issued = new(2030, 1, 2), Issuer = "Ministry of Tides" }.Build(),
                new StatementBuilder("stranger") { Issued = new(2030, 1, 2), Issuer = "Ministry of Tides", Source = "Elsewhere" }.Build(),
                new StatementBuilder("after") { Issued = new(2030, 1, 3), Issuer = "Ministry of Tides" }.Build(),
            ],
            CancellationToken.None);
        await writer.CompleteAsync(CancellationToken.None);
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    [Fact]
    public async Task GetAsync_NeighboursOfTheIssuer_AreAskedForAtOnce()
    {
        var search = new CountedSearch(_engine);
        var answering = new StatementService(search, _engine, _time).GetAsync("asked", null, CancellationToken.None);

        // Neither has been answered yet.
        Assert.Equal(3, search.Searches);
        search.LetGo();
        var (statement, versions) = (await answering)!;

        Assert.Equal(3, search.Searches);
        Assert.Equal((false, true, true), (statement.Nav.Partial, statement.Nav.Previous is not null, statement.Nav.Next is not null));
        Assert.Single(versions.Versions);
    }

    /// <summary>Before and after mean other days; and where no state is known, another source's ministry is another ministry.</summary>
    [Fact]
    public async Task GetAsync_SameIssuerAndDay_IsNamedWithinTheSource()
    {
        var answer = await new StatementService(_engine, _engine, _time).GetAsync("asked", null, CancellationToken.None);

        Assert.Equal("The twin", Assert.Single(answer!.Statement.Nav.SameDay).Title);
        Assert.Equal(1, answer.Statement.Nav.SameDayTotal);
    }

    /// <summary>An agency's day: each hit that is read is a whole text. Those of the year that are not read are counted, too.</summary>
    [Theory]
    [InlineData(0, 1, 29)]
    [InlineData(30, 2, 38)]
    public async Task GetAsync_ManyOfTheDate_ReadsWhatTheLinksNeed(int ofTheYear, int pages, int atMost)
    {
        var statements = Enumerable.Range(1, 30).Select(number => Dispatch($"busy-{number}", new(2031, 1, 1)))
            .Concat(Enumerable.Range(1, ofTheYear).Select(number =>
                Dispatch($"year-{number}", IssueDate.Around(new(2031, 1, 1), DatePrecision.Year))));
        await using var writer = await _engine.OpenWriterAsync(WritePurpose.Update, CancellationToken.None);
        await writer.ImportAsync([.. statements], CancellationToken.None);
        await writer.CompleteAsync(CancellationToken.None);
        var search = new CountedSearch(_engine);
        search.LetGo();

        var answer = await new StatementService(search, _engine, _time).GetAsync("busy-7", null, CancellationToken.None);

        Assert.Equal((20, atMost), (answer!.Statement.Nav.SameDay.Count, answer.Statement.Nav.SameDayTotal));
        Assert.All(answer.Statement.Nav.SameDay, link => Assert.StartsWith("busy", link.Title, StringComparison.Ordinal));
        Assert.DoesNotContain(answer.Statement.Nav.SameDay, link => link.Title == "busy-7");
        Assert.Equal((2 + pages, 21), (search.Searches, search.Largest));

        static Statement Dispatch(string id, IssueDate issued) =>
            new StatementBuilder(id) { Title = id, Issued = issued, Issuer = "Office of Dispatches" }.Build();
    }

    [Fact]
    public async Task GetAloneAsync_IsTheSameStatement_AndSearchesNothing()
    {
        var search = new CountedSearch(_engine);
        var alone = await new StatementService(search, _engine, _time).GetAloneAsync("asked", CancellationToken.None);
        var whole = await new StatementService(_engine, _engine, _time).GetAsync("asked", null, CancellationToken.None);

        Assert.Equal(0, search.Searches);
        Assert.NotNull(whole!.Statement.Nav.Next ?? whole.Statement.Nav.Previous);
        Assert.Equal(
            JsonSerializer.Serialize(whole.Statement with { Nav = alone!.Nav }), JsonSerializer.Serialize(alone));
    }

    [Fact]
    public async Task GetAsync_WhatIsBesideNeverComes_AnswersTheStatement()
    {
        var search = new CountedSearch(_engine);
        var answering = new StatementService(search, _engine, _time).GetAsync("asked", null, CancellationToken.None);

        _time.Advance(TimeSpan.FromSeconds(5));
        var (statement, _) = (await answering)!;

        Assert.Equal((null, null, true), (statement.Nav.Previous, statement.Nav.Next, statement.Nav.Partial));
        Assert.Empty(statement.Nav.SameDay);
    }

    [Fact]
    public async Task GetAsync_EngineTurnsSearchesAway_AnswersTheStatement()
    {
        var search = new CountedSearch(_engine);
        var answering = new StatementService(search, _engine, _time).GetAsync("asked", null, CancellationToken.None);

        search.LetGo(new EngineUnavailableException("busy"));
        var (statement, _) = (await answering)!;

        Assert.True(statement.Nav.Partial);
    }

    /// <summary>Searches wait until they are let go.</summary>
    private sealed class CountedSearch(ISearchEngine engine) : WrappedEngine(() => engine)
    {
        private readonly TaskCompletionSource _letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Searches { get; private set; }

        /// <summary>Hits on the largest page that was asked for.</summary>
        public int Largest { get; private set; }

        public override async Task<SearchPage> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
        {
            Searches++;
            Largest = Math.Max(Largest, request.Size);
            await _letGo.Task;
            return await base.SearchAsync(request, cancellationToken);
        }

        public void LetGo() => _letGo.TrySetResult();

        public void LetGo(Exception exception) => _letGo.TrySetException(exception);
    }
}
