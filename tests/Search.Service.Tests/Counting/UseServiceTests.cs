using Search.Core.Statements;
using Search.Service.Requests;
using Search.Service.Responses;
using Search.Testing;
using Search.Testing.Generation;
using static Search.Service.Tests.Counting.CountedArchive;

namespace Search.Service.Tests.Counting;

public sealed class UseServiceTests
{
    [Theory]
    [InlineData("2030-01-05", "2030-01-05", "2030-01-05", "")]
    [InlineData("2030-01-05 2030-01-05", "2030-01-05", "2030-01-05", "")]
    [InlineData("2030-01-05 2030-01-06", "2030-01-05", "2030-01-06", "2030-01-05 2030-01-06 1")]
    [InlineData("2030-01-05 2030-03-01 2030-03-02 2030-04-30", "2030-01-05", "2030-04-30", "2030-03-02 2030-04-30 59")]
    [InlineData("2030-01-05 2030-01-15 2030-01-25", "2030-01-05", "2030-01-25", "2030-01-05 2030-01-15 10")]
    [InlineData("2030-01-05 2030-02 2030-03-10", "2030-01-05", "2030-03-10", "2030-01-05 2030-02-01 27")]
    [InlineData("2030-01-05 2030 2030-03-10", "2030-01-05", "2030-03-10", "")]
    [InlineData("2028 2030-03-10", "2028", "2030-03-10", "2028-12-31 2030-03-10 434")]
    [InlineData("0001-01-01 9999-12-31", "0001-01-01", "9999-12-31", "0001-01-01 9999-12-31 3652058")]
    public async Task Uses_Dates_SayFirstLastAndTheSilenceThatIsCertain(string dates, string first, string last, string silence)
    {
        var uses = await UsesAsync(await WithAsync(Dated(dates)), "q=lamp");

        Assert.Equal((first, last), (uses.First?.Issued.ToString(), uses.Last?.Issued.ToString()));
        Assert.Equal(silence, uses.Silence is { } longest ? $"{longest.From:yyyy-MM-dd} {longest.To:yyyy-MM-dd} {longest.Days}" : "");
    }

    [Fact]
    public async Task Uses_Undated_AreCountedAndNeitherFirstNorLast()
    {
        var uses = await UsesAsync(await WithAsync(new StatementBuilder("1") { Body = "lamp", Issued = null }), "q=lamp");

        Assert.Equal((1, 1, null, null, false), (uses.Total.Value, uses.Undated, uses.First, uses.Silence, uses.Returned));
        Assert.Empty(uses.Years);
    }

    [Fact]
    public async Task Uses_OfWhatNobodySaid_AreNone()
    {
        var uses = await UsesAsync(await WithAsync(Dated("2030-01-05")), "q=volcano");

        Assert.Equal((0, true, null, null), (uses.Total.Value, uses.Total.Exact, uses.First, uses.Silence));
        Assert.Empty(uses.Issuers);
    }

    [Theory]
    [InlineData("", "2030-03-01 2030-07-01")]
    [InlineData("&returnedAfter=90", "2030-03-01 2030-07-01")]
    [InlineData("&returnedAfter=122d", "2030-07-01")]
    [InlineData("&returnedAfter=123", "")]
    public async Task Uses_ReturnedAfter_NamesTheUsesThatEndedAsLongASilence(string parameter, string returns)
    {
        var engine = await WithAsync(Dated("2029-11-30 2030-03-01 2030-07-01 2030-08-15"));

        var uses = await UsesAsync(engine, $"q=lamp{parameter}");

        Assert.Equal(returns, string.Join(' ', uses.Returns.Select(silence => silence.To.ToString("yyyy-MM-dd"))));
        Assert.Equal(returns.Length > 0, uses.Returned);
    }

    [Fact]
    public async Task Uses_Silence_SaysWhatTheArchiveHoldsOfIt()
    {
        var engine = await WithAsync(
        [
            .. Dated("2030-01-01 2030-03-01"),
            new StatementBuilder("in") { Issued = new(2030, 2, 1) },
            new StatementBuilder("month") { Issued = Date("2030-02") },
            new StatementBuilder("perhaps") { Issued = Date("2030") },
            new StatementBuilder("edge") { Issued = new(2030, 1, 1) },
            new StatementBuilder("other") { Issued = new(2030, 2, 2), Source = "Evening Buoy" },
        ]);

        Assert.Equal(3, (await UsesAsync(engine, "q=lamp")).Silence?.Held);
        Assert.Equal(2, (await UsesAsync(engine, "q=lamp&source=-Evening Buoy")).Silence?.Held);
    }

    [Fact]
    public async Task Uses_Years_HaveTheirShareAndNoHoles()
    {
        var engine = await WithAsync([.. Dated("2028-05-01 2028 2031-01-01"), new StatementBuilder("x") { Issued = Date("2028-07") }]);

        var years = (await UsesAsync(engine, "q=lamp")).Years;

        Assert.Equal(
            [new(2028, 2, 3, 2d / 3), new(2029, 0, 0, null), new(2030, 0, 0, null), new(2031, 1, 1, 1)],
            years);
    }

