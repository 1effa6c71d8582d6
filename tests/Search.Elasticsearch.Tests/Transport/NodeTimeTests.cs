using Search.Elasticsearch.Transport;

namespace Search.Elasticsearch.Tests.Transport;

/// <summary>The time that a node has comes in few steps and never takes another node's.</summary>
public sealed class NodeTimeTests
{
    [Theory]
    [InlineData(6_999, 7_000)]
    [InlineData(6_751, 7_000)]
    [InlineData(6_750, 6_750)]
    [InlineData(10, 250)]
    public void Of_OneNode_IsTheNextStep(int budget, int expected) => Assert.Equal(Time(expected), NodeTime.Of(Time(budget), 1));

    [Theory]
    [InlineData(6_999, 5_750)]
    [InlineData(7_000, 6_000)]
    [InlineData(2_000, 1_500)]
    [InlineData(200, 150)]
    public void Of_SeveralNodes_LeavesAReserve(int budget, int expected) => Assert.Equal(Time(expected), NodeTime.Of(Time(budget), 3));

    private static TimeSpan Time(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
