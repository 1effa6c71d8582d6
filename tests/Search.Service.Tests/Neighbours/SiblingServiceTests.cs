using Search.Archive.Storing;
using Search.Core.Statements;
using Search.Sqlite;
using Search.Testing;

namespace Search.Service.Tests.Neighbours;

public sealed class SiblingServiceTests : IAsyncDisposable
{
    private const int Pairs = 200;

    private readonly TemporaryFolder _folder = new();
    private readonly List<SqliteSearchEngine> _engines = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        foreach (var engine in _engines)
        {
            await engine.DisposeAsync();
        }

        _folder.Dispose();
    }

    [Theory]
    [InlineData("reworded", .95)]
    [InlineData("shortened", .95)]
    [InlineData("without a paragraph", .95)]
    [InlineData("other spelling", .95)]
    [InlineData("on the site of the office", .95)]
    public async Task Get_MadePairs_AreFoundAndNothingElse(string how, double recall)
    {
        var made = new MadePairs(106);
        var ones = Enumerable.Range(0, Pairs).Select(number => MadePairs.OfTheAgency(made.Statement(number))).ToList();
        Func<Statement, Statement> change = how switch
        {
            "on the site of the office" => MadePairs.OnTheSiteOfTheOffice,
            "reworded" => made.Reworded,
            "shortened" => MadePairs.Shortened,
            "without a paragraph" => made.WithoutAParagraph,
            _ => made.OtherSpelling,
        };
        var others = ones.Select(change).ToList();
        var service = await ServiceAsync([.. ones, .. others]);
        var found = 0;
        foreach (var (one, other) in ones.Zip(others))
        {
            var siblings = (await service.GetAsync(one.Id.Value, Cancellation))!.Siblings;
            Assert.All(siblings, sibling => Assert.Equal(other.Id.Value, sibling.Statement.Id));
            found += siblings.Count;
        }

        Assert.True(found >= recall * Pairs, $"{found} of {Pairs}");
    }

    [Fact]
    public async Task Get_FormsFilledInWithOtherNames_AreNoSiblings()
    {
        var made = new MadePairs(107);
        var ones = Enumerable.Range(0, 40).Select(made.Statement).ToList();
        var service = await ServiceAsync([.. ones, .. ones.Select(made.FilledInOtherwise)]);

        foreach (var one in ones)
        {
            Assert.Equal(0, (await service.GetAsync(one.Id.Value, Cancellation))!.Total);
        }
    }

    [Fact]
    public async Task Get_TheSameTextWithAWordMore_TellsTheWord()
    {
        const string body = "The keepers of the lamps welcome the fishermen of Kelmar Bay who have come home before the winter storm.";
        var one = new StatementBuilder("a") { Body = body, Source = "Harbour Gazette" }.Build();
        var other = new StatementBuilder("b") { Body = body.Replace("winter", "first winter", StringComparison.Ordinal) }.Build();
        var service = await ServiceAsync([one, other]);

        var sibling = Assert.Single((await service.GetAsync("a", Cancellation))!.Siblings);

        Assert.Equal(1, sibling.Containment);
        Assert.Equal(19.0 / 20, sibling.Resemblance, 3);
        Assert.Equal("first", Assert.Single(sibling.Changes, change => change.Change == "inserted").Text.Trim());
    }

    [Fact]
    public async Task Get_NoSuchStatement_IsNull() => Assert.Null(await (await ServiceAsync([])).GetAsync("nowhere", Cancellation));

    private async Task<SiblingService> ServiceAsync(IReadOnlyList<Statement> statements)
    {
        var engine = SqliteSearchEngine.Open(new SqliteOptions { Path = _folder.File("archive.db") });
        _engines.Add(engine);
        await using var writer = await engine.OpenWriterAsync(WritePurpose.Update, Cancellation);
        await writer.ImportAsync(statements, Cancellation);
        await writer.CompleteAsync(Cancellation);
        return new SiblingService(engine, engine, TimeProvider.System);
    }
}
