using Search.Sqlite.Indexing;
using Search.Sqlite.Matching;
using Search.Sqlite.Planning;

namespace Search.Sqlite.Tests.Matching;

public sealed class Bm25Tests
{
    private static readonly StatementColumns s_columns = ColumnsOf(10, 20, 30);

    [Fact]
    public void Weigh_RarerWord_WeighsMore() => Assert.True(Weigh(frequency: 1) > Weigh(frequency: 2));

    [Fact]
    public void Weigh_WordInEveryStatement_StillWeighsSomething() => Assert.True(Weigh(frequency: 3) > 0);

    [Fact]
    public void Weigh_FrequencyAboveTheNumberOfStatements_CountsAsAll() => Assert.True(Weigh(frequency: 1_000) > 0);

    /// <summary>ln(1 + (3 − 1 + ½) / (1 + ½)) · (1.2 + 1), by hand.</summary>
    [Fact]
    public void Weigh_OneOfThree_IsLucenesIdf() => Assert.Equal((float)(Math.Log(1 + (2.5 / 1.5)) * 2.2f), Weigh(frequency: 1), 5);

    [Fact]
    public void Weigh_Phrase_WeighsWhatItsWordsWeigh()
    {
        var ranking = new Bm25(s_columns, token => token == "ba" ? 1 : 2);

        Assert.Equal(
            ranking.Weigh(new ScoredTerm([0], [["ba"]])) + ranking.Weigh(new ScoredTerm([0], [["bb"]])),
            ranking.Weigh(new ScoredTerm([0], [["ba"], ["bb"]])),
            5);
    }

    [Fact]
    public void Weigh_Alternatives_AreAsFrequentAsTogether()
    {
        var ranking = new Bm25(s_columns, _ => 1);

        Assert.Equal(new Bm25(s_columns, _ => 2).Weigh(new ScoredTerm([0], [["ba"]])), ranking.Weigh(new ScoredTerm([0], [["ba", "bb"]])));
    }

    [Fact]
    public void Score_MoreOccurrencesAndShorterText_ScoreMore()
    {
        var ranking = new Bm25(s_columns, _ => 1);

        Assert.True(ranking.Score(1, 1, frequency: 2) > ranking.Score(1, 1, frequency: 1));
        Assert.True(ranking.Score(0, 1, frequency: 1) > ranking.Score(2, 1, frequency: 1));
        Assert.True(ranking.Score(0, 1, frequency: 1_000) < 1);
    }

    /// <summary>A text of average length: tf / (tf + k1).</summary>
    [Fact]
    public void Score_AverageLength_IsTheFormulas() => Assert.Equal(1 / 2.2f, new Bm25(s_columns, _ => 1).Score(1, 1, frequency: 1), 5);

    private static float Weigh(long frequency) => new Bm25(s_columns, _ => frequency).Weigh(new ScoredTerm([0], [["ba"]]));

    private static StatementColumns ColumnsOf(params ReadOnlySpan<int> lengths)
    {
        var columns = new TestColumns();
        foreach (var length in lengths)
        {
            columns.Add(tokens: length);
        }

        return columns.Build();
    }
}
