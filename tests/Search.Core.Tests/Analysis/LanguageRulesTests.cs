using Search.Core.Analysis;

namespace Search.Core.Tests.Analysis;

public sealed class LanguageRulesTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData("en", true)]
    [InlineData("EN", true)]
    [InlineData("en-GB", true)]
    [InlineData("en_US", true)]
    [InlineData("enm", false)]
    [InlineData("es", false)]
    [InlineData("e", false)]
    [InlineData("", false)]
    public void IsStemmed_Language_OnlyEnglishAndUnknown(string? language, bool expected) =>
        Assert.Equal(expected, LanguageRules.IsStemmed(language));
}
