using Search.Core.Analysis;

namespace Search.Core.Tests.Analysis;

public sealed class TextAnalyzerTests
{
    [Theory]
    [InlineData("The U.S. forces’confrontational moves", "the us_country forces confrontational moves")]
    [InlineData("D.P.R.K.’s word to US, not to us", "dprk word to us_country not to us")]
    [InlineData("U.S.'s", "us_country")]
    [InlineData("Kim Jong-un, C++, AT&T, $100 on 2024-05-01", "kim jong un c at t 100 on 2024 05 01")]
    [InlineData("don't O'Neill 中文", "don't o'neill 中 文")]
    public void Analyze_Text_ExactForms(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', new TextAnalyzer().Analyze(text).Select(token => token.Forms.Exact)));
}
