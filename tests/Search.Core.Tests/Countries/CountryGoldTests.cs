using System.Text.Json;
using Search.Core.Countries;
using Search.Testing;

namespace Search.Core.Tests.Countries;

/// <summary>Texts that people marked, and real statements; skipped where they are not at hand.</summary>
public sealed class CountryGoldTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("geowebnews-dev", 0.96)]
    [InlineData("tr-news", 0.965)]
    public void Evaluate_MarkedTexts_ReachesGoal(string name, double goal)
    {
        var texts = File.ReadLines(SharedData.Require($"data/country-gold/{name}.jsonl")).Select(ReadMarked);

        var scores = CountryEvaluation.Evaluate(CountryMatcher.Default, texts);

        output.WriteLine($"{name}: P {scores.Precision:F4} R {scores.Recall:F4} F1 {scores.F1:F4}");
        foreach (var error in scores.Errors)
            output.WriteLine($"{error.TextId} {error.Code} {(error.IsMissed ? "missed" : "wrong")}: {string.Join(" | ", error.Contexts)}");

        Assert.True(scores.F1 >= goal, $"F1 {scores.F1:F4}");
    }

    /// <summary>Up to the first line of the site's list of other pages.</summary>
    [Theory]
    [InlineData("000_a537cc9614bafc94.txt", "KP RU UA US")]
    [InlineData("002_0bc9320cdbd28869.txt", "CN KP KR RU UA US")]
    [InlineData("003_bc1de7ad9c5001b1.txt", "KP KR US")]
    public void Find_Seed_ExactlyTheCountriesItNames(string name, string expected)
    {
        var text = File.ReadAllText(SharedData.Require($"data/seeds/{name}"));
        var end = text.IndexOf("More From", StringComparison.Ordinal);

        Assert.Equal(expected, Mentions.CodesIn(WithoutHead(end < 0 ? text : text[..end])));
    }

    /// <summary>The line that names the source is the site's.</summary>
    private static string WithoutHead(string text) =>
        string.Join('\n', text.Split('\n').Where(line => !line.Contains("Voice of Korea (EN)", StringComparison.Ordinal)));

    private static MarkedText ReadMarked(string line)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        return new MarkedText(
            root.GetProperty("id").GetString()!,
            root.GetProperty("text").GetString()!,
            [.. root.GetProperty("countries").EnumerateArray().Select(code => code.GetString()!)],
            [.. root.GetProperty("mentions").EnumerateArray().Select(ReadMention)]);
    }

    private static MarkedMention ReadMention(JsonElement mention)
    {
        var start = mention.GetProperty("start").GetInt32();
        return new MarkedMention(mention.GetProperty("iso2").GetString()!, start, mention.GetProperty("end").GetInt32() - start);
    }
}
