using System.Text.Json;
using Search.Core.Countries;

namespace Search.Core.Tests.Countries;

/// <summary>
/// Fictional sentences of official statements, 150 a language, marked by hand; two in five name no country and contain
/// persons, streets, languages and words that are spelled like one.
/// </summary>
public sealed class LanguageGoldTests(ITestOutputHelper output)
{
    private const double Goal = 0.95;

    [Theory]
    [InlineData("ar")]
    [InlineData("de")]
    [InlineData("es")]
    [InlineData("fa")]
    [InlineData("fr")]
    [InlineData("he")]
    [InlineData("it")]
    [InlineData("ja")]
    [InlineData("ko")]
    [InlineData("pt")]
    [InlineData("ru")]
    [InlineData("tr")]
    [InlineData("zh")]
    public void Evaluate_SentencesOfALanguage_ReachesGoal(string language)
    {
        var texts = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Countries", "Gold", $"{language}.jsonl")).Select(Read).ToList();

        var scores = CountryEvaluation.Evaluate(CountryMatcher.Default, texts);

        output.WriteLine($"{language}: P {scores.Precision:F3} R {scores.Recall:F3} F1 {scores.F1:F3}");
        foreach (var error in scores.Errors)
            output.WriteLine($"{error.TextId} {error.Code} {(error.IsMissed ? "missed" : "wrong")}: {string.Join(" | ", error.Contexts)}");

        Assert.Equal(150, texts.Count);
        Assert.True(scores.F1 >= Goal, $"F1 {scores.F1:F3}");
    }

    private static MarkedText Read(string line)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        return new MarkedText(
            root.GetProperty("id").GetString()!,
            root.GetProperty("text").GetString()!,
            [.. root.GetProperty("countries").EnumerateArray().Select(code => code.GetString()!)],
            []);
    }
}
