using Search.Sqlite.Searching;

namespace Search.Sqlite.Tests.Searching;

public sealed class DayCountsTests
{
    /// <summary>Days that are near each other are counted in an array, others are not: the histogram is the same.</summary>
    [Theory]
    [InlineData(693_596, 740_000)]
    [InlineData(1, 3_652_059)]
    public void ToHistogram_NearOrFar_HasEveryHit(int first, int last)
    {
        var counts = new DayCounts(first, last);
        counts.Add(first);
        counts.Add(last);
        counts.Add(last);
        counts.Add(0);

        var histogram = counts.ToHistogram();

        Assert.Equal((1L, 2L, 1L), (histogram.Buckets[0].Count, histogram.Buckets[^1].Count, histogram.Undated));
    }

    [Fact]
    public void ToHistogram_NoHit_HasNoBuckets() => Assert.Empty(new DayCounts(1, 1).ToHistogram().Buckets);
}
