using Search.Core.Analysis;
using Search.Sqlite.Indexing;

namespace Search.Sqlite.Tests.Indexing;

public sealed class CapitalMapTests
{
    [Fact]
    public void IsCapitalised_TitleAndBody_AreReadApart()
    {
        var map = new CapitalMap(Write("the Tide rises", "Nine plain words and then at last One, USA"));

        Assert.Equal("010", Bits(map, column: 0, count: 3));
        Assert.Equal("1000000100", Bits(map, column: 1, count: 10));
    }

    [Fact]
    public void ToArray_NoCapital_IsNull() => Assert.Null(Write("the tide", "NATO naïve"));

    [Fact]
    public void IsCapitalised_BehindTheLastBit_IsNot() => Assert.False(new CapitalMap(Write("Tide", "a")).IsCapitalised(1, 1_000));

    [Theory]
    [InlineData(new byte[0], true)]
    [InlineData(new byte[] { 1, 0, 0, 0, 1 }, true)]
    [InlineData(new byte[] { 1, 0 }, false)]
    [InlineData(new byte[] { 0, 0, 0, 128, 1 }, false)]
    public void IsSound_Map_IsOneThatCanHaveBeenWritten(byte[] map, bool expected) => Assert.Equal(expected, CapitalMap.IsSound(map));

    private static byte[]? Write(string title, string body)
    {
        var writer = new CapitalMapWriter();
        var tokens = new List<Token>();
        var analyzer = new TextAnalyzer();
        analyzer.Analyze(title, tokens);
        writer.AddTitle(tokens);
        analyzer.Analyze(body, tokens);
        writer.AddBody(tokens);
        return writer.ToArray();
    }

    private static string Bits(CapitalMap map, int column, int count)
    {
        var bits = new char[count];
        for (var position = 0; position < count; position++)
        {
            bits[position] = map.IsCapitalised(column, position) ? '1' : '0';
        }

        return new string(bits);
    }
}
