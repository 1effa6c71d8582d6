using Search.Archive.Storing;
using Search.Core.Statements;
using Search.Testing;
using Search.Testing.Engines;

namespace Search.Service.Tests.Neighbours;

public sealed class NoveltyServiceTests
{
    private const string Said = "the keepers of the lamps shall never close the strait again";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_ARunSaidBefore_TellsTheFirstHowOftenAndByWhom()
    {
        var service = await ServiceAsync(
            new StatementBuilder("first") { Body = $"We say that {Said}.", Issued = new(2030, 1, 2), Issuer = "Board of Lights" },
            new StatementBuilder("month") { Body = $"Know that {Said}.", Issued = IssueDate.Around(new(2030, 3, 1), DatePrecision.Month) },
            new StatementBuilder("second")
            {
                Body = $"In short {Said.ToUpperInvariant()}!",
                Issued = new(2030, 2, 3),
                Issuer = "Office of Sails",
            },
            new StatementBuilder("later") { Body = $"As before {Said}.", Issued = new(2030, 6, 1) },
            new StatementBuilder("undated") { Body = $"Perhaps {Said}.", Issued = null },
            new StatementBuilder("same") { Body = $"Now {Said} and again.", Issued = new(2030, 3, 15) },
            new StatementBuilder("asked") { Title = "New", Body = $"Hear this: {Said}. All else is fresh.", Issued = new(2030, 3, 15) });

        var novelty = (await service.GetAsync("asked", Cancellation))!;

        var span = Assert.Single(novelty.Spans);
        Assert.Equal(("body", 11, Said.Length, 11), (span.Field, span.Start, span.Length, span.Words));
        Assert.Equal((2, 3), (span.Uses, span.SameDay));
        Assert.Equal("2030-01-02", span.Earliest.Issued.ToString());
        Assert.Equal(["Board of Lights", "Office of Sails"], span.Issuers.Select(issuer => issuer.Value));
        Assert.Equal((18, 7), (novelty.Words, novelty.NewWords));
        Assert.Equal(7.0 / 18, novelty.NewShare);
        Assert.Equal(3, novelty.Undecided.Count);
        Assert.All(novelty.Undecided, other => Assert.Equal(11, other.Words));
        Assert.False(novelty.Partial);
    }

    [Fact]
    public async Task Get_AShortSentence_IsSaidBeforeAsAWholeOnly()
    {
        var service = await ServiceAsync(
            new StatementBuilder("a") { Body = "All lamps shall burn tonight. Nothing more.", Issued = new(2030, 1, 1) },
            new StatementBuilder("whole") { Body = "Listen. All lamps shall burn tonight.", Issued = new(2030, 2, 1) },
            new StatementBuilder("part") { Body = "Listen. All lamps shall burn tonight or never.", Issued = new(2030, 2, 1) });

        Assert.Equal(5, Assert.Single((await service.GetAsync("whole", Cancellation))!.Spans).Words);
        Assert.Empty((await service.GetAsync("part", Cancellation))!.Spans);
    }

    [Fact]
    public async Task Get_MoreThanAreCompared_IsMarkedPartial()
    {
        var many = Enumerable.Range(0, 2_001)
            .Select(number => new StatementBuilder($"s{number}") { Body = $"{number} {Said}", Issued = new(2029, 1, 1) });
        var service = await ServiceAsync([.. many, new StatementBuilder("asked") { Body = $"Indeed {Said}" }]);

        var novelty = (await service.GetAsync("asked", Cancellation))!;

        Assert.True(novelty.Partial);
        Assert.Equal(2_000, novelty.Compared);
        Assert.Equal(2_000, Assert.Single(novelty.Spans).Uses);
    }

    private static async Task<NoveltyService> ServiceAsync(params StatementBuilder[] statements)
    {
        var engine = new InMemoryEngine();
        await using var writer = await engine.OpenWriterAsync(WritePurpose.Update, Cancellation);
        await writer.ImportAsync([.. statements.Select(statement => statement.Build())], Cancellation);
        await writer.CompleteAsync(Cancellation);
        return new NoveltyService(engine, engine, TimeProvider.System);
    }
}
