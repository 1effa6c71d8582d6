using Search.Testing;

namespace Search.Queries.Tests;

public sealed class ParsingTests
{
    public static TheoryData<string, string> Rows => CaseFile.Read("parsing.txt");

    [Theory]
    [MemberData(nameof(Rows))]
    public void TryParse_Row_GivesTreeOrError(string input, string expected)
    {
        var text = CaseText.Expand(input);

        var actual = QueryParser.TryParse(text, out var node, out var error) ? QueryOutline.Write(node) : QueryOutline.Write(error);

        Assert.Equal(CaseText.Expand(expected), actual);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void TryParse_PrintedTree_GivesEqualTree(string input, string _)
    {
        if (QueryParser.TryParse(CaseText.Expand(input), out var node, out var error))
        {
            Assert.True(QueryParser.TryParse(node.ToString(), out var again, out var second), $"{node}: {second}");
            Assert.Equal(node, again);
        }
        else
        {
            Assert.True(QueryParser.TryParse(error.Repaired, out var _, out var second), $"{error}: {second}");
        }
    }
}
