using Search.Core.Analysis;
using Search.Core.Matching;
using Search.Core.Queries;
using Search.Testing;

namespace Search.Core.Tests.Queries;

/// <summary>What queries find, from their text to a statement's.</summary>
public sealed class MeaningTests
{
    private static readonly LoweringOptions s_options = new(new DateOnly(2030, 5, 17));

    public static TheoryData<string, string> Rows => CaseFile.Read("meaning.txt");

    /// <summary>Every statement bears the title Harbour news, an issuer, two countries and the day that is today.</summary>
    [Theory]
    [MemberData(nameof(Rows))]
    public void Query_Row_FindsBodyOrDoesNot(string input, string expected)
    {
        var matchAny = input.StartsWith("any: ", StringComparison.Ordinal);
        Assert.True(QueryParser.TryParse(matchAny ? input[5..] : input, out var node, out var error), error?.ToString());

        Assert.Equal(expected[0] == '+', Finds(node, expected[2..], matchAny));
    }

    [Fact]
    public void Ladder_RandomTexts_EachRungContainsTheOneAbove()
    {
        string[] words = ["Test", "test", "tests", "testing", "of", "peace", "Peace", "naïve", "naive", "US", "us", "Jong-un"];
        for (var seed = 0; seed < 1_000; seed++)
        {
            var random = new Random(seed);
            string Pick(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => words[random.Next(words.Length)]));
            var text = Pick(1 + random.Next(3));
            Assert.True(QueryParser.TryParse(random.Next(2) == 0 ? text : $"\"{text}\"", out var node, out _));
            var body = Pick(12);

            bool[] found = [.. Ladder.Build(node)!.Select(rung => Finds(rung.Query, body, matchAny: false))];

            Assert.True(found.SkipWhile(finds => !finds).All(finds => finds), $"Seed {seed}: {node} in {body}: {string.Join(' ', found)}");
        }
    }

    private static bool Finds(QueryNode node, string body, bool matchAny)
    {
        var statement = new StatementBuilder("H-7")
        {
            Title = "Harbour news",
            Body = body,
            Issuer = "Harbour Office",
            Countries = "JP US",
        }.Build();
        return MatchEvaluator.Matches(
            QueryLowering.Lower(node, s_options with { MatchAny = matchAny }), new AnalyzedStatement(statement, new TextAnalyzer()));
    }
}
