using Search.Reading.Text;

namespace Search.Reading.Tests.Text;

public class PatternTableTests
{
    [Theory]
    [InlineData("Issuers.grammar.txt", "phrase-is-thing", "a MEMORANDUM", true)]
    [InlineData("Issuers.grammar.txt", "phrase-is-thing", "a lamp", false)]
    [InlineData("Issuers.grammar.txt", "name-office-alone", "Deputy Minister", true)]
    [InlineData("Issuers.grammar.txt", "issuer-country-tail", "Minister of oil of Iceland", true)]
    [InlineData("Html.site.txt", "government", "Government of Iceland", true)]
    public void Item_RowOfATable_IsItsExpressionWithThoseItNames(string table, string name, string text, bool expected)
    {
        var pattern = new PatternTable(table)[name];

        Assert.Equal(expected, pattern.IsMatch(text));
        Assert.True(pattern.MatchTimeout <= TimeSpan.FromSeconds(1));
    }
}
