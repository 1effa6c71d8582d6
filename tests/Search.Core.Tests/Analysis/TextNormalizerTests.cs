using System.Globalization;
using System.Text;
using Search.Core.Analysis;

namespace Search.Core.Tests.Analysis;

public sealed class TextNormalizerTests
{
    [Theory]
    [InlineData("e\u0301", "é")]
    [InlineData("\u212b and \u2126", "Å and Ω")]
    [InlineData("\u1112\u1161\u11ab", "한")]
    [InlineData("dis\u00adarm\u200bament\ufeff\u2060", "disarmament")]
    [InlineData("a\u200e\u202ab\u202c\u2066c\u2069", "abc")]
    [InlineData("one\r\ntwo\rthree\u0085four\u2028five\u2029six\ffin", "one\ntwo\nthree\nfour\nfive\n\nsix\nfin")]
    [InlineData("tab\tand\u00a0space", "tab\tand\u00a0space")]
    [InlineData("nul\0 bell\u0007 del\u007f", "nul bell del")]
    [InlineData("mot\u202f!", "mot\u00a0!")]
    [InlineData("it\u0092s \u0093so\u0094\u009d", "it’s “so”")]
    [InlineData("\u0645\u06cc\u200c\u062e", "\u0645\u06cc\u200c\u062e")]
    [InlineData("Lat\u200cin \u200dx \u0645\u200c", "Latin x \u0645")]
    [InlineData("👨\u200d👩", "👨\u200d👩")]
    [InlineData("核\u200d（验\u3000\u200c｜", "核（验\u3000｜")]
    [InlineData("\u2212\u200d核 ∀\u200c∃", "\u2212核 ∀∃")]
    public void Normalize_Text_Result(string text, string expected) => Assert.Equal(expected, TextNormalizer.Normalize(text));

    [Fact]
    public void Normalize_UnpairedSurrogates_Removed() => Assert.Equal("ab😀", TextNormalizer.Normalize("\udc00a\ud800b😀\ud83d"));

    [Theory]
    [InlineData("")]
    [InlineData("Plain text, “quoted”, with ünïcödé, 中文, 한국어 and emoji 👨‍👩‍👧.\n\nAnd a second paragraph.")]
    public void Normalize_NothingToChange_SameString(string text) => Assert.Same(text, TextNormalizer.Normalize(text));

    [Fact]
    public void Normalize_RandomText_TwiceIsOnce()
    {
        const string Characters =
            "a e\u0301\u0308\u0323\u200c\u200d\u200b\u0645\u06cc\u061c\u2126\u1f71\u1100\u1161\u11a8\uac00"
            + "\u0f73\u0f71\ufe0f\r\n\u0085\u2029\ud83d\ude00\ud800\udc00\u202f\u0092";
        var random = new Random(3);
        for (var round = 0; round < 50_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 10)).Select(_ => Characters[random.Next(Characters.Length)]));
            var once = TextNormalizer.Normalize(text);
            Assert.Same(once, TextNormalizer.Normalize(once));
        }
    }

    /// <summary>Unicode's own conformance test: columns 1 to 3 compose to column 2, columns 4 and 5 to column 4.</summary>
    [Fact]
    public async Task Compose_UnicodeConformanceTest_Passes()
    {
        var compared = 0;
        foreach (var line in (await UnicodeData.ReadLinesAsync("NormalizationTest.txt.bz2")).Where(line => line[0] != '@'))
        {
            var columns = line.Split(';').Take(5).Select(Decode).ToArray();
            Assert.Equal([columns[1], columns[1], columns[1], columns[3], columns[3]], columns.Select(CanonicalComposition.Compose));
            compared++;
        }

        Assert.True(compared > 18_000);
    }

    private static string Decode(string codePoints)
    {
        var text = new StringBuilder();
        foreach (var hex in codePoints.Split(' '))
        {
            text.Append(new Rune(int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
        }

        return text.ToString();
    }
}
