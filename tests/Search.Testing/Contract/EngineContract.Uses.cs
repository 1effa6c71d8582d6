using System.Globalization;
using Search.Archive;
using Search.Archive.Counting;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Core.Statements;
using Xunit;

namespace Search.Testing.Contract;

public abstract partial class EngineContract
{
    [Fact]
    public async Task Uses_EmptyArchive_AreNone()
    {
        var counts = await CountAsync(await EmptyAsync(), Match.Everything);

        Assert.Equal((0, 0, 0, 0), (counts.Total, counts.Dates.Count, counts.Undated, counts.Issuers.Count));
    }

    [Fact]
    public async Task Uses_OfSeveralQueries_StandInTheirOrder()
    {
        var engine = await WithAsync(new("1") { Body = "lamp" }, new("2") { Body = "lamp and buoy" }, new("3") { Body = "tide" });
        MatchNode[] queries = [Match.Word("lamp"), Match.Nothing, Match.Word("buoy"), Match.Everything];

        var counts = await engine.CountUsesAsync(new UseRequest { Queries = queries }, Cancellation);

        Assert.Equal([2, 0, 1, 3], counts.Select(count => count.Total));
        Assert.All(counts, count => Assert.Empty(count.Issuers));
    }

    [Fact]
    public async Task Uses_NoQuery_AreNoAnswers()
    {
        var engine = await WithAsync(new StatementBuilder("1"));

        Assert.Empty(await engine.CountUsesAsync(new UseRequest { Queries = [] }, Cancellation));
        Assert.Empty(await engine.FindUsesAsync(new PlaceRequest { Places = [] }, Cancellation));
    }

    [Fact]
    public async Task Uses_MonthsAndYears_AreCountedAsSuch()
    {
        var engine = await WithAsync(
            new("1") { Issued = Year(2030) },
            new("2") { Issued = Month(2030, 1) },
            new("3") { Issued = Day(2030, 1, 1) },
            new("4") { Issued = Day(2030, 1, 1) },
            new("5") { Issued = null });

        var counts = await CountAsync(engine, Match.Everything);

        Assert.Equal(
            [("2030-01-01", 2), ("2030-01", 1), ("2030", 1)], counts.Dates.Select(date => (date.Key.ToString(), date.Value)));
        Assert.Equal((5, 1), (counts.Total, counts.Undated));
    }

    /// <summary>A year that has begun before is no earlier use: it may mean any of its days.</summary>
    [Theory]
    [InlineData("2030 2030-05-17", "2030-05-17", "2030-05-17")]
    [InlineData("2029 2030-05-17 2031", "2029", "2031")]
    [InlineData("2030-05 2030-05-31 2030-05-01", "2030-05-01", "2030-05-31")]
    [InlineData("2030 2030-12", "2030-12", "2030-12")]
    [InlineData("2030 2030-01", "2030-01", "2030-01")]
    [InlineData("2030 2030-06", "2030-06", "2030-06")]
    public async Task Uses_FirstAndLastOfAnIssuer_AreThoseThatAreCertain(string dates, string first, string last)
    {
        var statements = dates.Split(' ').Select(date => new StatementBuilder(date) { Issued = Parse(date), Issuer = "Board of Lights" });
        var engine = await WithAsync([.. statements]);

        var issuer = Assert.Single((await CountAsync(engine, Match.Everything)).Issuers);

        Assert.Equal((first, last), (issuer.First.ToString(), issuer.Last.ToString()));
    }

