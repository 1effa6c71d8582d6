using System.Text;
using Search.Archive.Matching;
using Search.Service.Requests;
using Search.Service.Responses;
using Search.Testing;
using Search.Testing.Generation;
using static Search.Service.Tests.Counting.CountedArchive;

namespace Search.Service.Tests.Counting;

public sealed class TrendServiceTests
{
    [Theory]
    [InlineData("day", "2030-01-30 2030-02-01", "2030-01-30..2030-01-30=1 2030-01-31..2030-01-31=0 2030-02-01..2030-02-01=1", 0)]
    [InlineData("week", "2030-01-01 2030-01-06 2030-01-07", "2029-12-31..2030-01-06=2 2030-01-07..2030-01-13=1", 0)]
    [InlineData("month", "2028-02-29 2028-02 2028-04-01", "2028-02-01..2028-02-29=2 2028-03-01..2028-03-31=0 2028-04-01..2028-04-30=1", 0)]
    [InlineData("month", "2028-02-29 2028", "2028-02-01..2028-02-29=1", 1)]
    [InlineData("day", "2028-02-29 2028-02 2028", "2028-02-29..2028-02-29=1", 2)]
    [InlineData("year", "2028-02-29 2028-02 2028 2030", "2028-01-01..2028-12-31=3 2029-01-01..2029-12-31=0 2030-01-01..2030-12-31=1", 0)]
    [InlineData("week", "0001-01-01", "0001-01-01..0001-01-07=1", 0)]
    [InlineData("week", "9999-12-31", "9999-12-27..9999-12-31=1", 0)]
    [InlineData("year", "9999-12-31", "9999-01-01..9999-12-31=1", 0)]
    [InlineData("day", "2028", "", 1)]
    public async Task Trends_Buckets_AreWholePeriodsWithoutHoles(string interval, string dates, string buckets, long lessExact)
    {
        var series = Assert.Single((await TrendsAsync(await WithAsync(Dated(dates)), $"q=lamp&interval={interval}")).Series);

        Assert.Equal(buckets, string.Join(' ', series.Buckets.Select(bucket => $"{bucket.From:O}..{bucket.To:O}={bucket.Count}")));
        Assert.Equal(lessExact, series.LessExact);
    }

    [Fact]
    public async Task Trends_Range_IsFilledAndCutsItsFirstAndLastBucket()
    {
        var engine = await WithAsync([.. Dated("2030-01-10 2030-01-20 2030-02"), new StatementBuilder("x") { Issued = new(2030, 3, 9) }]);

        var series = (await TrendsAsync(engine, "q=lamp&interval=month&from=2030-01-15&to=2030-04-02")).Series[0];

        Assert.Equal(
            [
                new(new(2030, 1, 15), new(2030, 1, 31), 1, 1, 1),
                new(new(2030, 2, 1), new(2030, 2, 28), 1, 1, 1),
                new(new(2030, 3, 1), new(2030, 3, 31), 0, 1, 0),
                new(new(2030, 4, 1), new(2030, 4, 2), 0, 0, null),
            ],
            series.Buckets);
    }

    [Fact]
    public async Task Trends_SeveralQueries_HaveTheSameBucketsAndShares()
    {
        var engine = await WithAsync(
            new("1") { Body = "lamp", Issued = new(2030, 1, 1) },
            new("2") { Body = "lamp and buoy", Issued = new(2030, 3, 1) },
            new("3") { Body = "tide", Issued = new(2030, 3, 2) },
            new("4") { Body = "buoy", Issued = null });

        var trends = await TrendsAsync(engine, "q=lamp&q=buoy&q=volcano&interval=month");

        Assert.Equal(["lamp", "buoy", "volcano"], trends.Series.Select(series => series.Query));
        Assert.Equal(
            ["1 0 1", "0 0 1", "0 0 0"],
            trends.Series.Select(series => string.Join(' ', series.Buckets.Select(bucket => bucket.Count))));
        Assert.Equal([1, null, 0.5], trends.Series[0].Buckets.Select(bucket => bucket.Share));
        Assert.Equal([0L, 1L, 0L], trends.Series.Select(series => series.Undated));
        Assert.Equal(["2030-01-01", "2030-03-01", null], trends.Series.Select(series => series.First?.Issued?.ToString()));
    }

