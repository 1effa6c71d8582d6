using Search.Archive.Searching;
using Search.Core.Statements;
using Xunit;

namespace Search.Testing.Contract;

/// <summary>Statements that bear a month or a year only.</summary>
public abstract partial class EngineContract
{
    [Theory]
    [InlineData("2030-01-01", "2030-12-31", "day month year")]
    [InlineData("2030-03-10", "2030-03-20", "day month year")]
    [InlineData("2030-03-20", "2030-03-31", "month year")]
    [InlineData("2030-04-01", null, "year")]
    [InlineData("2030-02-28", "2030-02-28", "year")]
    [InlineData("2031-01-01", null, "")]
    [InlineData(null, "2030-01-01", "year")]
    [InlineData(null, "2030-03-01", "month year")]
    [InlineData(null, "2029-12-31", "")]
    [InlineData("2030-12-31", "2030-01-01", "")]
    public async Task LessExactDates_NodeAndFilter_AdmitWhatMayLieInTheRange(string? from, string? to, string expected) =>
        await FindsBetweenAsync(await WithAsync(LessExact()), expected, from, to);

    [Fact]
    public async Task LessExactDates_AreDatesAndReadAsTheyWereWritten()
    {
        var engine = await WithAsync(LessExact());

        await FindsAsync(engine, "none", Match.Undated);
        foreach (var builder in LessExact())
        {
            var statement = builder.Build();
            Assert.Equal(statement.Issued, (await engine.GetAsync(statement.Id.Value, Cancellation))!.Statement.Issued);
        }
    }

    [Theory]
    [InlineData(SortOrder.Newest, "day month year none")]
    [InlineData(SortOrder.Oldest, "year month day none")]
    public async Task LessExactDates_SortByTheirFirstDays(SortOrder sort, string expected)
    {
        var engine = await WithAsync(LessExact());

        Assert.Equal(expected, Ids(await engine.SearchAsync(
            new SearchRequest { Query = Match.Everything, Sort = sort, Histogram = true }, Cancellation)));
    }

    [Fact]
    public async Task LessExactDates_AreCountedOnlyInBucketsThatHoldThemWhole()
    {
        var days = await HistogramAsync(await WithAsync(
            new("1") { Issued = Day(2030, 3, 2) }, new("2") { Issued = Month(2030, 3) }, new("3") { Issued = null }));
        var months = await HistogramAsync(await WithAsync(LessExact()));
        var years = await HistogramAsync(await WithAsync([.. LessExact(), new("old") { Issued = Day(1990, 5, 1) }]));

        Assert.Equal((HistogramInterval.Day, 1L, 1L), (days.Interval, days.Undated, days.LessExact));
        Assert.Equal(1, days.Buckets.Sum(bucket => bucket.Count));
        Assert.Equal((HistogramInterval.Month, 1L, 1L), (months.Interval, months.Undated, months.LessExact));
        Assert.Equal([0, 0, 2], months.Buckets.Select(bucket => bucket.Count));
        Assert.Equal((HistogramInterval.Year, 0L), (years.Interval, years.LessExact));
        Assert.Equal((4, 3), (years.Buckets.Sum(bucket => bucket.Count), years.Buckets[^1].Count));
    }

    [Fact]
    public async Task LessExactDates_Alone_AreShownInBucketsOfTheirOwnLength()
    {
        var histogram = await HistogramAsync(await WithAsync(
            new("1") { Issued = Year(2030) }, new("2") { Issued = Year(2031) }, new("3") { Issued = Year(2030) }));

        Assert.Equal((HistogramInterval.Year, 0L), (histogram.Interval, histogram.LessExact));
        Assert.Equal([2, 1], histogram.Buckets.Select(bucket => bucket.Count));
    }

    private static StatementBuilder[] LessExact() =>
    [
        new("year") { Issued = Year(2030) },
        new("month") { Issued = Month(2030, 3) },
        new("day") { Issued = Day(2030, 3, 15) },
        new("none") { Issued = null },
    ];

    private static IssueDate Year(int year) => IssueDate.Around(Day(year, 6, 6), DatePrecision.Year);

    private static IssueDate Month(int year, int month) => IssueDate.Around(Day(year, month, 6), DatePrecision.Month);
}
