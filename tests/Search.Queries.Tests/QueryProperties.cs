using FsCheck;
using FsCheck.Fluent;

namespace Search.Queries.Tests;

/// <summary>What holds for every query. A failure names the seed; <see cref="QueryGenerator"/> makes the same query of it again.</summary>
public sealed class QueryProperties
{
    private static readonly MeaningOptions s_options = new(new DateOnly(2024, 9, 13));

    [Fact]
    public void Tree_Printed_ParsesToAnEqualTree() => ForSeeds(2_000, seed =>
    {
        var tree = new QueryGenerator(seed).Tree();
        var text = tree.ToString();
        if (!QueryParser.TryParse(text, out var again, out var error))
        {
            Assert.True(error.IsLimit, $"{text}: {error}");
            return;
        }

        Assert.True(tree.Equals(again), $"{text} became {again}: {QueryOutline.Write(tree)} ≠ {QueryOutline.Write(again)}");
    });

    [Fact]
    public void Text_Random_IsReadOrRepaired() => ForSeeds(2_000, seed =>
    {
        var text = new QueryGenerator(seed).Text();
        if (QueryParser.TryParse(text, out var node, out var error))
        {
            Assert.True(QueryParser.TryParse(node.ToString(), out var again, out var second) || second.IsLimit, $"{node}: {second}");
            Assert.True(again is null || again.Equals(node), $"{node} became {again}");
        }
        else
        {
            Assert.True(QueryParser.TryParse(error.Repaired, out _, out var second), $"{error}: {second}");
            Assert.InRange(error.Start, 0, text.Length);
            Assert.InRange(error.Length, 0, text.Length - error.Start);
            Assert.NotEmpty(error.Message);
        }
    });

    [Fact]
    public void Text_Random_IsUnderstoodExplainedAndHasLevels() => ForSeeds(1_000, seed =>
    {
        var text = new QueryGenerator(seed).Text();
        var node = QueryParser.TryParse(text, out var parsed, out var error) ? parsed : Parse(error.Repaired);

        MatchInvariants.Check(QueryMeaning.Of(node, s_options));
        MatchInvariants.Check(QueryMeaning.Of(node, s_options with { MatchAny = true }));
        Assert.StartsWith(node is EverythingNode ? "all statements" : "statements ", QueryExplainer.Explain(node, s_options));
        Assert.All(LikenessLevels.Build(node) ?? [], level => Assert.Equal(level.Query, Parse(level.Text)));
        Assert.All(CountryAlternatives.Find(node), also => Parse(also.Query));
    });

    [Fact]
    public void Tree_Random_LowersToASoundTree() => ForSeeds(1_000, seed =>
        MatchInvariants.Check(QueryMeaning.Of(new QueryGenerator(seed).Tree(), s_options)));

    [Fact]
    public void PlainText_Random_IsBareWordsOnly() => ForSeeds(1_000, seed =>
    {
        var text = new QueryGenerator(seed).Text();
        var query = PlainText.ToQuery(text);

        var words = query is ConjunctionNode all ? all.Operands : query is EverythingNode ? [] : [query];
        Assert.All(words, word => Assert.IsType<WordNode>(word));
        MatchInvariants.Check(QueryMeaning.Of(query, s_options with { MatchAny = true }));
    });

    private static QueryNode Parse(string text)
    {
        Assert.True(QueryParser.TryParse(text, out var node, out var error), $"{text}: {error}");
        return node;
    }

    /// <summary>The same seeds in every run: a run that fails fails again.</summary>
    private static void ForSeeds(int count, Action<int> holds) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(seed: 20_300_517, gamma: 1),
            Prop.ForAll(ArbMap.Default.ArbFor<int>().Generator.Resize(1_000_000_000).ToArbitrary(), holds));
}
