using Search.Testing;

namespace Search.Queries.Tests;

public sealed class ExplainingTests
{
    private static readonly DateOnly s_today = new(2024, 9, 13);

    public static TheoryData<string, string> Rows => CaseFile.Read("explaining.txt");

    /// <summary>A row that begins with <c>any: </c> is explained with <c>match=any</c>.</summary>
    [Theory]
    [MemberData(nameof(Rows))]
    public void Explain_Row_GivesSentence(string input, string expected)
    {
        var matchAny = input.StartsWith("any: ", StringComparison.Ordinal);
        Assert.True(QueryParser.TryParse(CaseText.Expand(matchAny ? input[5..] : input), out var node, out var error), error?.ToString());

        Assert.Equal(expected, QueryExplainer.Explain(node, new MeaningOptions(s_today, matchAny)));
    }
}
