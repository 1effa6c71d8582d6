using Search.Archive.Storing;
using Search.Core.Statements;
using Search.Service.Requests;
using Search.Service.Responses;
using Search.Testing;
using Search.Testing.Engines;

namespace Search.Service.Tests;

public sealed class SearchServiceTests : IAsyncLifetime
{
    private readonly InMemoryEngine _engine = new();

    public async ValueTask InitializeAsync()
    {
        Statement[] statements =
        [
            new StatementBuilder("1")
            {
                Title = "On the harbour",
                Body = "We strongly condemn the blockade of the harbour.",
                Countries = "JP KR",
                Issued = new(2030, 1, 5),
                Issuer = "Ministry of Tides",
            }.Build(),
            new StatementBuilder("2")
            {
                Title = "On fishing",
                Body = "Condemning nobody, we strongly and calmly ask for fish.",
                Countries = "JP",
                Issued = new(2030, 2, 5),
                Issuer = "Ministry of Tides",
            }.Build(),
            new StatementBuilder("3")
            {
                Title = "Undated",
                Body = "We condemn strongly.",
                Issued = null,
                Issuer = null,
                Language = null,
            }.Build(),
        ];
        await using var writer = await _engine.OpenWriterAsync(WritePurpose.Update, CancellationToken.None);
        await writer.ImportAsync(statements, CancellationToken.None);
        await writer.CompleteAsync(CancellationToken.None);
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    [Fact]
    public async Task SearchAsync_BareWords_LadderRungsContainEachOther()
    {
        var page = await SearchAsync("strongly condemn");

        Assert.Equal(
            [("verbatim", 1L), ("exact", 1L), ("stemmed", 1L), ("near", 3L), ("all", 3L)],
            page.Ladder.Select(rung => (rung.Level, rung.Count)));
        Assert.Equal(3, page.Total.Value);
    }

    [Fact]
    public async Task SearchAsync_NoHits_SaysWhatTheArchiveHolds()
    {
        var page = await SearchAsync("volcano", ("issuer", "Ministry of Tides"));

        Assert.Equal((2, new(2030, 1, 5), new(2030, 2, 5)), (page.Coverage?.Statements, page.Coverage?.Earliest, page.Coverage?.Latest));
        Assert.False(page.Partial);
    }

    /// <summary>What restricts may stand in the query as well as beside it: the answer is about what was looked through.</summary>
    [Theory]
    [InlineData("volcano before:2030-02-01", 1)]
    [InlineData("volcano after:2030-02-01", 1)]
    [InlineData("volcano issuer:tides", 2)]
    [InlineData("volcano issuer:whales", 0)]
    [InlineData("volcano -country:KR", 2)]
    [InlineData("volcano (country:KR OR country:JP)", 2)]
    [InlineData("volcano (country:KR OR lagoon)", 3)]
    [InlineData("volcano -harbour", 3)]
    [InlineData("volcano before:2030-02-01 after:2030-03-01", 0)]
    public async Task SearchAsync_NoHitsForARestrictedQuery_SaysWhatTheRestrictionsLeave(string query, long statements)
    {
        var page = await SearchAsync(query);

        Assert.Equal(0, page.Total.Value);
        Assert.Equal(statements, page.Coverage?.Statements);
        Assert.False(page.Partial);
    }

    [Fact]
    public async Task SearchAsync_Hits_HaveNoCoverage() => Assert.Null((await SearchAsync("harbour")).Coverage);

    [Fact]
    public async Task SearchAsync_MisspeltWord_SuggestsTheOneThatFindsMore()
    {
        var page = await SearchAsync("blokade harbour");

        var spelling = Assert.Single(page.Query.Also, also => also.Kind == "spelling");
        Assert.Equal(("blockade harbour", 1L), (spelling.Query, spelling.Count));
    }

    [Fact]
    public async Task SearchAsync_CountryByName_NamesTheFacetWithItsCount()
    {
        var page = await SearchAsync("Japan");

        var also = Assert.Single(page.Query.Also, also => also.Kind == "country");
        Assert.Equal(2, also.Count);
        Assert.Equal(0, page.Total.Value);
    }

    [Fact]
    public async Task SearchAsync_ChosenAndExcludedValues_AreToldApart()
    {
        var page = await SearchAsync("condemn", ("country", "-KR"), ("language", "none"));

        var country = page.Facets.Single(facet => facet.Name == "country");
        Assert.Contains(country.Values, value => value is { Value: "KR", Label: "South Korea", Excluded: true, Selected: false });
        var language = page.Facets.Single(facet => facet.Name == "language");
        Assert.Contains(language.Values, value => value is { Value: "none", Count: 1, Selected: true });
        Assert.Equal(1, language.Missing);
    }

    [Fact]
    public async Task SearchAsync_NextPage_HasTheOthers()
    {
        var first = await SearchAsync("condemn", ("size", "2"));
        var second = await SearchAsync("condemn", ("size", "2"), ("cursor", first.Next));

        Assert.Equal((2, 1), (first.Hits.Count, second.Hits.Count));
        Assert.Null(second.Next);
        Assert.Equal(3, first.Hits.Concat(second.Hits).Select(hit => hit.Id).Distinct().Count());
    }

    [Fact]
    public async Task GetAsync_WithQuery_MarksTitleAndBody()
    {
        Assert.True(SearchCallReader.TryRead([new("q", "harbour")], SearchParameters.Marking, new(2030, 6, 1), out var call, out _));

        var service = new StatementService(_engine, _engine, TestClock.AtNoon());
        var statement = (await service.GetAsync("1", call, CancellationToken.None))?.Statement;

        Assert.Equal("harbour", Marked(statement!.Title, statement.TitleMarks));
        Assert.Equal("harbour", Marked(statement.Body, statement.BodyMarks));
        Assert.Equal(["JP", "KR"], statement.Countries.Select(country => country.Code));
        Assert.Equal(("On fishing", null), (statement.Nav.Next?.Title, statement.Nav.Previous?.Title));
    }

    [Fact]
    public async Task GetDifferenceAsync_LaterCapture_TellsWordsApart()
    {
        var earlier = new StatementBuilder("v") { Body = "We regret it.", Captured = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero) };
        var later = earlier with { Body = "We deeply regret it.", Captured = new(2030, 1, 2, 0, 0, 0, TimeSpan.Zero) };
        await using (var writer = await _engine.OpenWriterAsync(WritePurpose.Update, CancellationToken.None))
        {
            await writer.ImportAsync([earlier.Build()], CancellationToken.None);
            await writer.ImportAsync([later.Build()], CancellationToken.None);
            await writer.CompleteAsync(CancellationToken.None);
        }

        var service = new StatementService(_engine, _engine, TestClock.AtNoon());
        var versions = await service.GetVersionsAsync("v", CancellationToken.None);
        var difference = await service.GetDifferenceAsync("v", 1, CancellationToken.None);

        Assert.Equal([(2, true), (1, false)], versions!.Versions.Select(version => (version.Number, version.Current)));
        Assert.Equal(["equal", "inserted", "equal"], difference!.Body.Select(change => change.Change));
        Assert.Null(await service.GetDifferenceAsync("v", 2, CancellationToken.None));
    }

