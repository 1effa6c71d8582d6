using Search.Archive.Matching;
using Search.Core.Analysis;
using Search.Testing;

namespace Search.Queries.Tests;

public sealed class LadderTests
{
    public static TheoryData<string, string> Rows => CaseFile.Read("ladder.txt");

    [Theory]
    [MemberData(nameof(Rows))]
    public void Build_Row_GivesRungs(string input, string expected)
    {
        Assert.True(QueryParser.TryParse(CaseText.Expand(input), out var node, out var error), error?.ToString());

        var rungs = Ladder.Build(node);

        Assert.Equal(expected, rungs is null ? "none" : string.Join(" ; ", rungs.Select(rung => $"{rung.Level}: {rung.Text}")));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Build_TextOfRung_ParsesToItsQuery(string input, string _)
    {
        Assert.True(QueryParser.TryParse(CaseText.Expand(input), out var node, out var error), error?.ToString());

        Assert.All(Ladder.Build(node) ?? [], rung =>
        {
            Assert.True(QueryParser.TryParse(rung.Text, out var again, out var problem), problem?.ToString());
            Assert.Equal(rung.Query, again);
        });
    }

    [Fact]
    public void Build_RandomTexts_EachRungFindsWhatTheOneAboveFinds()
    {
        string[] words = ["Test", "test", "tests", "testing", "of", "peace", "Peace", "naïve", "naive", "US", "us", "Jong-un"];
        for (var seed = 0; seed < 1_000; seed++)
        {
            var random = new Random(seed);
            string Pick(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => words[random.Next(words.Length)]));
            var text = Pick(1 + random.Next(3));
            Assert.True(QueryParser.TryParse(random.Next(2) == 0 ? text : $"\"{text}\"", out var node, out _));
            var body = Pick(12);

            bool[] found = [.. Ladder.Build(node)!.Select(rung => Finds(rung.Query, body))];

            Assert.True(found.SkipWhile(finds => !finds).All(finds => finds), $"Seed {seed}: {node} in {body}: {string.Join(' ', found)}");
        }
    }

    private static bool Finds(QueryNode node, string body) => MatchEvaluator.Matches(
        QueryLowering.Lower(node, new LoweringOptions(new DateOnly(2030, 5, 17))),
        new AnalyzedStatement(new StatementBuilder("1") { Body = body }.Build(), new TextAnalyzer()));
}
