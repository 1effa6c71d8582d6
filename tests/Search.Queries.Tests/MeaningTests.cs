using Search.Testing;

namespace Search.Queries.Tests;

public sealed class MeaningTests
{
    private static readonly DateOnly s_today = new(2024, 9, 13);

    public static TheoryData<string, string> Rows => CaseFile.Read("meaning.txt");

    /// <summary>A row that begins with <c>any: </c> is understood with <c>match=any</c>.</summary>
    [Theory]
    [MemberData(nameof(Rows))]
    public void Lower_Row_GivesMatchTree(string input, string expected)
    {
        var matchAny = input.StartsWith("any: ", StringComparison.Ordinal);
        var text = CaseText.Expand(matchAny ? input[5..] : input);
        Assert.True(QueryParser.TryParse(text, out var node, out var error), error?.ToString());

        var match = QueryMeaning.Of(node, new MeaningOptions(s_today, matchAny));

        Assert.Equal(CaseText.Expand(expected), MatchOutline.Write(match));
    }
}