    [Theory]
    [InlineData("harbour", 1)]
    [InlineData("harbuor", 0)]
    public async Task SearchAsync_WhatIsBesideIsTooCostly_AnswersThePageMarkedPartial(string query, int hits)
    {
        var page = await Asking.SearchAsync(new CostlyCountsEngine(_engine), query);

        Assert.Equal(hits, page.Hits.Count);
        Assert.Empty(page.Ladder);
        Assert.True(page.Partial);
        Assert.True(page.Total.Exact);
    }

    [Theory]
    [InlineData("strongly", "stemmed", 3)]
    [InlineData("\"strongly condemn\"", "exact", 1)]
    [InlineData("strongly condemn", "all", 3)]
    public async Task SearchAsync_LevelThatIsThePage_IsNotCountedAgain(string query, string level, int hits)
    {
        var engine = new CountingEngine(_engine);

        var page = await Asking.SearchAsync(engine, query);

        Assert.Equal(hits, Assert.Single(page.Ladder, rung => rung.Level == level).Count);
        Assert.Equal(page.Ladder.Count - 1, Assert.Single(engine.Counted).Count);
    }

    [Theory]
    [InlineData("strongly condemn")]
    [InlineData("\"strongly condemn\"")]
    public async Task SearchAsync_EngineCountsBesidePages_IsTheSameAndNothingIsCountedApart(string query)
    {
        var apart = await Asking.SearchAsync(_engine, query);
        var together = await Asking.SearchAsync(new BesideEngine(_engine), query);

        Assert.NotEmpty(apart.Ladder);
        Assert.Equal(apart.Ladder, together.Ladder);
        Assert.Equal(apart.Query.Also, together.Query.Also);
        Assert.False(together.Partial);
    }

    [Fact]
    public async Task SearchAsync_CountsBesideThePageDidNotCome_AnswersThePageMarkedPartial()
    {
        var page = await Asking.SearchAsync(new BesideEngine(_engine, fails: true), "strongly condemn");

        Assert.Equal(3, page.Total.Value);
        Assert.Empty(page.Ladder);
        Assert.True(page.Partial);
    }

    [Fact]
    public async Task SearchAsync_PageIsIncomplete_LeavesItsLevelOut()
    {
        var page = await Asking.SearchAsync(new CountingEngine(_engine, complete: false), "strongly condemn");

        Assert.Equal(["verbatim", "exact", "stemmed", "near"], page.Ladder.Select(rung => rung.Level));
    }

    /// <summary>A hit has every word that it must have: none is misspelt. Of alternatives one may be.</summary>
    [Theory]
    [InlineData("blockade harbour", false)]
    [InlineData("\"the blockade\" -fish", false)]
    [InlineData("blockade OR fishery", true)]
    [InlineData("harbour (blockade OR fishery)", true)]
    public async Task SearchAsync_FewHits_LooksForSpellingsWhereAWordMayLack(string query, bool looks)
    {
        var engine = new CountingEngine(_engine);

        var page = await Asking.SearchAsync(engine, query);

        Assert.InRange(page.Total.Value, 1, 2);
        Assert.Equal(looks, engine.Counted.SelectMany(queries => queries).Contains(Match.Word("blockade")));
    }

    [Fact]
    public async Task SearchAsync_FewHitsOfAnyWord_LooksForSpellings()
    {
        var page = await SearchAsync("blokade fishing", ("match", "any"));

        Assert.NotEmpty(page.Hits);
        Assert.Equal("blockade fishing", Assert.Single(page.Query.Also, also => also.Kind == "spelling").Query);
    }

    private Task<SearchPageResponse> SearchAsync(string query, params (string Name, string? Value)[] others) =>
        Asking.SearchAsync(_engine, query, others);

    private static string Marked(string text, IReadOnlyList<Archive.Highlighting.Mark> marks) =>
        string.Join('|', marks.Select(mark => text.Substring(mark.Start, mark.Length)));
}
