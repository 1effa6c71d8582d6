using Search.Archive;
using Search.Archive.Searching;
using Search.Core.Countries;
using Search.Core.Statements;
using Xunit;

namespace Search.Testing.Contract;

public abstract partial class EngineContract
{
    /// <summary>A statement in which every field has a value of its own.</summary>
    private static readonly Statement s_full = new StatementBuilder("full-1")
    {
        Title = "Note on the “new” quay – № 7",
        Headline = "On the new quay",
        Body = "First paragraph: naïve, Ελλάδα, 東京, 🚢.\n\nSecond paragraph\twith \"quotes\" \\ and <b>angle</b> brackets & ampersands.",
        Issued = new DateOnly(2029, 2, 28),
        Captured = new DateTimeOffset(2029, 3, 1, 23, 59, 58, 123, TimeSpan.Zero),
        Kind = StatementKind.JointStatement,
        Source = "Harbour Gazette (night edition)",
        SourceUrl = "https://gazette.example/2029?a=1&b=%C3%A9#top",
        Language = "en-GB",
    }.Build() with
    {
        Issuer = new Issuer("Spokesperson, Ministry of Tides", "Spokesperson", "Ministry of Tides", "KP", "The MoT's “Spokesman”"),
        Countries =
        [
            new CountryMention("JP", MentionField.Title, 0, 4, MentionKind.Demonym),
            new CountryMention("KP", MentionField.Title, 5, 2, MentionKind.Abbreviation),
            new CountryMention("JP", MentionField.Body, 3, 5, MentionKind.InsideName),
            new CountryMention("GR", MentionField.Body, 24, 6, MentionKind.Name),
            new CountryMention("FR", MentionField.Body, 40, 2, MentionKind.Capital),
            new CountryMention("GB", MentionField.Body, 50, 2, MentionKind.Part),
        ],
    };

    /// <summary>A statement that lacks whatever it may lack.</summary>
    private static readonly Statement s_bare = new StatementBuilder(SourceId: null)
    {
        Title = string.Empty,
        Issued = null,
        Language = null,
        Kind = StatementKind.Other,
    }.Build();

    [Fact]
    public async Task Get_ById_GivesTheStatement()
    {
        var engine = await WithAsync(new("1") { Body = "Tides." }, new("2"));

        Assert.Equal("Tides.", (await CurrentAsync(engine, new StatementBuilder("1").Build().Id.Value))?.Body);
    }

    [Fact]
    public async Task Get_BySourceId_GivesTheStatement()
    {
        var engine = await WithAsync(new("note/2030-7 b") { Body = "Tides." }, new("2"));

        Assert.Equal("Tides.", (await CurrentAsync(engine, "note/2030-7 b"))?.Body);
    }

    [Theory]
    [InlineData("")]
    [InlineData("unknown")]
    [InlineData("0000000000000000")]
    [InlineData("' OR 1=1 --")]
    public async Task Get_UnknownId_GivesNull(string id)
    {
        var engine = await WithAsync(new StatementBuilder("1"));

        Assert.Null(await CurrentAsync(engine, id));
    }

    [Fact]
    public async Task Get_SourceIdOfTwoSources_GivesNull()
    {
        var engine = await WithAsync(new("7") { Source = "Evening Buoy" }, new("7") { Source = "Morning Anchor" });

        Assert.Null(await CurrentAsync(engine, "7"));
        Assert.NotNull(await CurrentAsync(engine, new StatementBuilder("7") { Source = "Evening Buoy" }.Build().Id.Value));
    }

    [Fact]
    public async Task Match_Id_FindsByEitherId()
    {
        var engine = await WithAsync(
            new("7") { Source = "Evening Buoy", Body = "tide" },
            new("7") { Source = "Morning Anchor" },
            new("8") { Source = "Evening Buoy" });

        await FindsAsync(engine, "7 7", Match.Id("7"));
        await FindsAsync(engine, "8", Match.Id(new StatementBuilder("8") { Source = "Evening Buoy" }.Build().Id.Value));
        await FindsAsync(engine, "7", Match.And(Match.Id("7"), Match.Word("tide")));
        await FindsAsync(engine, "8", Match.Not(Match.Id("7")));
        await FindsAsync(engine, "", Match.Id("70"));
    }

