using Search.Core.Countries;

namespace Search.Core.Tests.Countries;

public sealed class CountryNamesTests
{
    [Theory]
    [InlineData("KP", "North Korea")]
    [InlineData("us", "United States")]
    [InlineData("XK", "Kosovo")]
    [InlineData("CD", "Democratic Republic of the Congo")]
    [InlineData("GE", "Georgia")]
    [InlineData("ZZ", "ZZ")]
    public void NameOf_Code_EnglishShortName(string code, string expected) => Assert.Equal(expected, CountryNames.NameOf(code));

    [Theory]
    [InlineData("kp", "KP")]
    [InlineData("dprk", "KP")]
    [InlineData("the united states", "US")]
    [InlineData("u.s.", "US")]
    [InlineData("Côte d’Ivoire", "CI")]
    [InlineData("cote d'ivoire", "CI")]
    [InlineData("türkiye", "TR")]
    [InlineData("burma", "MM")]
    [InlineData("deutschland", "DE")]
    [InlineData("日本", "JP")]
    [InlineData("japanese", "JP")]
    [InlineData("Korea", "KR")]
    public void TryResolve_NameOrCode_Code(string text, string expected)
    {
        Assert.True(CountryNames.TryResolve(text, out var code));
        Assert.Equal(expected, code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("atlantis")]
    [InlineData("zz")]
    public void TryResolve_NoName_False(string text) => Assert.False(CountryNames.TryResolve(text, out _));
}
