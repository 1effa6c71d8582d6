using System.Text;

namespace Search.Elasticsearch.Tests.Analysis;

/// <summary>The analyzer in C# gives what Elasticsearch gives.</summary>
public sealed class AnalysisTests
{
    [Theory]
    [InlineData("X")]
    [InlineData("XX")]
    [InlineData("aXb")]
    [InlineData("1X2")]
    [InlineData("אXא")]
    [InlineData("カXカ")]
    [InlineData("😀X😀")]
    [InlineData("U.SX")]
    public async Task Analyze_EveryCodePoint_AsElasticsearch(string context)
    {
        await using var index = await AnalysisIndex.CreateAsync(TestContext.Current.CancellationToken);
        var comparison = new AnalysisComparison(index);
        foreach (var batch in CodePoints.All.Chunk(1 << 16))
        {
            await comparison.AssertSameAsync(string.Join('\n', batch.Select(codePoint =>
                context.Replace("X", char.ConvertFromUtf32(codePoint), StringComparison.Ordinal))));
        }
    }

    /// <summary>Sequences of code points that stand for all classes, and of those that the rules of the analyzers name.</summary>
    [Fact]
    public async Task Analyze_RandomSequences_AsElasticsearch()
    {
        string[] pieces =
        [
            "a", "s", "S", "U", "é", "א", "ב", "1", "2", "カ", "_", ":", ",", ".", ".", "'", "’", "\"", "“", "中", "あ", "ก", "\u0e31",
            "\u0308", "\u00ad", "😀", "👍", "ℹ", "🏻", "🇦", "#", "\u20e3", "\u200d", "\ufe0e", "\ufe0f", "\U000e0041", "\U000e007f", " ", "-",
            "US", "U.S.", "D.P.R.K.", "'s", "word", "ies",
        ];
        var random = new Random(17);
        await using var index = await AnalysisIndex.CreateAsync(TestContext.Current.CancellationToken);
        var comparison = new AnalysisComparison(index);
        for (var batch = 0; batch < 10; batch++)
        {
            var text = new StringBuilder();
            for (var line = 0; line < 10_000; line++)
            {
                for (var length = random.Next(2, 9); length > 0; length--)
                {
                    text.Append(pieces[random.Next(pieces.Length)]);
                }

                text.Append('\n');
            }

            await comparison.AssertSameAsync(text.ToString());
        }
    }
}
