using System.Text.Json;
using Search.Core.Statements;
using Search.Service.Requests;
using Search.Service.Responses;
using Search.Testing;
using Search.Testing.Generation;
using static Search.Service.Tests.Counting.CountedArchive;

namespace Search.Service.Tests.Counting;

public sealed class CoverageServiceTests
{
    private const string Weekly =
        "2030-01-07 2030-01-14 2030-01-21 2030-01-28 2030-02-04 2030-02-11 2030-04-15 2030-04-22 2030-04-29 2030-05-06";

    [Theory]
    [InlineData(Weekly, "", "2030-02-12..2030-04-14 62 7")]
    [InlineData("2030-01-01 2030-01-02 2031-01-01", "", "2030-01-03..2030-12-31 363 1")]
    [InlineData("2030-01-01 2031-01-01", "", "")]
    [InlineData("2030-01-01", "", "")]
    [InlineData("2030-01-07 2030-01-14 2030-01-21 2030-02-04", "", "")]
    [InlineData(Weekly + " 2030-03", "", "")]
    [InlineData(Weekly + " 2030", "", "")]
    [InlineData(Weekly, "from=2030-04-14", "2030-02-12..2030-04-14 62 7")]
    [InlineData(Weekly, "from=2030-04-15&to=2030-05-01", "")]
    [InlineData(Weekly, "from=2029-01-01&to=2030-02-11", "2029-01-01..2030-01-06 371 7")]
    [InlineData(Weekly, "from=2030-01-01&to=2030-02-11", "")]
    [InlineData(Weekly, "from=2030-05-01&to=2030-06-30", "2030-05-07..2030-06-30 55 7")]
    [InlineData(Weekly, "from=2030-07-01&to=2030-07-31", "2030-07-01..2030-07-31 31 7")]
    [InlineData(Weekly, "from=2020-07-01&to=2020-07-31", "2020-07-01..2020-07-31 31 7")]
    [InlineData("2030-01-01", "from=2030-01-03&to=2030-01-05", "2030-01-03..2030-01-05 3 ")]
    [InlineData("0001-01-01 9999-12-31", "from=0001-01-01&to=9999-12-31", "")]
    public async Task Coverage_Gaps_AreThoseTwiceAsLongAsUsual(string dates, string range, string gaps)
    {
        var coverage = await CoverAsync(await WithAsync(Dated(dates)), range);

        Assert.Equal(gaps, string.Join(
            ", ", coverage.Sources.Single().Gaps.Select(gap => $"{gap.From:yyyy-MM-dd}..{gap.To:yyyy-MM-dd} {gap.Days} {gap.Usual}")));
    }

    [Fact]
    public async Task Coverage_Range_CountsWhatMayLieInIt()
    {
        var engine = await WithAsync(
            [.. Dated("2030-01-31 2030-02-01 2030-02-28 2030-02 2030 2029"), new StatementBuilder("none") { Issued = null }]);

        var all = (await CoverAsync(engine, string.Empty)).Sources.Single();
        var some = (await CoverAsync(engine, "from=2030-02-10&to=2030-02-28")).Sources.Single();

        Assert.Equal((7, 1, 2, "2029", "2030-02-28"), (all.Statements, all.Undated, all.LessExact, $"{all.First}", $"{all.Last}"));
        Assert.Equal([new("2030-01", 1), new("2030-02", 3)], all.Months);
        Assert.Equal(
            (3, 0, 1, "2030-02-28", "2030-02-28"), (some.Statements, some.Undated, some.LessExact, $"{some.First}", $"{some.Last}"));
        Assert.Equal([new("2030-02", 2)], some.Months);
    }

    [Fact]
    public async Task Coverage_Sources_StandByTheirNumbersAndThoseNamedAreThere()
    {
        var engine = await WithAsync(
            new("1") { Source = "Evening Buoy" }, new("2") { Source = "Morning Anchor" }, new("3") { Source = "Morning Anchor" });

        var some = (await CoverAsync(engine, "source=Evening Buoy&source=Nobody's Gazette&from=2030-01-01&to=2030-01-31")).Sources;

        Assert.Equal(
            ["Morning Anchor 2", "Evening Buoy 1"],
            (await CoverAsync(engine, string.Empty)).Sources.Select(source => $"{source.Source} {source.Statements}"));
        Assert.Equal(
            ["Evening Buoy 0 1", "Nobody's Gazette 0 1"],
            some.Select(source => $"{source.Source} {source.Statements} {source.Gaps.Count}"));
    }

