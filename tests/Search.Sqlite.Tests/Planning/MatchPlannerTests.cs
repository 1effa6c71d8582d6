using Search.Archive.Matching;
using Search.Sqlite.Planning;
using Search.Testing;

namespace Search.Sqlite.Tests.Planning;

public sealed class MatchPlannerTests
{
    public static TheoryData<string, string> Rows => CaseFile.Read("plans.txt");

    /// <summary>A row that begins with <c>plain: </c> is planned for an archive that has statements whose words are not stemmed.</summary>
    [Theory]
    [MemberData(nameof(Rows))]
    public void Plan_Row_PrintsPlan(string row, string expected)
    {
        var hasUnstemmed = row.StartsWith("plain: ", StringComparison.Ordinal);
        var text = hasUnstemmed ? row[7..] : row;
        var match = MatchReader.Read(text);

        Assert.Equal(text, MatchPrinter.Print(match));
        Assert.Equal(expected, MatchPlanner.Plan(match, hasUnstemmed).ToString());
    }

    [Fact]
    public void Plan_EqualTrees_AreEqualPlans()
    {
        const string tree = "and(\"the * nation\" country:JP not(day))";

        Assert.Equal(MatchPlanner.Plan(MatchReader.Read(tree), true), MatchPlanner.Plan(MatchReader.Read(tree), true));
    }

    [Fact]
    public void Plan_QuotationMarkWithinAWord_DoesNotEndThePhrase()
    {
        var plan = MatchPlanner.Plan(Match.Word("צה\"ל", Core.Analysis.Likeness.Exact), hasUnstemmed: false);

        Assert.Contains("\"\"", plan.ToString(), StringComparison.Ordinal);
    }
}
