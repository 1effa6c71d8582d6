using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Search.Core.Analysis;
using Search.Elasticsearch.Tests.Servers;
using Search.Testing;

namespace Search.Elasticsearch.Tests.Analysis;

/// <summary>The analyzer in C# gives what Elasticsearch gives.</summary>
public sealed class AnalysisTests(PlainServer server)
{
    [Theory]
    [InlineData("X")]
    [InlineData("aXb")]
    public Task Analyze_EveryCodePoint_AsElasticsearch(string context) => AssertSameAsync(context, CodePoints.All);

    [Theory]
    [InlineData("XX")]
    [InlineData("1X2")]
    [InlineData("אXא")]
    [InlineData("カXカ")]
    [InlineData("😀X😀")]
    [InlineData("U.SX")]
    [InlineData("aXs’bcd X’X")]
    [InlineData("אX‘ X`X X“X")]
    [InlineData("a.Xs")]
    public Task Analyze_TellingCodePoints_AsElasticsearch(string context) => AssertSameAsync(context, CodePoints.Telling);

    /// <summary>Sequences of code points that stand for all classes, and of those that the rules of the analyzers name.</summary>
    [Fact]
    public async Task Analyze_RandomSequences_AsElasticsearch()
    {
        string[] pieces =
        [
            "a", "s", "S", "U", "é", "א", "ב", "1", "2", "カ", "_", ":", ",", ".", ".", "'", "’", "‘", "`", "ʼ",
            "\"", "“", "中", "あ", "ก", "\u0e31",
            "\u0308", "\u00ad", "😀", "👍", "ℹ", "🏻", "🇦", "#", "\u20e3", "\u200d", "\ufe0e", "\ufe0f", "\U000e0041", "\U000e007f", " ", "-",
            "US", "U.S.", "D.P.R.K.", "'s", "word", "ies",
        ];
        var random = new Random(17);
        await using var index = await AnalysisIndex.CreateAsync(server, TestContext.Current.CancellationToken);
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

    [Fact]
    public async Task Analyze_Case_GivesTokens()
    {
        await using var index = await AnalysisIndex.CreateAsync(server, TestContext.Current.CancellationToken);
        foreach (var (text, exact, stems, verbatim) in AnalysisCases.All().Select(row => row.Data))
        {
            var normalized = TextNormalizer.Normalize(text);
            var filtered = CharacterFilters.Apply(normalized);
            Assert.Equal((text, exact), (text, await WordsAsync("statement_exact", filtered)));
            Assert.Equal((text, stems), (text, await WordsAsync("statement_stemmed", filtered)));
            Assert.Equal((text, verbatim), (text, await WordsAsync("statement_verbatim", filtered)));
            Assert.Equal((text, exact), (text, await WordsAsync("statement_name", normalized)));
        }

        async Task<string> WordsAsync(string analyzer, string text)
        {
            var tokens = await index.AnalyzeAsync(analyzer, text, TestContext.Current.CancellationToken);
            return string.Join(' ', tokens.Select(token => token.Text));
        }
    }

    [Fact]
    public async Task Analyze_EveryWordOfCorpus_AsElasticsearch()
    {
        var words = new HashSet<string>();
        var analyzer = new TextAnalyzer();
        var tokens = new List<Token>();
        await foreach (var text in ReadTextsAsync("data/statements/bench-49k.jsonl.gz"))
        {
            analyzer.Analyze(text, tokens);
            foreach (var token in tokens)
            {
                words.Add(text.Substring(token.Start, token.Length));
            }
        }

        await using var index = await AnalysisIndex.CreateAsync(server, TestContext.Current.CancellationToken);
        var comparison = new AnalysisComparison(index);
        foreach (var batch in words.Chunk(50_000))
        {
            await comparison.AssertSameAsync(string.Join('\n', batch));
        }

        TestContext.Current.SendDiagnosticMessage("{0} words compared", words.Count);
    }

    [Fact]
    public async Task Analyze_WholeStatements_AsElasticsearch()
    {
        var path = SharedData.Require("data/statements/functional.jsonl");
        await using var index = await AnalysisIndex.CreateAsync(server, TestContext.Current.CancellationToken);
        var comparison = new AnalysisComparison(index);
        await foreach (var line in File.ReadLinesAsync(path, TestContext.Current.CancellationToken))
        {
            await comparison.AssertSameAsync(TextNormalizer.Normalize((string)JsonNode.Parse(line)!["text"]!));
        }
    }

    [Fact]
    public async Task Stem_EnglishFilter_AgreesOnEveryWordOfCorpus()
    {
        var filter = new JsonObject
        {
            ["tokenizer"] = new JsonObject { ["type"] = "char_group", ["tokenize_on_chars"] = new JsonArray("\n") },
            ["filter"] = new JsonArray(new JsonObject { ["type"] = "stemmer", ["language"] = "english" }),
        };
        var words = new HashSet<string>();
        await foreach (var text in ReadTextsAsync("data/statements/bench-49k.jsonl.gz"))
        {
            words.UnionWith(text.ToLowerInvariant().Split().Where(word => word.Length is > 0 and < 250));
        }

        await using var index = await AnalysisIndex.CreateAsync(server, TestContext.Current.CancellationToken);
        foreach (var batch in words.Chunk(50_000))
        {
            var stems = await index.AnalyzeAsync(filter, string.Join('\n', batch), TestContext.Current.CancellationToken);
            Assert.Equal(stems.Select(stem => stem.Text), batch.Select(PorterStemmer.Stem));
        }
    }

    private async Task AssertSameAsync(string context, IReadOnlyList<int> codePoints)
    {
        await using var index = await AnalysisIndex.CreateAsync(server, TestContext.Current.CancellationToken);
        var comparison = new AnalysisComparison(index);
        foreach (var batch in codePoints.Chunk(1 << 16))
        {
            await comparison.AssertSameAsync(string.Join('\n', batch.Select(codePoint =>
                context.Replace("X", char.ConvertFromUtf32(codePoint), StringComparison.Ordinal))));
        }
    }

    private static async IAsyncEnumerable<string> ReadTextsAsync(string path)
    {
        await using var file = new GZipStream(File.OpenRead(SharedData.Require(path)), CompressionMode.Decompress);
        using var reader = new StreamReader(file);
        while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            using var document = JsonDocument.Parse(line);
            yield return TextNormalizer.Normalize(document.RootElement.GetProperty("text").GetString()!);
        }
    }
}
