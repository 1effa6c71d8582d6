using Search.Indexer.Hosting;

namespace Search.Indexer.Tests;

public sealed class InterruptionTests
{
    [Theory]
    [InlineData(null, 1.5)]
    [InlineData("", 1.5)]
    [InlineData("30", 30)]
    [InlineData("0.25", 0.25)]
    [InlineData("0", 0)]
    [InlineData("3600", 3600)]
    [InlineData("3601", 1.5)]
    [InlineData("-1", 1.5)]
    [InlineData("-Infinity", 1.5)]
    [InlineData("NaN", 1.5)]
    [InlineData("1,5", 1.5)]
    [InlineData("soon", 1.5)]
    public void Patience_OfTheEnvironment_IsSecondsUpToAnHourOrTheUsual(string? value, double seconds) =>
        Assert.Equal(seconds, Interruption.PatienceOf(value).TotalSeconds);
}
