using Search.Service.Requests;
using Search.Service.Responses;
using Search.Testing;
using Search.Testing.Generation;
using static Search.Service.Tests.Counting.CountedArchive;

namespace Search.Service.Tests.Counting;

public sealed class ComparisonServiceTests
{
    private static readonly StatementBuilder[] s_statements =
    [
        new("1") { Body = "A lamp.", Issued = new(2030, 1, 1), Issuer = "Board of Lights", IssuerCountry = "NO" },
        new("2") { Body = "The old lamp by the buoy.", Issued = new(2029, 1, 1), Issuer = "Board of Lights", IssuerCountry = "NO" },
        new("3") { Body = "Tides.", Issued = new(2028, 1, 1), Issuer = "Board of Lights", IssuerCountry = "NO" },
        new("4") { Body = "A lamp.", Issued = null, Issuer = "Harbour Board", IssuerCountry = "NO" },
        new("5") { Body = "Blank.", Title = "On a lamp", Issued = new(2031, 1, 1), Issuer = null },
        new("6") { Body = "A buoy.", Issued = new(2030, 6, 1), Issuer = "Office of Sails" },
    ];

    [Fact]
    public async Task Comparison_WithoutAChoice_IsOfThoseWithTheMostUses()
    {
        var comparison = await CompareAsync(await WithAsync(s_statements), "q=lamp&q=buoy");

        Assert.Equal([4L, 2L], comparison.Queries.Select(query => query.Total));
        Assert.Equal(["Board of Lights 2,1", "Harbour Board 1,0", "Office of Sails 0,1"], comparison.Issuers.Select(Counts));
    }

    [Fact]
    public async Task Comparison_MoreIssuersThanTen_IsOfTen()
    {
        var engine = await WithAsync([.. Enumerable.Range(0, 14).SelectMany(number => Enumerable.Range(0, 1 + (number % 7)).Select(
            copy => new StatementBuilder($"{number}-{copy}") { Body = "lamp", Issuer = $"Keeper {number:00}" }))]);

        var comparison = await CompareAsync(engine, "q=lamp");

        Assert.Equal(
            ["06", "13", "05", "12", "04", "11", "03", "10", "02", "09"], comparison.Issuers.Select(issuer => issuer.Value[^2..]));
    }

    [Fact]
    public async Task Comparison_ChosenIssuers_AreNamesGroupsAndNone()
    {
        var comparison = await CompareAsync(
            await WithAsync(s_statements), "q=lamp&issuer=none&issuer=NO/&issuer=Board of Lights&issuer=Nobody");

        Assert.Equal(["No issuer 1", "Norway 3", "Board of Lights 2", "Nobody 0"], comparison.Issuers.Select(Counts));
        Assert.Equal([1, 0.75, 2d / 3, null], comparison.Issuers.Select(issuer => issuer.Queries[0].Share));
        Assert.Equal([1L, 4L, 3L, 0L], comparison.Issuers.Select(issuer => issuer.Statements));
        Assert.Equal(
            ["2031-01-01 2031-01-01", "2029-01-01 2030-01-01", "2029-01-01 2030-01-01", " "],
            comparison.Issuers.Select(issuer => $"{issuer.Queries[0].First?.Issued} {issuer.Queries[0].Last?.Issued}"));
    }

    [Fact]
    public async Task Comparison_Passage_IsOfTheFirstUseAndMarked()
    {
        var comparison = await CompareAsync(
            await WithAsync(s_statements), "q=lamp&issuer=Board of Lights&issuer=Harbour Board&issuer=none&issuer=Office of Sails");

        Assert.Equal(
            ["The old [lamp] by the buoy.", "A [lamp].", "On a [lamp]", null],
            comparison.Issuers.Select(issuer => Marked(issuer.Queries[0].Snippet)));
        Assert.Equal(s_statements[1].Build().Id.Value, comparison.Issuers[0].Queries[0].Snippet?.Statement);
    }

    [Fact]
    public async Task Comparison_ExcludedIssuer_IsLeftOut() => Assert.Equal(
        ["Harbour Board 1"],
        (await CompareAsync(await WithAsync(s_statements), "q=lamp&issuer=-Board of Lights")).Issuers.Select(Counts));

    [Fact]
    public void Comparison_TooManyIssuers_AreRefused()
    {
        var pairs = Enumerable.Range(0, 21).Select(number => KeyValuePair.Create("issuer", (string?)$"Keeper {number}"));

        Assert.False(CountingCallReader.TryReadComparison(pairs, new(2030, 6, 1), out _, out var fault));

        Assert.Equal("issuer", Assert.Single(fault!.Parameters).Name);
    }

    [Fact]
    public async Task Comparison_OfManyStatements_IsWhatALoopCounts()
    {
        var statements = FictionalCorpus.Statements(300);
        var engine = await HoldingAsync(statements);

        var comparison = await CompareAsync(engine, "q=lamp&q=\"strongly condemns\"&q=strait -us");

        Assert.Equal(6, comparison.Issuers.Count);
        foreach (var issuer in comparison.Issuers)
        {
            var own = statements.Where(statement => statement.Issuer?.Name == issuer.Value).ToList();
            Assert.Equal(own.Count, issuer.Statements);
            foreach (var use in issuer.Queries)
            {
                var ids = await IdsAsync(engine, use.Query);
                var uses = own.Where(statement => ids.Contains(statement.Id.Value)).ToList();
                Assert.Equal((uses.Count, (double)uses.Count / own.Count), (use.Count, use.Share));
                Assert.Equal(uses.Min(statement => statement.Issued?.Last), use.First?.Issued?.Last);
                Assert.Equal(uses.Max(statement => statement.Issued?.First), use.Last?.Issued?.First);
                Assert.Equal(uses.Count > 0, use.Snippet?.Marks.Count > 0);
            }
        }
    }

    private static string Counts(ComparedIssuerResponse issuer) =>
        $"{issuer.Label} {string.Join(',', issuer.Queries.Select(use => use.Count))}";

    private static string? Marked(PassageResponse? passage) => passage is null ? null : passage.Marks.Reverse().Aggregate(
        passage.Text, (text, mark) => text.Insert(mark.Start + mark.Length, "]").Insert(mark.Start, "["));
}
