using Search.Archive;
using Search.Archive.Fingerprints;
using Search.Archive.Matching;
using Search.Archive.Reuse;
using Search.Archive.Storing;
using Search.Core.Analysis;
using Search.Core.Statements;
using Search.Testing.Generation;
using Xunit;

namespace Search.Testing.Contract;

/// <summary>
/// What an engine finds by fingerprints is what loops over all statements find: which statements have them, and what is new in a
/// statement. The loops share nothing with fingerprints or engines.
/// </summary>
public abstract class EngineReuse
{
    private const int Most = 10_000;

    /// <summary>A new and empty archive. The test disposes it.</summary>
    protected abstract Task<ISearchEngine> CreateAsync();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Novelty_OfFictionalStatements_IsThatOfALoop() => await CompareAsync(FictionalCorpus.Statements(250), asked: 40);

    [Fact]
    public async Task Novelty_OfRealStatements_IsThatOfALoop() =>
        await CompareAsync(RealStatements.Read(SharedData.Require("data/statements/functional.jsonl")), asked: 12);

    [Fact]
    public async Task FindShared_Cut_TellsHowManyThereAreAndGivesThoseWithTheMost()
    {
        await using var engine = await CreateAsync();
        var statements = FictionalCorpus.Statements(200);
        await WriteAsync(engine, statements);
        var asked = statements.MaxBy(statement => statement.Body.Length)!;
        var request = new SharedRequest { Prints = StatementPrints.Of(asked, new TextAnalyzer()), Except = asked.Id, Least = 2, Size = 3 };

        var found = await engine.FindSharedAsync(request, Cancellation);

        var expected = statements.Where(statement => statement.Id != asked.Id)
            .Select(statement => (statement.Id, Count: StatementPrints.Of(statement, new TextAnalyzer()).Intersect(request.Prints).Count()))
            .Where(statement => statement.Count >= 2)
            .OrderByDescending(statement => statement.Count).ThenBy(statement => statement.Id.Value, StringComparer.Ordinal)
            .ToList();
        Assert.True(expected.Count > 3);
        Assert.Equal(expected.Count, found.Total);
        Assert.Equal(expected.Take(3).Select(statement => statement.Id), found.Statements.Select(statement => statement.Id));
    }

    [Fact]
    public async Task FindShared_SeveralAtOnce_IsWhatEachIsAlone()
    {
        await using var engine = await CreateAsync();
        var statements = FictionalCorpus.Statements(200);
        await WriteAsync(engine, statements);
        var analyzer = new TextAnalyzer();
        List<SharedRequest> requests =
        [
            .. statements.Take(20).Select((statement, number) => new SharedRequest
            {
                Prints = StatementPrints.Of(statement, analyzer),
                Except = statement.Id,
                Least = 1 + (number % 3),
                NotAfter = number % 2 == 0 ? statement.Issued?.Last : null,
                Size = 1 + number,
            }),
            new() { Prints = [], Except = statements[0].Id, Size = 5 },
        ];

        var together = await engine.FindSharedAsync(requests, Cancellation);

        Assert.Equal(requests.Count, together.Count);
        Assert.Contains(together, found => found.Statements.Count > 1);
        foreach (var (request, found) in requests.Zip(together))
        {
            var alone = await engine.FindSharedAsync(request, Cancellation);
            Assert.Equal(alone.Total, found.Total);
            Assert.Equal(Ids(alone), Ids(found));
        }

        // Only of those that are cut is the order told.
        static IEnumerable<string> Ids(SharedPrints found)
        {
            var ids = found.Statements.Select(statement => statement.Id.Value);
            return found.Total > found.Statements.Count ? ids : ids.Order(StringComparer.Ordinal);
        }
    }

    [Fact]
    public async Task FindShared_NotAfterADay_LeavesOutLaterStatementsAndKeepsUndatedOnes()
    {
        await using var engine = await CreateAsync();
        const string text = "The harbour master of the north coast welcomes all fishermen who come home before the storm.";
        IssueDate?[] dates =
            [new(2030, 5, 1), new(2030, 5, 2), new(2030, 5, 3), null, IssueDate.Around(new(2030, 5, 9), DatePrecision.Month)];
        var statements = dates.Select((date, number) => new StatementBuilder($"s{number}") { Body = text, Issued = date }.Build()).ToList();
        await WriteAsync(engine, statements);
        var request = new SharedRequest
        {
            Prints = StatementPrints.Of(statements[1], new TextAnalyzer()),
            Except = statements[1].Id,
            NotAfter = new(2030, 5, 2),
            Size = 10,
        };

        var found = await engine.FindSharedAsync(request, Cancellation);

        Assert.Equal(["s0", "s3", "s4"], found.Statements.Select(statement => statement.SourceId).Order());
    }

    [Fact]
    public async Task FindShared_AfterATextHasChanged_KnowsTheNewOneOnly()
    {
        await using var engine = await CreateAsync();
        var (before, after) = (
            new StatementBuilder("a") { Body = "Nobody shall close the strait while the lamps of the harbour are lit." }.Build(),
            new StatementBuilder("a") { Body = "Everybody may pass through the bay as long as the winter has not come." }.Build());
        await WriteAsync(engine, [before]);
        await WriteAsync(engine, [after]);
        var other = new StatementBuilder("b").Build();

        Assert.Empty((await FindAsync(before)).Statements);
        Assert.Equal(after.Body, Assert.Single((await FindAsync(after)).Statements).Body);

        Task<SharedPrints> FindAsync(Statement like) => engine.FindSharedAsync(
            new SharedRequest { Prints = StatementPrints.Of(like, new TextAnalyzer()), Except = other.Id, Size = 10 }, Cancellation);
    }

    private async Task CompareAsync(IReadOnlyList<Statement> statements, int asked)
    {
        await using var engine = await CreateAsync();
        await WriteAsync(engine, statements);
        var loop = new NoveltyLoop(statements);
        var analyzer = new TextAnalyzer();
        foreach (var statement in statements.Where((_, index) => index % Math.Max(1, statements.Count / asked) == 0))
        {
            var found = await engine.FindSharedAsync(
                new SharedRequest
                {
                    Prints = StatementPrints.Of(statement, analyzer),
                    Except = statement.Id,
                    NotAfter = statement.Issued?.Last,
                    Size = Most,
                },
                Cancellation);
            Assert.Equal(found.Total, found.Statements.Count);
            var novelty = new NoveltyFinder(statement, analyzer, new MatchWork()).Find(found.Statements);

            Assert.Equal(loop.Find(statement), NoveltyLoop.Describe(novelty));
        }
    }

    private static async Task WriteAsync(ISearchEngine engine, IReadOnlyList<Statement> statements)
    {
        await using var writer = await engine.OpenWriterAsync(WritePurpose.Update, Cancellation);
        await writer.ImportAsync(statements, Cancellation);
        await writer.CompleteAsync(Cancellation);
    }
}