    [Fact]
    public async Task GetVersions_UnknownOrUnchanged_IsEmpty()
    {
        var engine = await WithAsync(new StatementBuilder("1"));

        Assert.Empty(await VersionsAsync(engine, new StatementBuilder("1").Build().Id));
        Assert.Empty(await VersionsAsync(engine, new StatementBuilder("2").Build().Id));
    }

    [Fact]
    public async Task GetVersions_GivesEveryFieldOfTheEarlierCapture()
    {
        var engine = await EmptyAsync();
        await WriteAllAsync(engine, s_full);
        await WriteAllAsync(engine, s_full with { Body = "Rewritten.", Countries = [] });

        SameStatement.Assert(s_full, Assert.Single(await VersionsAsync(engine, s_full.Id)));
    }

    [Fact]
    public async Task ReadAll_GivesEveryFieldAsWritten()
    {
        var engine = await EmptyAsync();
        await WriteAllAsync(engine, s_full, s_bare);

        var all = await AllAsync(engine);

        Assert.Equal(2, all.Count);
        SameStatement.Assert(s_full, all[0]);
        SameStatement.Assert(s_bare, all[1]);
    }

    [Fact]
    public async Task Search_HitsCarryTheWholeStatement()
    {
        var engine = await EmptyAsync();
        await WriteAllAsync(engine, s_full);

        SameStatement.Assert(s_full, Assert.Single((await SearchAsync(engine, Match.Everything)).Hits).Statement);
        SameStatement.Assert(s_full, (await CurrentAsync(engine, s_full.Id.Value))!);
    }

    [Fact]
    public async Task ReadAll_NewestFirstAndUndatedLast()
    {
        var engine = await WithAsync(
            new("old") { Issued = Day(2020, 1, 1) },
            new("undated") { Issued = null },
            new("new") { Issued = Day(2031, 1, 1) },
            new("mid") { Issued = Day(2025, 1, 1) });

        Assert.Equal(["new", "mid", "old", "undated"], (await AllAsync(engine)).Select(statement => statement.SourceId));
    }

    [Fact]
    public async Task ReadAll_WhileWriting_GivesTheArchiveAsItWas()
    {
        Require(EngineAbility.ReadSnapshot);
        var engine = await EmptyAsync();
        await WriteAllAsync(engine, [.. Enumerable.Range(0, 60).Select(number => new StatementBuilder($"{number}").Build())]);
        var read = 0;

        await foreach (var (statement, _) in engine.ReadAllAsync(Cancellation))
        {
            if (read++ == 0)
            {
                await WriteAllAsync(engine, new StatementBuilder("later") { Issued = Day(2000, 1, 1) }.Build());
            }

            Assert.NotEqual("later", statement.SourceId);
        }

        Assert.Equal(60, read);
    }

    [Fact]
    public async Task ReadAll_EmptyArchive_GivesNone() => Assert.Empty(await AllAsync(await EmptyAsync()));

    [Fact]
    public async Task Reading_Cancelled_Throws()
    {
        var engine = await WithAsync(new StatementBuilder("1"));
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => engine.SearchAsync(new SearchRequest { Query = Match.Everything }, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => engine.CountAsync([Match.Everything], SearchFilters.None, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => engine.GetAsync("1", cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => engine.CheckAsync(null, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var (statement, _) in engine.ReadAllAsync(cancelled))
            {
                Assert.Fail($"Read {statement.Id} after it was cancelled.");
            }
        });
    }

    [Fact]
    public async Task Reading_ByManyAtOnce_AnswersEach()
    {
        var engine = await WithAsync(
            [.. Enumerable.Range(0, 40).Select(number => new StatementBuilder($"{number}") { Body = $"berth{number % 10}" })]);

        var totals = await Task.WhenAll(Enumerable.Range(0, 40).Select(async number =>
            (await SearchAsync(engine, Match.Word($"berth{number % 10}"))).Total));

        Assert.All(totals, total => Assert.Equal(4, total));
    }

    private static async Task<List<Statement>> AllAsync(ISearchEngine engine)
    {
        var statements = new List<Statement>();
        await foreach (var (statement, _) in engine.ReadAllAsync(Cancellation))
        {
            statements.Add(statement);
        }

        return statements;
    }
}
