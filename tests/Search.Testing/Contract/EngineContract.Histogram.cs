using Search.Archive;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Core.Statements;
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
            new("1") { Issued = Day(2030, 1, 30) },
            new("2") { Issued = Day(2030, 2, 2) },
            new("3") { Issued = Day(2030, 1, 30) },
            new("4") { Issued = null }));

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
        var histogram = await HistogramAsync(
            await WithAsync(new("1") { Issued = Day(1950, 6, 25) }, new("2") { Issued = Day(1962, 1, 1) }));

        Assert.Equal(HistogramInterval.Year, histogram.Interval);
        Assert.Equal(13, histogram.Buckets.Count);
        Assert.Equal(
            (Day(1950, 1, 1), Day(1950, 12, 31), 1L), (histogram.Buckets[0].From, histogram.Buckets[0].To, histogram.Buckets[0].Count));
        Assert.Equal(2, histogram.Buckets.Sum(bucket => bucket.Count));
    }

    [Fact]
    public async Task Histogram_WholeCalendar_IsByCenturiesAndHoldsEveryHit()
    {
        var histogram = await HistogramAsync(await WithAsync(WholeCalendar()));

        Assert.Equal(HistogramInterval.Century, histogram.Interval);
        Assert.Equal(100, histogram.Buckets.Count);
        Assert.Equal(new HistogramBucket(DateOnly.MinValue, Day(99, 12, 31), 1), histogram.Buckets[0]);
        Assert.Equal(new HistogramBucket(Day(9900, 1, 1), DateOnly.MaxValue, 2), histogram.Buckets[^1]);
        Assert.Equal((5, 1), (histogram.Buckets.Sum(bucket => bucket.Count), histogram.Undated));
    }

    [Fact]
    public async Task Histogram_OneDayWrongByMillennia_IsStillReadable()
    {
        var histogram = await HistogramAsync(await WithAsync(new("1") { Issued = Day(1900, 5, 1) }, new("2") { Issued = Day(9999, 1, 1) }));

        Assert.Equal([1L, 1L], [histogram.Buckets[0].Count, histogram.Buckets[^1].Count]);
        Assert.InRange(histogram.Buckets.Count, 2, HistogramPlanner.MaxBuckets);
    }

    [Theory]
    [InlineData(SortOrder.Newest, "last new-year now old first none")]
    [InlineData(SortOrder.Oldest, "first old now new-year last none")]
    public async Task Pages_WholeCalendar_ShowEveryStatementOnce(SortOrder sort, string expected)
    {
        var engine = await WithAsync(WholeCalendar());
        var request = new SearchRequest { Query = Match.Everything, Sort = sort, Size = 1, Histogram = true };
        var shown = new List<string>();
        SearchPage page;
        do
        {
            page = await engine.SearchAsync(request, Cancellation);
            shown.Add(Ids(page));
            request = request with { After = page.Next };
        }
        while (page.Next is not null);

        Assert.Equal(expected, string.Join(' ', shown));
    }

    [Fact]
    public async Task Dates_EndsOfTheCalendar_AreFoundByFilterAndByQuery()
    {
        var engine = await WithAsync(WholeCalendar());

        await FindsAsync(engine, "last", SearchFilters.None with { From = DateOnly.MaxValue });
        await FindsAsync(engine, "first", SearchFilters.None with { To = DateOnly.MinValue });
        await FindsAsync(
            engine, "first last new-year now old", SearchFilters.None with { From = DateOnly.MinValue, To = DateOnly.MaxValue });
        await FindsAsync(engine, "last", Match.Issued(DateOnly.MaxValue, null));
        await FindsAsync(engine, "first", Match.Issued(null, DateOnly.MinValue));
    }

    private static StatementBuilder[] WholeCalendar() =>
    [
        new("first") { Issued = DateOnly.MinValue },
        new("old") { Issued = Day(1900, 1, 1) },
        new("now") { Issued = Day(2030, 6, 1) },
        new("new-year") { Issued = Day(9999, 1, 1) },
        new("last") { Issued = DateOnly.MaxValue },
        new("none") { Issued = null },
    ];

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
            [.. days.OfType<IssueDate>().Select(date => KeyValuePair.Create(date, 1L))], days.Count(day => day is null));
        Assert.Equal((expected.Interval, expected.Undated), (histogram.Interval, histogram.Undated));
        Assert.Equal(expected.Buckets, histogram.Buckets);
    }

    private static async Task<DateHistogram> HistogramAsync(ISearchEngine engine, MatchNode? query = null, SearchFilters? filters = null)
    {
        var request = new SearchRequest
        {
            Query = query ?? Match.Everything,
            Filters = filters ?? SearchFilters.None,
            Histogram = true,
            Size = 0,
        };
        var histogram = (await engine.SearchAsync(request, Cancellation)).Histogram;
        Assert.NotNull(histogram);
        return histogram;
    }
}
