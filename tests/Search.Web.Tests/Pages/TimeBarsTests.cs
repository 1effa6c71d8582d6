using Search.Archive.Counting;
using Search.Archive.Searching;
using Search.Core.Statements;
using Search.Service.Responses;
using Search.Web.Pages.Results;

namespace Search.Web.Tests.Pages;

public sealed class TimeBarsTests
{
    private static readonly HistogramBucketResponse[] s_buckets =
    [
        new(new(2010, 1, 1), new(2010, 12, 31), 2),
        new(new(2011, 1, 1), new(2011, 12, 31), 0),
        new(new(2012, 1, 1), new(2012, 12, 31), 1),
    ];

    private static readonly Holdings[] s_holdings =
    [
        new("Gazette", 8, [Day(2010, 8)]),
        new("Herald", 4, [Day(2010, 2), Day(2012, 2)]),
    ];

    [Fact]
    public void Of_AllSources_IsAShareOfAllThatIsHeld_AndAGapWhereNothingIs()
    {
        var bars = TimeBars.Of(s_buckets, s_holdings, SearchFilters.None).All;

        Assert.Equal([10L, 0L, 2L], bars.Select(bar => bar.Total!.Value));
        Assert.Equal([0.2, null, 0.5], bars.Select(bar => bar.Share));
        Assert.Equal([true, false, true], bars.Select(bar => bar.Held));
    }

    [Fact]
    public void Of_OneSource_IsAShareOfThatSource()
    {
        var filters = SearchFilters.None with { Source = new FacetFilter(["Herald"], []), From = new DateOnly(2010, 1, 1) };

        Assert.Equal([2L, 0L, 2L], TimeBars.Of(s_buckets, s_holdings, filters).All.Select(bar => bar.Total!.Value));
    }

    [Fact]
    public void Of_ASourceLeftOut_IsAShareOfTheOthers()
    {
        var filters = SearchFilters.None with { Source = new FacetFilter([], ["Herald"]) };

        Assert.Equal([8L, 0L, 0L], TimeBars.Of(s_buckets, s_holdings, filters).All.Select(bar => bar.Total!.Value));
    }

    /// <summary>A share of other statements than the filters leave would be wrong.</summary>
    [Fact]
    public void Of_AnotherFilter_HasNoShares()
    {
        var bars = TimeBars.Of(s_buckets, s_holdings, SearchFilters.None with { Kind = new FacetFilter(["report"], []) });

        Assert.False(bars.HasShares);
        Assert.All(bars.All, bar => Assert.Null(bar.Share));
        Assert.False(bars.All[1].Held);
    }

    [Fact]
    public void Of_HoldingsNotKnownYet_ClaimsNoGap() =>
        Assert.All(TimeBars.Of(s_buckets, null, SearchFilters.None).All, bar => Assert.True(bar.Held));

    private static KeyValuePair<IssueDate, long> Day(int year, long count) => KeyValuePair.Create(new IssueDate(year, 6, 1), count);
}
