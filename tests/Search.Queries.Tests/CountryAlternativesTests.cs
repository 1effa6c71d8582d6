using Search.Core.Statements;
using Search.Testing;

namespace Search.Queries.Tests;

public sealed class CountryAlternativesTests
{
    public static TheoryData<string, string> Rows => CaseFile.Read("also.txt");

    [Theory]
    [MemberData(nameof(Rows))]
    public void Find_Row_GivesSuggestions(string input, string expected)
    {
        Assert.True(QueryParser.TryParse(input, out var node, out var error), error?.ToString());

        var found = CountryAlternatives.Find(node);

        Assert.Equal(expected, found.Count == 0 ? "none" : string.Join(" ; ", found.Select(also => $"{also.Value}: {also.Query}")));
    }

    [Fact]
    public void Find_Country_LabelIsASentence()
    {
        Assert.True(QueryParser.TryParse("US", out var node, out _));

        var also = Assert.Single(CountryAlternatives.Find(node));

        Assert.Equal("all statements that name the United States", also.Label);
        Assert.Equal(FacetName.Country, also.Facet);
    }
}
