using Search.Core.Statements;

namespace Search.Core.Tests.Statements;

public sealed class StatementIdTests
{
    private static readonly DateOnly s_day = new(2024, 9, 13);

    [Fact]
    public void Create_SameRecordOfSameSource_SameId() =>
        Assert.Equal(
            StatementId.Create("Ministry", "17", "https://a.example/1", s_day, "A title"),
            StatementId.Create("Ministry", "17", "https://a.example/2", null, "Another title"));

    [Fact]
    public void Create_TwoStatementsOnOnePage_DifferentIds() =>
        Assert.NotEqual(
            StatementId.Create("Ministry", null, "https://a.example/day", s_day, "First"),
            StatementId.Create("Ministry", null, "https://a.example/day", s_day, "Second"));

    [Fact]
    public void Create_TitleDiffersInPunctuationOnly_SameId() =>
        Assert.Equal(
            StatementId.Create("Ministry", null, null, s_day, "Forces’ moves"),
            StatementId.Create("Ministry", null, null, s_day, "forces' moves "));

    [Theory]
    [InlineData("0123456789abcdef", true)]
    [InlineData("0123456789ABCDEF", true)]
    [InlineData("0123456789abcde", false)]
    [InlineData("0123456789abcdeu", false)]
    [InlineData("", false)]
    public void TryParse_Text_TellsWhetherItIsAnId(string text, bool expected) =>
        Assert.Equal(expected, StatementId.TryParse(text, out _));

    [Fact]
    public void TryParse_PrintedId_GivesItBack()
    {
        var id = StatementId.Create("Ministry", "17", null, null, "A title");

        Assert.True(StatementId.TryParse(id.ToString(), out var parsed));
        Assert.Equal(id, parsed);
    }
}
