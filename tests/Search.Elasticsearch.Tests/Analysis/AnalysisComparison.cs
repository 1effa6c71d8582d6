using System.Globalization;
using System.Text;
using Search.Core.Analysis;

namespace Search.Elasticsearch.Tests.Analysis;

/// <summary>Holds the analyzer in C# against Elasticsearch's, token by token: text, offsets and positions at all three levels.</summary>
internal sealed class AnalysisComparison(AnalysisIndex index)
{
    private static readonly (Likeness Likeness, string Analyzer)[] s_levels =
    [
        (Likeness.Stemmed, "statement_stemmed"), (Likeness.Exact, "statement_exact"), (Likeness.Verbatim, "statement_verbatim"),
    ];

    private readonly TextAnalyzer _analyzer = new();

    public async Task AssertSameAsync(string text)
    {
        var tokens = _analyzer.Analyze(text);
        foreach (var (likeness, analyzer) in s_levels)
        {
            var expected = await index.AnalyzeAsync(analyzer, text, TestContext.Current.CancellationToken);
            for (var position = 0; position < Math.Max(expected.Count, tokens.Count); position++)
            {
                var theirs = position < expected.Count ? expected[position] : default;
                var ours = position < tokens.Count ? Of(tokens[position], likeness, position) : default;
                if (theirs != ours)
                {
                    Assert.Fail(Describe(text, analyzer, theirs, ours));
                }
            }
        }
    }

    private static AnalyzedToken Of(Token token, Likeness likeness, int position) =>
        new(token.Forms[likeness], token.Start, token.Start + token.Length, position);

    private static string Describe(string text, string analyzer, AnalyzedToken theirs, AnalyzedToken ours)
    {
        var start = Math.Max(0, Math.Min(theirs.Start, ours.Start) - 10);
        var around = new StringBuilder();
        foreach (var character in text.AsSpan(start, Math.Min(40, text.Length - start)))
        {
            around.Append(
                character is >= ' ' and <= '~' ? character : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"));
        }

        return $"{analyzer} at {start}: {around}\nElasticsearch: {theirs}\nhere:          {ours}";
    }
}