    [Fact]
    public async Task Coverage_ByIssuer_IsPaged()
    {
        var engine = await WithAsync(
            new("1") { Issuer = "Board of Lights" }, new("2") { Issuer = "Board of Lights" }, new("3") { Issuer = null },
            new("4") { Issuer = "Board of Sails" });

        var first = await CoverAsync(engine, "by=issuer&size=2");
        var rest = await CoverAsync(engine, $"by=issuer&size=2&cursor={first.Next}");

        Assert.Empty(first.Sources);
        Assert.Equal(["Board of Lights 2", "Board of Sails 1"], first.Issuers.Select(issuer => $"{issuer.Issuer} {issuer.Statements}"));
        Assert.Equal(["none 1"], rest.Issuers.Select(issuer => $"{issuer.Issuer} {issuer.Statements}"));
        Assert.Null(rest.Next);
    }

    [Theory]
    [InlineData("")]
    [InlineData("&from=2028-06-01&to=2028-07-31")]
    [InlineData("&issuer=none&issuer=Nobody&kind=-message")]
    public async Task Coverage_ByIssuerPageAfterPage_IsThatOfOneLongPage(string filters)
    {
        var statements = FictionalCorpus.Statements(400);
        var engine = await HoldingAsync(statements);

        var whole = await CoverAsync(engine, $"by=issuer&size=100{filters}");
        var walked = new List<HoldingsResponse>();
        var page = await CoverAsync(engine, $"by=issuer&size=3{filters}");
        walked.AddRange(page.Issuers);
        while (page.Next is { } next)
        {
            page = await CoverAsync(engine, $"by=issuer&size=3{filters}&cursor={next}");
            walked.AddRange(page.Issuers);
        }

        Assert.Null(whole.Next);
        Assert.Equal(JsonSerializer.Serialize(whole.Issuers), JsonSerializer.Serialize(walked));
        Assert.Equal(
            whole.Issuers.OrderByDescending(issuer => issuer.Statements).ThenBy(issuer => issuer.Issuer, StringComparer.Ordinal),
            whole.Issuers);
        if (filters.Length == 0)
        {
            Assert.Equal(
                statements.CountBy(statement => statement.Issuer?.Name ?? "none")
                    .Select(issuer => (issuer.Key, (long)issuer.Value)).Order(),
                whole.Issuers.Select(issuer => (issuer.Issuer!, issuer.Statements)).Order());
        }
    }

    [Fact]
    public async Task Coverage_OfManyStatements_IsWhatALoopCounts()
    {
        var statements = FictionalCorpus.Statements(400);

        var coverage = await CoverAsync(await HoldingAsync(statements), "from=2028-06-01&to=2029-05-31&size=3");

        Assert.Equal(3, coverage.Sources.Count);
        foreach (var source in coverage.Sources)
        {
            var own = statements.Where(statement => statement.Source == source.Source).Select(statement => statement.Issued)
                .OfType<IssueDate>().Where(date => date.Touches(new(2028, 6, 1), new(2029, 5, 31))).ToList();
            Assert.Equal(own.Count, source.Statements);
            Assert.All(source.Months, month => Assert.Equal(
                own.Count(date => $"{date}".StartsWith(month.Month, StringComparison.Ordinal)), month.Count));
            Assert.Equal(own.Count(date => date.Precision == DatePrecision.Year), source.LessExact);
            Assert.Equal(own.Count, source.LessExact + source.Months.Sum(month => month.Count));
            Assert.All(source.Gaps, gap => Assert.DoesNotContain(own, date => date.Touches(gap.From, gap.To)));
        }
    }

    [Fact]
    public async Task Search_WithoutHits_NamesTheGapsWithinTheTimeAskedFor()
    {
        var engine = await WithAsync(Dated(Weekly));

        var page = await Asking.SearchAsync(engine, "volcano", ("from", "2030-03-01"), ("to", "2030-03-31"));
        var elsewhere = await Asking.SearchAsync(engine, "volcano", ("from", "2030-01-01"), ("to", "2030-01-31"));

        Assert.Equal([new GapResponse(new(2030, 2, 12), new(2030, 4, 14), 62, 7, "Harbour Gazette")], page.Coverage!.Gaps);
        Assert.Empty(elsewhere.Coverage!.Gaps);
    }

    [Theory]
    [InlineData("by=country", "by")]
    [InlineData("q=lamp", "q")]
    [InlineData("from=yesterday", "from")]
    public void Coverage_WrongParameter_IsNamed(string parameter, string name)
    {
        var pair = parameter.Split('=');

        Assert.False(CountingCallReader.TryReadCoverage([KeyValuePair.Create(pair[0], (string?)pair[1])], out _, out var fault));

        Assert.Equal(name, Assert.Single(fault!.Parameters).Name);
    }

    private static IEnumerable<StatementBuilder> Dated(string dates) => dates.Split(' ')
        .Select((date, number) => new StatementBuilder($"{date} {number}") { Issued = Date(date) });
}
