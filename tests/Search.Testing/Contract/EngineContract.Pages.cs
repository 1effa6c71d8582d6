using Search.Archive;
using Search.Archive.Searching;
using Search.Core.Statements;
using Xunit;

namespace Search.Testing.Contract;

public abstract partial class EngineContract
{
    /// <summary>250 statements that all have "tide", with many ties in days and in relevance, and some undated.</summary>
    private static readonly StatementBuilder[] s_many = [.. Enumerable.Range(0, 250).Select(number => new StatementBuilder($"{number:000}")
    {
        Body = string.Concat(Enumerable.Repeat("tide ", 1 + (number % 3))) + (number % 5 == 0 ? "and lamp" : "and buoy"),
        Issued = number % 10 == 9 ? null : new DateOnly(2030, 1, 1).AddDays(number % 37),
    })];

    private static SearchRequest Tides(SortOrder sort, int size) => new() { Query = Match.Word("tide"), Sort = sort, Size = size };

    [Theory]
    [InlineData(SortOrder.Newest, "d c b a u")]
    [InlineData(SortOrder.Oldest, "a b c d u")]
    public async Task Sort_ByDate_UndatedLast(SortOrder sort, string expected)
    {
        var engine = await WithAsync(
            new("b") { Issued = Day(2021, 1, 1) }, new("u") { Issued = null }, new("d") { Issued = Day(2030, 12, 31) },
            new("a") { Issued = Day(1950, 6, 25) }, new("c") { Issued = Day(2021, 1, 2) });

        Assert.Equal(expected, Ids(await engine.SearchAsync(new SearchRequest { Query = Match.Everything, Sort = sort }, Cancellation)));
    }

    [Fact]
    public async Task Sort_ByDate_HasNoScores()
    {
        var engine = await WithAsync(new StatementBuilder("1") { Body = "tide" });

        Assert.Equal(0, Assert.Single((await engine.SearchAsync(Tides(SortOrder.Newest, 5), Cancellation)).Hits).Score);
    }

    [Fact]
    public async Task Sort_Relevance_BestFirstAndAmongEqualsTheNewest()
    {
        var engine = await WithAsync(
            new("old") { Body = "one tide in many words here", Issued = Day(2020, 1, 1) },
            new("undated") { Body = "one tide in many words here", Issued = null },
            new("new") { Body = "one tide in many words here", Issued = Day(2030, 1, 1) },
            new("best") { Body = "tide after tide", Issued = Day(2010, 1, 1) },
            new("other") { Body = "nothing of the kind" });

        var page = await engine.SearchAsync(Tides(SortOrder.Relevance, 10), Cancellation);

        Assert.Equal("best new old undated", Ids(page));
        Assert.Equal(page.Hits.Select(hit => hit.Score).OrderDescending(), page.Hits.Select(hit => hit.Score));
        Assert.True(page.Hits[0].Score > page.Hits[1].Score);
    }

    [Fact]
    public async Task Sort_Relevance_RareWordOutweighsACommonOne()
    {
        var common = Enumerable.Range(0, 20).Select(number => new StatementBuilder($"{number}") { Body = "the tide came in again" });
        var engine = await WithAsync([.. common, new StatementBuilder("rare") { Body = "the keel came in again" }]);

        var page = await SearchAsync(engine, Match.Or(Match.Word("tide"), Match.Word("keel")));

        Assert.Equal("rare", page.Hits[0].Statement.SourceId);
    }

    [Fact]
    public async Task Sort_Relevance_MoreOfTheOptionalTermsFirst()
    {
        var engine = await WithAsync(
            new("one") { Body = "salt by the sea" },
            new("three") { Body = "salt and sand and shell" },
            new("two") { Body = "salt and sand by sea" },
            new("4") { Body = "sand" }, new("5") { Body = "shell" });

        var page = await SearchAsync(engine, Match.Or(Match.Word("salt"), Match.Word("sand"), Match.Word("shell")));

        Assert.Equal("three", page.Hits[0].Statement.SourceId);
    }

    [Fact]
    public async Task Sort_RelevanceWithoutWords_IsNewestFirst()
    {
        var engine = await WithAsync(
            new("1") { Issued = Day(2021, 1, 1) }, new("2") { Issued = null }, new("3") { Issued = Day(2022, 1, 1) });

        Assert.Equal("3 1 2", Ids(await SearchAsync(engine, Match.Everything)));
    }

    [Theory]
    [InlineData(SortOrder.Relevance, 33)]
    [InlineData(SortOrder.Newest, 33)]
    [InlineData(SortOrder.Oldest, 33)]
    [InlineData(SortOrder.Relevance, 100)]
    [InlineData(SortOrder.Newest, 50)]
    [InlineData(SortOrder.Oldest, 7)]
    public async Task Cursor_WalksAllHitsWithoutGapOrDouble(SortOrder sort, int size)
    {
        var engine = await WithAsync(s_many);

        var walked = await WalkAsync(engine, Tides(sort, size));

        Assert.Equal(250, walked.Count);
        Assert.Equal(250, walked.Select(statement => statement.Id).Distinct().Count());
        AssertInOrder(sort, walked);
    }

