using Search.Archive.Matching;
using Search.Archive.Searching;
using Xunit;

namespace Search.Testing.Contract;

public abstract partial class EngineContract
{
    [Fact]
    public async Task Histogram_UnlessAskedFor_IsNull() =>
        Assert.Null((await SearchAsync(await WithAsync(new StatementBuilder("1")), Match.Everything)).Histogram);

    [Fact]
    public async Task Histogram_FewWeeks_IsByDayWithEmptyDays()
    {
        var histogram = await HistogramAsync(await WithAsync(
            new("1") { Issued = Day(2030, 1, 30) }, new("2") { Issued = Day(2030, 2, 2) }, new("3") { Issued = Day(2030, 1, 30) }, new("4") { Issued = null }));

        Assert.Equal(HistogramInterval.Day, histogram.Interval);
        Assert.Equal([2, 0, 0, 1], histogram.Buckets.Select(bucket => bucket.Count));
        Assert.Equal((Day(2030, 1, 30), Day(2030, 1, 30)), (histogram.Buckets[0].From, histogram.Buckets[0].To));
        Assert.Equal(1, histogram.Undated);
    }

    [Fact]
    public async Task Histogram_SomeYears_IsByWholeMonths()
    {
        var histogram = await HistogramAsync(await WithAsync(
            new("1") { Issued = Day(2027, 11, 30) }, new("2") { Issued = Day(2028, 2, 1) }, new("3") { Issued = Day(2028, 2, 29) }));

        Assert.Equal(HistogramInterval.Month, histogram.Interval);
        Assert.Equal([1, 0, 0, 2], histogram.Buckets.Select(bucket => bucket.Count));
        Assert.Equal((Day(2028, 2, 1), Day(2028, 2, 29)), (histogram.Buckets[3].From, histogram.Buckets[3].To));
        Assert.Equal(0, histogram.Undated);
    }

    [Fact]
    public async Task Histogram_ManyYears_IsByYears()
    {
        var histogram = await HistogramAsync(await WithAsync(new("1") { Issued = Day(1950, 6, 25) }, new("2") { Issued = Day(1962, 1, 1) }));

        Assert.Equal(HistogramInterval.Year, histogram.Interval);
        Assert.Equal(13, histogram.Buckets.Count);
        Assert.Equal((Day(1950, 1, 1), Day(1950, 12, 31), 1L), (histogram.Buckets[0].From, histogram.Buckets[0].To, histogram.Buckets[0].Count));
        Assert.Equal(2, histogram.Buckets.Sum(bucket => bucket.Count));
    }

    [Fact]
    public async Task Histogram_FollowsQueryAndFacetsButNotTheDates()
    {
        var engine = await FleetAsync();
        var filters = SearchFilters.None with { Country = Only("JP", "US"), From = Day(2030, 3, 1), To = Day(2030, 3, 31) };

        var histogram = await HistogramAsync(engine, Match.Word("tide"), filters);

        Assert.Equal(
            [Day(2030, 1, 10), Day(2030, 2, 10), Day(2030, 3, 10)],
            histogram.Buckets.Where(bucket => bucket.Count == 1).Select(bucket => bucket.From));
        Assert.Equal(0, histogram.Undated);
    }

    [Fact]
    public async Task Histogram_OnlyUndatedHits_HasNoBuckets()
    {
        var histogram = await HistogramAsync(await WithAsync(new("1") { Issued = null }, new("2") { Issued = null }));

        Assert.Empty(histogram.Buckets);
        Assert.Equal(2, histogram.Undated);
    }

    [Fact]
    public async Task Histogram_OfManyHits_IsThePlanners()
    {
        var histogram = await HistogramAsync(await WithAsync(s_many), Match.Word("lamp"));

        var days = s_many.Where(statement => statement.Body.Contains("lamp")).Select(statement => statement.Issued).ToList();
        var expected = HistogramPlanner.Build(
            [.. days.OfType<DateOnly>().Select(day => KeyValuePair.Create(day, 1L))], days.Count(day => day is null));
        Assert.Equal((expected.Interval, expected.Undated), (histogram.Interval, histogram.Undated));
        Assert.Equal(expected.Buckets, histogram.Buckets);
    }

    private static async Task<DateHistogram> HistogramAsync(ISearchEngine engine, MatchNode? query = null, SearchFilters? filters = null)
    {
        var request = new SearchRequest { Query = query ?? Match.Everything, Filters = filters ?? SearchFilters.None, Histogram = true, Size = 0 };
        var histogram = (await engine.SearchAsync(request, Cancellation)).Histogram;
        Assert.NotNull(histogram);
        return histogram;
    }
}