    [Fact]
    public async Task Uses_Issuers_StandByFirstUseAndArePaged()
    {
        var engine = await WithAsync(
            new("1") { Body = "lamp", Issued = new(2030, 2, 1), Issuer = "Board of Sails" },
            new("2") { Body = "lamp", Issued = new(2030, 1, 1), Issuer = "Board of Lights", IssuerCountry = "NO" },
            new("3") { Body = "lamp", Issued = new(2030, 3, 1), Issuer = "Board of Lights", IssuerCountry = "FR" },
            new("4") { Body = "buoy", Issued = new(2029, 3, 1), Issuer = "Board of Lights" },
            new("5") { Body = "lamp", Issued = null, Issuer = "Harbour Board" },
            new("6") { Body = "lamp", Issued = new(2030, 1, 1), Issuer = null });

        var first = await UsesAsync(engine, "q=lamp&size=2");
        var rest = await UsesAsync(engine, $"q=lamp&size=2&cursor={first.Next}");

        Assert.Equal(["Board of Lights 2 2 3", "Board of Sails 1 1 1"], first.Issuers.Select(Describe));
        Assert.Equal(["Harbour Board 1"], rest.Issuers.Select(Describe));
        Assert.Equal((2d / 3, 1, null), (first.Issuers[0].Share, first.Missing, rest.Next));

        static string Describe(IssuerUsesResponse issuer) => string.Join(
            ' ',
            new[] { issuer.Label, $"{issuer.Count}", issuer.First?.Id, issuer.Last?.Id }.OfType<string>().Select(Short));

        static string Short(string text) => Enumerable.Range(1, 6)
            .FirstOrDefault(number => new StatementBuilder($"{number}").Build().Id.Value == text) is > 0 and var id ? $"{id}" : text;
    }

    [Theory]
    [InlineData("returnedAfter=0")]
    [InlineData("returnedAfter=soon")]
    [InlineData("returnedAfter=-5")]
    [InlineData("sort=newest")]
    [InlineData("cursor=abc")]
    [InlineData("size=0")]
    public void Uses_WrongParameter_IsNamed(string parameter)
    {
        var pair = parameter.Split('=');

        Assert.False(CountingCallReader.TryReadUses(
            [KeyValuePair.Create(pair[0], (string?)pair[1])], new(2030, 6, 1), out _, out var fault));

        Assert.Equal(pair[0], Assert.Single(fault!.Parameters).Name);
    }

    /// <summary>As it is documented: of a search's hits there are more on a page.</summary>
    [Theory]
    [InlineData("", 10)]
    [InlineData("3", 3)]
    public void Uses_Size_IsOfIssuers(string size, int expected)
    {
        Assert.True(CountingCallReader.TryReadUses([KeyValuePair.Create("size", (string?)size)], new(2030, 6, 1), out var call, out _));

        Assert.Equal(expected, call.Search.Request.Size);
    }

    /// <summary>The longest run of days that no use may lie on, looked for day by day.</summary>
    [Theory]
    [InlineData("lamp")]
    [InlineData("\"strongly condemns\"")]
    [InlineData("title:strait issuer:\"Board of Lights\"")]
    [InlineData("café -us")]
    [InlineData("\"to be or not to be\" language:es")]
    public async Task Uses_OfManyStatements_AreWhatALoopOverDaysFinds(string query)
    {
        var statements = FictionalCorpus.Statements(400);
        var engine = await HoldingAsync(statements);
        var uses = await UsesAsync(engine, $"q={query}&size=100");
        var ids = await IdsAsync(engine, query);
        Assert.Equal(ids.Count, uses.Total.Value);
        var dates = statements.Where(statement => ids.Contains(statement.Id.Value)).Select(statement => statement.Issued)
            .OfType<IssueDate>().ToList();
        if (dates.Count == 0)
        {
            Assert.Null(uses.Silence);
            return;
        }

        var longest = 0;
        for (var day = dates.Min(date => date.Last); day < dates.Max(date => date.First); day = day.AddDays(1))
        {
            var run = 1;
            while (!dates.Any(date => date.First <= day.AddDays(run) && date.Last >= day.AddDays(run)))
            {
                run++;
            }

            var isEnd = dates.Any(date => date.Last == day) && !dates.Any(date => date.First <= day && date.Last > day);
            longest = Math.Max(longest, isEnd ? run : 0);
        }

        Assert.Equal(longest, uses.Silence?.Days ?? 0);
        Assert.Equal(dates.Count, uses.Years.Sum(year => year.Count));
        Assert.Equal(uses.Total.Value, uses.Issuers.Sum(issuer => issuer.Count) + uses.Missing);
    }

    private static IEnumerable<StatementBuilder> Dated(string dates) => dates.Split(' ')
        .Select((date, number) => new StatementBuilder($"{date} {number}") { Body = "The lamp is lit.", Issued = Date(date) });
}