    [Theory]
    [InlineData(SortOrder.Newest)]
    [InlineData(SortOrder.Oldest)]
    public async Task Cursor_UnderFiltersAndNegation_WalksTheirHits(SortOrder sort)
    {
        var engine = await WithAsync(s_many);
        var request = Tides(sort, 9) with
        {
            Query = Match.And(Match.Word("tide"), Match.Not(Match.Word("lamp"))),
            Filters = SearchFilters.None with { From = Day(2030, 1, 10) },
        };

        var walked = await WalkAsync(engine, request);

        var expected = s_many.Count(statement => statement.Issued?.First >= Day(2030, 1, 10) && !statement.Body.Contains("lamp"));
        Assert.Equal(expected, walked.Select(statement => statement.Id).Distinct().Count());
        AssertInOrder(sort, walked);
    }

    [Theory]
    [InlineData(SortOrder.Relevance)]
    [InlineData(SortOrder.Newest)]
    [InlineData(SortOrder.Oldest)]
    public async Task Cursor_AfterAWrite_ExpiresOrStillWalksAll(SortOrder sort)
    {
        var engine = await WithAsync(s_many);
        var request = Tides(sort, 60);
        var first = await engine.SearchAsync(request, Cancellation);
        await WriteAsync(engine, new StatementBuilder("later") { Body = "tide tide", Issued = Day(2030, 1, 20) });

        List<Statement> rest;
        try
        {
            rest = await WalkAsync(engine, request with { After = first.Next });
        }
        catch (CursorExpiredException)
        {
            return;
        }

        var ids = first.Hits
            .Select(hit => hit.Statement)
            .Concat(rest)
            .Select(statement => statement.SourceId)
            .Where(id => id != "later")
            .ToList();
        Assert.Equal(250, ids.Count);
        Assert.Equal(250, ids.Distinct().Count());
    }

    [Fact]
    public async Task Cursor_OfAnotherEngine_Expires()
    {
        var engine = await WithAsync(s_many[..5]);
        var request = Tides(SortOrder.Newest, 2) with { After = new SearchCursor("none-of-yours", ["2030-01-01", "x", "-1"]) };

        await Assert.ThrowsAsync<CursorExpiredException>(() => engine.SearchAsync(request, Cancellation));
    }

    [Fact]
    public async Task Cursor_WithDamagedKeys_Expires()
    {
        var engine = await WithAsync(s_many[..5]);
        var next = (await engine.SearchAsync(Tides(SortOrder.Newest, 2), Cancellation)).Next!;
        var request = Tides(SortOrder.Newest, 2) with { After = next with { Keys = ["\u0000damaged"] } };

        await Assert.ThrowsAsync<CursorExpiredException>(() => engine.SearchAsync(request, Cancellation));
    }

    [Fact]
    public async Task Page_LastOne_HasNoNext()
    {
        var engine = await WithAsync(s_many[..6]);

        Assert.Null((await engine.SearchAsync(Tides(SortOrder.Newest, 6), Cancellation)).Next);
        Assert.Null((await engine.SearchAsync(Tides(SortOrder.Relevance, 20), Cancellation)).Next);
        var first = await engine.SearchAsync(Tides(SortOrder.Newest, 3), Cancellation);
        Assert.Null((await engine.SearchAsync(Tides(SortOrder.Newest, 3) with { After = first.Next }, Cancellation)).Next);
    }

    [Fact]
    public async Task Page_SizeZero_CountsOnly()
    {
        var page = await (await WithAsync(s_many)).SearchAsync(Tides(SortOrder.Relevance, 0), Cancellation);

        Assert.Empty(page.Hits);
        Assert.Equal(250, page.Total);
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task Page_LargestSize_IsFull()
    {
        var page = await (await WithAsync(s_many)).SearchAsync(Tides(SortOrder.Relevance, SearchRequest.MaxSize), Cancellation);

        Assert.Equal(SearchRequest.MaxSize, page.Hits.Count);
        Assert.Equal(250, page.Total);
        Assert.True(page.Complete);
    }

    [Fact]
    public async Task Page_SameSearchTwice_IsTheSame()
    {
        var engine = await WithAsync(s_many);

        Assert.Equal(Ids(await SearchAsync(engine, Match.Word("tide"))), Ids(await SearchAsync(engine, Match.Word("tide"))));
    }

    private static async Task<List<Statement>> WalkAsync(ISearchEngine engine, SearchRequest request)
    {
        var walked = new List<Statement>();
        for (var pages = 0; pages < 300; pages++)
        {
            var page = await engine.SearchAsync(request, Cancellation);
            walked.AddRange(page.Hits.Select(hit => hit.Statement));
            if (page.Next is null)
            {
                return walked;
            }

            Assert.Equal(request.Size, page.Hits.Count);
            request = request with { After = page.Next };
        }

        Assert.Fail("The walk does not end.");
        return walked;
    }

    private static void AssertInOrder(SortOrder sort, List<Statement> walked)
    {
        if (sort != SortOrder.Relevance)
        {
            var days = walked
                .Select(statement => statement.Issued?.First ?? (sort == SortOrder.Newest ? DateOnly.MinValue : DateOnly.MaxValue))
                .ToList();
            Assert.Equal(sort == SortOrder.Newest ? days.OrderDescending() : days.Order(), days);
        }
    }
}