    [Fact]
    public async Task Uses_Issuers_AreCountedByPathAndWithoutOne()
    {
        var engine = await WithAsync(
            new("1") { Issuer = "Spokesperson", IssuerCountry = "NO", IssuerOrganisation = "Ministry of Tides" },
            new("2") { Issuer = "Spokesperson", IssuerCountry = "FR", IssuerOrganisation = "Ministry of Tides" },
            new("3") { Issuer = "Spokesperson", IssuerCountry = "FR", IssuerOrganisation = "Ministry of Tides", IssuerPrinted = "He" },
            new("4") { Issuer = null, Issued = null });

        var issuers = (await CountAsync(engine, Match.Everything)).Issuers;

        Assert.Equal(
            [
                " 1  ",
                "FR/Ministry of Tides/Spokesperson 2 2030-05-17 2030-05-17",
                "NO/Ministry of Tides/Spokesperson 1 2030-05-17 2030-05-17",
            ],
            issuers.Select(issuer => $"{issuer.Path} {issuer.Count} {issuer.First} {issuer.Last}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Uses_NumbersOfIssuers_AreThoseOfNamesGroupsAndNone()
    {
        var engine = await WithAsync(
            new("1") { Issuer = "Spokesperson", IssuerCountry = "NO", IssuerOrganisation = "Ministry of Tides" },
            new("2") { Issuer = "Spokesperson", IssuerCountry = "FR", IssuerOrganisation = "Ministry of Tides", Source = "Evening Buoy" },
            new("3") { Issuer = "Board of Lights", IssuerCountry = "FR" },
            new("4") { Issuer = null });
        string?[] issuers = ["FR/", "Spokesperson", null, "Nobody", "FR/Ministry of Tides/", "Spokesperson"];

        var all = await engine.CountIssuersAsync(new IssuerRequest { Issuers = issuers }, Cancellation);
        var some = await engine.CountIssuersAsync(
            new IssuerRequest { Issuers = issuers, Filters = SearchFilters.None with { Source = Except("Evening Buoy") } }, Cancellation);

        Assert.Equal([2, 2, 1, 0, 1, 2], all);
        Assert.Equal([1, 1, 1, 0, 0, 1], some);
        Assert.Empty(await engine.CountIssuersAsync(new IssuerRequest { Issuers = [] }, Cancellation));
    }

    /// <summary>More than engines give at a time.</summary>
    [Fact]
    public async Task Uses_OfMoreIssuersThanOneAnswerHolds_AreAllCounted()
    {
        const int issuers = 10_300;
        var engine = await WithAsync([.. Enumerable.Range(0, issuers).Select(number => new StatementBuilder($"{number}")
        {
            Issuer = $"Keeper {number}",
            Issued = Day(2000, 1, 1).AddDays(number),
            Body = number % 2 == 0 ? "lamp" : "buoy",
        })]);

        var counts = await CountAsync(engine, Match.Word("lamp"));

        Assert.Equal((issuers / 2, issuers / 2, issuers / 2), (counts.Total, counts.Dates.Count, counts.Issuers.Count));
        var everything = await CountAsync(engine, Match.Everything);
        Assert.Equal((issuers, issuers, issuers), (everything.Total, everything.Dates.Count, everything.Issuers.Count));
        Assert.Equal(issuers, everything.Issuers.Select(issuer => issuer.Path).Distinct().Count());
        var holdings = await engine.CountHoldingsAsync(new HoldingsRequest { By = FacetName.Issuer }, Cancellation);
        Assert.Equal(issuers, holdings.Select(holding => holding.Value).Distinct().Count());
        Assert.All(holdings, holding => Assert.Equal((1, 1), (holding.Statements, Assert.Single(holding.Dates).Value)));
        Assert.All(everything.Issuers, issuer =>
        {
            var number = int.Parse(issuer.Path![(issuer.Path!.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture);
            IssueDate day = Day(2000, 1, 1).AddDays(number);
            Assert.Equal((1, day, day), (issuer.Count, issuer.First, issuer.Last));
        });
    }

    [Theory]
    [InlineData(3)]
    [InlineData(200)]
    public async Task Places_ManyStatementsOfOneDay_AreTheOneWithTheLowestId(int count)
    {
        var statements = Enumerable.Range(0, count).Select(number => new StatementBuilder($"{number}")).ToArray();
        var engine = await WithAsync(statements);
        var lowest = statements.Select(statement => statement.Build().Id.Value).Min(StringComparer.Ordinal);

        var found = await engine.FindUsesAsync(
            new PlaceRequest { Places = [new(Match.Everything, FacetFilter.Unrestricted, Day(2030, 5, 17))] }, Cancellation);

        Assert.Equal(lowest, Assert.Single(found)?.Id.Value);
    }

    [Fact]
    public async Task Places_AreOfTheIssuerTheGroupAndThePrecisionAskedFor()
    {
        var engine = await WithAsync(
            new("day") { Issued = Day(2030, 1, 1), Issuer = "Board of Lights", IssuerCountry = "NO" },
            new("month") { Issued = Month(2030, 1), Issuer = "Board of Lights", IssuerCountry = "NO" },
            new("year") { Issued = Year(2030), Issuer = "Board of Sails", IssuerCountry = "FR" },
            new("none") { Issued = null });
        (string? Issuer, IssueDate? Date)[] asked =
        [
            ("Board of Lights", Day(2030, 1, 1)), ("Board of Lights", Month(2030, 1)), ("Board of Lights", Year(2030)),
            ("FR/", Year(2030)), ("NO/", Year(2030)), (null, null), ("NO/", null),
        ];

        var found = await engine.FindUsesAsync(
            new PlaceRequest { Places = [.. asked.Select(place => new UsePlace(Match.Everything, Only(place.Issuer), place.Date))] },
            Cancellation);

        Assert.Equal(["day", "month", null, "year", null, "none", null], found.Select(statement => statement?.SourceId));
    }

    private static async Task<UseCounts> CountAsync(ISearchEngine engine, MatchNode query) =>
        Assert.Single(await engine.CountUsesAsync(new UseRequest { Queries = [query], Issuers = true }, Cancellation));

    private static IssueDate Parse(string text) => IssueDate.TryParse(text, out var date) ? date : throw new FormatException(text);
}
