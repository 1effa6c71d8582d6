using System.Buffers;
using System.Globalization;
using System.Text;
using Search.Core.Analysis;

namespace Search.Elasticsearch.Tests.Analysis;

/// <summary>
/// Holds the analyzer in C# against Elasticsearch's, token by token: text and positions at all three levels and of names, and
/// offsets where both look at the same text, or at texts of one length.
/// </summary>
internal sealed class AnalysisComparison(AnalysisIndex index)
{
    private static readonly (Likeness Likeness, string Analyzer)[] s_levels =
    [
        (Likeness.Stemmed, "statement_stemmed"), (Likeness.Exact, "statement_exact"), (Likeness.Verbatim, "statement_verbatim"),
    ];

    private static readonly SearchValues<char> s_apostrophes = SearchValues.Create(Apostrophes.Single);

    private readonly TextAnalyzer _analyzer = new();

    /// <summary>Of titles and bodies after our own character filters, and of names after Elasticsearch's.</summary>
    public async Task AssertSameAsync(string text)
    {
        var tokens = _analyzer.Analyze(text);
        var filtered = CharacterFilters.Apply(text);
        foreach (var (likeness, analyzer) in s_levels)
        {
            await AssertSameAsync(text, filtered, analyzer, [.. tokens.Select((token, position) => Of(token, likeness, position))]);
        }

        await AssertSameAsync(text, text, "statement_name", [.. tokens.Select((token, position) => Of(token, Likeness.Exact, position))]);
    }

    private async Task AssertSameAsync(string text, string sent, string analyzer, AnalyzedToken[] tokens)
    {
        var expected = await index.AnalyzeAsync(analyzer, sent, TestContext.Current.CancellationToken);
        for (var position = 0; position < Math.Max(expected.Count, tokens.Length); position++)
        {
            var theirs = position < expected.Count ? expected[position] : default;
            var ours = position < tokens.Length ? tokens[position] : default;
            var same = theirs == ours || (sent.Length == text.Length
                ? IsPartOfACutWord(text, theirs, ours)
                : theirs with { Start = ours.Start, End = ours.End } == ours);
            if (!same)
            {
                Assert.Fail(Describe(text, analyzer, theirs, ours));
            }
        }
    }

    /// <summary>
    /// Elasticsearch gives the parts of a word that it cuts at an apostrophe the place of the whole. Nobody asks it for places: what is
    /// marked is found in the text itself.
    /// </summary>
    private static bool IsPartOfACutWord(string text, AnalyzedToken theirs, AnalyzedToken ours) =>
        theirs with { Start = ours.Start, End = ours.End } == ours && theirs.Start <= ours.Start && ours.End <= theirs.End
        && text.AsSpan(theirs.Start, theirs.End - theirs.Start).IndexOfAny(s_apostrophes) >= 0;

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
