using Search.Core.Countries;

namespace Search.Core.Tests.Countries;

public sealed class CountryEvaluationTests
{
    [Fact]
    public void Evaluate_RightWrongAndMissed_AreCountedPerTextAndCode()
    {
        MarkedText[] texts =
        [
            new("a", "Japan and Japan and Peru.", ["JP"], []),
            new("b", "Nothing here.", ["FR"], [new("FR", 0, 7)]),
        ];

        var scores = CountryEvaluation.Evaluate(CountryMatcher.Default, texts);

        Assert.Equal((2, 1, 1, 1), (scores.Documents, scores.Right, scores.Wrong, scores.Missed));
        Assert.Equal(0.5, scores.F1, 6);
        Assert.Equal(
            [("a", "PE", false, "Japan and Japan and Peru."), ("b", "FR", true, "Nothing here.")],
            scores.Errors.Select(error => (error.TextId, error.Code, error.IsMissed, error.Contexts[0])));
    }

    [Fact]
    public void Evaluate_Kinds_DecideWhatCounts()
    {
        MarkedText[] texts = [new("a", "Japan; Moscow warned.", ["JP", "RU"], [])];

        Assert.Equal(0.5, CountryEvaluation.Evaluate(CountryMatcher.Default, texts).Recall);
        Assert.Equal(1, CountryEvaluation.Evaluate(CountryMatcher.Default, texts, MentionKinds.All).F1);
    }

    [Fact]
    public void Evaluate_NoTexts_NothingWrong()
    {
        var scores = CountryEvaluation.Evaluate(CountryMatcher.Default, []);

        Assert.Equal((1, 1, 0), (scores.Precision, scores.Recall, scores.F1));
    }

    [Theory]
    [InlineData("name", MentionKinds.Name)]
    [InlineData("Name, demonym,insideName", MentionKinds.Name | MentionKinds.Demonym | MentionKinds.InsideName)]
    [InlineData("default", MentionKinds.Default)]
    [InlineData("default,capital", MentionKinds.Default | MentionKinds.Capital)]
    [InlineData("all", MentionKinds.All)]
    public void TryParse_NamesOfKinds_Set(string text, MentionKinds expected)
    {
        Assert.True(MentionKindSets.TryParse(text, out var kinds));
        Assert.Equal(expected, kinds);
        Assert.True(MentionKindSets.TryParse(MentionKindSets.Format(kinds), out var again));
        Assert.Equal(kinds, again);
    }

    [Theory]
    [InlineData("")]
    [InlineData("names")]
    [InlineData("name,1")]
    [InlineData("-1")]
    public void TryParse_Unknown_False(string text) => Assert.False(MentionKindSets.TryParse(text, out _));
}