    [Theory]
    [InlineData("2030-01-01 2030-04-30", "day")]
    [InlineData("2030-01-01 2030-05-01", "week")]
    [InlineData("2030-01-01 2035-01-01", "month")]
    [InlineData("2030-01-01 2040-01-01", "year")]
    [InlineData("0001-01-01 9999-12-31", "year")]
    public async Task Trends_WithoutInterval_TakeTheShortestThatIsReadable(string dates, string interval) =>
        Assert.Equal(interval, (await TrendsAsync(await WithAsync(Dated(dates)), "q=lamp")).Interval);

    [Fact]
    public async Task Trends_MoreBucketsThanOneAnswerHolds_AreRefused()
    {
        var engine = await WithAsync(Dated("1990-01-01 2030-01-01"));

        var exception = await Assert.ThrowsAsync<QueryTooCostlyException>(() => TrendsAsync(engine, "q=lamp&interval=day"));

        Assert.Contains("14,611 buckets", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("interval=decade", "interval")]
    [InlineData("format=xml", "format")]
    [InlineData("size=5", "size")]
    [InlineData("q=a&q=b&q=c&q=d&q=e&q=f", "q")]
    public void Trends_WrongParameter_IsNamed(string address, string name)
    {
        var pairs = address.Split('&').Select(pair => KeyValuePair.Create(pair.Split('=')[0], (string?)pair.Split('=')[1]));

        Assert.False(CountingCallReader.TryReadTrends(pairs, new(2030, 6, 1), out _, out var fault));

        Assert.Equal(name, Assert.Single(fault!.Parameters).Name);
    }

    [Fact]
    public void Trends_OneWrongQueryOfSeveral_IsTheFault()
    {
        var pairs = ((string[])["lamp", "\"open"]).Select(query => KeyValuePair.Create("q", (string?)query));

        Assert.False(CountingCallReader.TryReadTrends(pairs, new(2030, 6, 1), out _, out var fault));

        Assert.NotNull(fault!.Query);
    }

    [Theory]
    [InlineData("day")]
    [InlineData("week")]
    [InlineData("month")]
    [InlineData("year")]
    public async Task Trends_OfManyStatements_AreWhatALoopCounts(string interval)
    {
        var statements = FictionalCorpus.Statements(400);
        var engine = await HoldingAsync(statements);
        string[] queries = ["lamp", "\"strongly condemns\"", "strait -us", string.Empty];

        var trends = await TrendsAsync(engine, $"{string.Join('&', queries.Select(query => $"q={query}"))}&interval={interval}");

        foreach (var series in trends.Series)
        {
            var ids = await IdsAsync(engine, series.Query);
            var dates = statements.Where(statement => ids.Contains(statement.Id.Value)).Select(statement => statement.Issued).ToList();
            foreach (var bucket in series.Buckets)
            {
                Assert.Equal(dates.Count(date => date?.IsWithin(bucket.From, bucket.To) == true), bucket.Count);
                Assert.Equal(statements.Count(statement => statement.Issued?.IsWithin(bucket.From, bucket.To) == true), bucket.Total);
            }

            Assert.Equal(dates.Count(date => date is null), series.Undated);
            Assert.Equal(ids.Count, series.Buckets.Sum(bucket => bucket.Count) + series.Undated + series.LessExact);
            Assert.Equal(ids.Count, series.Total);
        }
    }

    [Fact]
    public void Table_ForSpreadsheets_HasItsMarkAndNoFormulas()
    {
        var bucket = new TrendBucketResponse(new(2030, 1, 1), new(2030, 1, 31), 1, 4, 0.25);
        var series = ((string[])["-lamp", "=HYPERLINK(\"http://x.example\")", "\"salt, sand\""])
            .Select(query => new TrendSeriesResponse(query, string.Empty, 3, 2, 0, null, null, [bucket]));
        using var file = new MemoryStream();

        TrendTable.Write(new TrendsResponse("month", [.. series], 0), file);

        var bytes = file.ToArray();
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.Equal("query,part,from,to,count,total,share", lines[0]);
        Assert.Equal("\"'-lamp\",bucket,2030-01-01,2030-01-31,1,4,0.25", lines[1]);
        Assert.Equal("\"'-lamp\",undated,,,2,,", lines[2]);
        Assert.Equal("\"'=HYPERLINK(\"\"http://x.example\"\")\",less exact,,,0,,", lines[6]);
        Assert.Equal("\"\"\"salt, sand\"\"\",bucket,2030-01-01,2030-01-31,1,4,0.25", lines[7]);
    }

    private static IEnumerable<StatementBuilder> Dated(string dates) => dates.Split(' ')
        .Select((date, number) => new StatementBuilder($"{date} {number}") { Body = "The lamp is lit.", Issued = Date(date) });
}
