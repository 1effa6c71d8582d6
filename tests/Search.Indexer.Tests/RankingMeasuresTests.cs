using Search.Indexer.Evaluation;

namespace Search.Indexer.Tests;

public sealed class RankingMeasuresTests
{
    private static readonly Dictionary<string, int> s_grades = new(StringComparer.Ordinal) { ["a"] = 3, ["b"] = 1, ["c"] = 0, ["d"] = -1 };

    [Theory]
    [InlineData("a b", 1)]
    [InlineData("b a", (1 + (3 / 1.5849625)) / (3 + (1 / 1.5849625)))]
    [InlineData("c d a b", ((3 / 2.0) + (1 / 2.3219281)) / (3 + (1 / 1.5849625)))]
    [InlineData("x y", 0)]
    [InlineData("", 0)]
    public void Ndcg_Ranking_HasLinearGain(string found, double expected) =>
        Assert.Equal(expected, RankingMeasures.Ndcg(found.Split(' ', StringSplitOptions.RemoveEmptyEntries), s_grades), 5);

    [Fact]
    public void Of_QueriesWithoutRelevantDocuments_AreLeftOut()
    {
        var none = new Dictionary<string, int>(StringComparer.Ordinal) { ["a"] = 0 };

        var measures = RankingMeasures.Of([(["b"], s_grades), (["a"], none)]);

        Assert.Equal(1, measures.Queries);
        Assert.Equal(1, measures.Mrr);
    }

    [Fact]
    public void Of_RelevantAtTwelve_CountsForReciprocalRankOnly()
    {
        string[] found = [.. Enumerable.Range(0, 11).Select(number => $"x{number}"), "a"];

        var measures = RankingMeasures.Of([(found, s_grades)]);

        Assert.Equal(1 / 12.0, measures.Mrr, 6);
        Assert.Equal((0, 0, 0), (measures.Ndcg10, measures.Success1, measures.Success10));
    }
}
