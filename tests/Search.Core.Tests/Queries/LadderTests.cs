using Search.Core.Queries;

namespace Search.Core.Tests.Queries;

public sealed class LadderTests
{
    public static TheoryData<string, string> Rows => CaseFile.Read("ladder.txt");

    [Theory]
    [MemberData(nameof(Rows))]
    public void Build_Row_GivesRungs(string input, string expected)
    {
        Assert.True(QueryParser.TryParse(CaseFile.Expand(input), out var node, out var error), error?.ToString());

        var rungs = Ladder.Build(node);

        Assert.Equal(expected, rungs is null ? "none" : string.Join(" ; ", rungs.Select(rung => $"{rung.Level}: {rung.Text}")));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Build_TextOfRung_ParsesToItsQuery(string input, string _)
    {
        Assert.True(QueryParser.TryParse(CaseFile.Expand(input), out var node, out var error), error?.ToString());

        Assert.All(Ladder.Build(node) ?? [], rung =>
        {
            Assert.True(QueryParser.TryParse(rung.Text, out var again, out var problem), problem?.ToString());
            Assert.Equal(rung.Query, again);
        });
    }
}
