using Search.Archive.Searching;

namespace Search.Archive.Tests.Searching;

public sealed class HistogramPlannerTests
{
    [Theory]
    [InlineData("2030-01-01", "2030-01-01", HistogramInterval.Day, 1)]
    [InlineData("2030-01-01", "2030-03-03", HistogramInterval.Day, 62)]
    [InlineData("2030-01-01", "2030-03-04", HistogramInterval.Month, 3)]
    [InlineData("2030-01-31", "2039-12-01", HistogramInterval.Month, 120)]
    [InlineData("2030-01-31", "2040-01-01", HistogramInterval.Year, 11)]
    [InlineData("2030-01-31", "2149-01-01", HistogramInterval.Year, 120)]
    [InlineData("2030-01-31", "2150-01-01", HistogramInterval.Decade, 13)]
    [InlineData("0001-01-01", "1199-12-31", HistogramInterval.Decade, 120)]
    [InlineData("0001-01-01", "1200-01-01", HistogramInterval.Century, 13)]
    [InlineData("0001-01-01", "9999-12-31", HistogramInterval.Century, 100)]
    [InlineData("1900-01-01", "9999-01-01", HistogramInterval.Century, 81)]
    [InlineData("0001-01-01", "0001-01-02", HistogramInterval.Day, 2)]
    [InlineData("9998-12-01", "9999-12-31", HistogramInterval.Month, 13)]
    [InlineData("9999-12-01", "9999-12-31", HistogramInterval.Day, 31)]
    public void Buckets_BetweenTwoDays_KeepTheirNumberReadable(string first, string last, HistogramInterval interval, int count)
    {
        var (from, to) = (DateOnly.Parse(first), DateOnly.Parse(last));

        Assert.Equal(interval, HistogramPlanner.IntervalFor(from, to));
        var buckets = HistogramPlanner.Buckets(interval, from, to);
        Assert.Equal(count, buckets.Count);
        Assert.True(buckets[0].From <= from && buckets[^1].To >= to);
        Assert.All(buckets.Zip(buckets.Skip(1)), pair => Assert.Equal(pair.First.To.AddDays(1), pair.Second.From));
    }

    [Fact]
    public void Build_DaysInAnyOrder_FallIntoTheirMonths()
    {
        var histogram = HistogramPlanner.Build(
            [new(new(2030, 5, 31), 2), new(new(2030, 2, 28), 1), new(new(2030, 5, 1), 4), new(new(2030, 2, 28), 8)], undated: 3);

        Assert.Equal(HistogramInterval.Month, histogram.Interval);
        Assert.Equal([9, 0, 0, 6], histogram.Buckets.Select(bucket => bucket.Count));
        Assert.Equal(3, histogram.Undated);
    }

    [Fact]
    public void Build_DaysOfDecadesAndCenturies_FallIntoTheirBuckets()
    {
        var decades = HistogramPlanner.Build(
            [new(new(1899, 12, 31), 1), new(new(1990, 1, 1), 2), new(new(1999, 12, 31), 4), new(new(2025, 1, 1), 1)], 0);
        var centuries = HistogramPlanner.Build([new(DateOnly.MinValue, 1), new(new(99, 12, 31), 2), new(DateOnly.MaxValue, 4)], 0);

        Assert.Contains(new HistogramBucket(new(1990, 1, 1), new(1999, 12, 31), 6), decades.Buckets);
        Assert.Equal(new HistogramBucket(new(1, 1, 1), new(99, 12, 31), 3), centuries.Buckets[0]);
        Assert.Equal(new HistogramBucket(new(9900, 1, 1), DateOnly.MaxValue, 4), centuries.Buckets[^1]);
    }

    [Fact]
    public void Build_NoDay_HasNoBuckets() => Assert.Empty(HistogramPlanner.Build([], undated: 3).Buckets);
}
