using Search.Archive.Highlighting;
using Search.Archive.Lines;

namespace Search.Archive.Tests.Lines;

public sealed class LineContextTests
{
    [Theory]
    [InlineData("We reject the *claim* at once.", "We reject the ", " at once.")]
    [InlineData("*Claim* of the day", "", " of the day")]
    [InlineData("It was a *claim*.", "It was a ", ".")]
    [InlineData("First part.\n\nA *claim* stands.\n", "First part. ¶ A ", " stands.")]
    [InlineData("Last words.\n\n*Claim* follows.", "Last words. ¶ ", " follows.")]
    [InlineData("\n\n  *Claim*  \n\n", "", "")]
    [InlineData("Two\t\tspaces  *claim*\r\nand a line", "Two spaces ", " and a line")]
    [InlineData("الاتفاق *claim* الأول", "الاتفاق ", " الأول")]
    public void Of_Mark_StandsBetweenWhatIsBesideIt(string text, string left, string right)
    {
        var context = Cut(text);

        Assert.Equal((left, right), (context.Left, context.Right));
        Assert.Equal("claim", context.Marked.ToLowerInvariant());
    }

    [Fact]
    public void Of_LongText_IsCutBetweenWords()
    {
        var words = string.Join(' ', Enumerable.Range(1, 40).Select(number => $"word{number:00}"));

        var context = Cut($"{words} *claim* {words}");

        Assert.StartsWith("word30 ", context.Left, StringComparison.Ordinal);
        Assert.EndsWith(" word11", context.Right, StringComparison.Ordinal);
    }

    /// <summary>Nobody reads half a sign, and JSON has no place for one.</summary>
    [Fact]
    public void Of_TextWithoutSpaces_IsCutBetweenSigns()
    {
        var signs = string.Concat(Enumerable.Repeat("👩‍🚀", 60));

        var context = Cut($"{signs}*claim*{signs}");

        Assert.Equal(0, context.Left.Length % "👩‍🚀".Length);
        Assert.Equal(0, context.Right.Length % "👩‍🚀".Length);
        Assert.InRange(context.Left.Length, 40, 120);
        Assert.InRange(context.Right.Length, 40, 120);
    }

    [Fact]
    public void Of_MarkAcrossAParagraph_ShowsIt() => Assert.Equal("the ¶ end", Cut("At *the\n\nend*.").Marked);

    private static LineContext Cut(string marked)
    {
        var start = marked.IndexOf('*', StringComparison.Ordinal);
        var end = marked.LastIndexOf('*') - 1;
        return LineContext.Of(marked.Replace("*", string.Empty, StringComparison.Ordinal), new Mark(start, end - start));
    }
}
