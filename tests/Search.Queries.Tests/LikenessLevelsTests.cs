using Search.Archive.Matching;
using Search.Core.Analysis;
using Search.Testing;

namespace Search.Queries.Tests;

public sealed class LikenessLevelsTests
{
    public static TheoryData<string, string> Rows => CaseFile.Read("ladder.txt");

    [Theory]
    [MemberData(nameof(Rows))]
    public void Build_Row_GivesRungs(string input, string expected)
    {
        Assert.True(QueryParser.TryParse(CaseText.Expand(input), out var node, out var error), error?.ToString());

        var levels = LikenessLevels.Build(node);

        Assert.Equal(expected, levels is null ? "none" : string.Join(" ; ", levels.Select(level => $"{level.Name}: {level.Text}")));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Build_TextOfRung_ParsesToItsQuery(string input, string _)
    {
        Assert.True(QueryParser.TryParse(CaseText.Expand(input), out var node, out var error), error?.ToString());

        Assert.All(LikenessLevels.Build(node) ?? [], level =>
        {
            Assert.True(QueryParser.TryParse(level.Text, out var again, out var problem), problem?.ToString());
            Assert.Equal(level.Query, again);
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

            bool[] found = [.. LikenessLevels.Build(node)!.Select(level => Finds(level.Query, body))];

            Assert.True(found.SkipWhile(finds => !finds).All(finds => finds), $"Seed {seed}: {node} in {body}: {string.Join(' ', found)}");
        }
    }

    private static bool Finds(QueryNode node, string body) => MatchEvaluator.Matches(
        QueryMeaning.Of(node, new MeaningOptions(new DateOnly(2030, 5, 17))),
        new AnalyzedStatement(new StatementBuilder("1") { Body = body }.Build(), new TextAnalyzer()));
}
