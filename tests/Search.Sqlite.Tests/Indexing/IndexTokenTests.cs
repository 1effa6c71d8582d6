using System.Buffers;
using System.Text;
using Search.Core.Analysis;
using Search.Sqlite.Indexing;
using Search.Testing;

namespace Search.Sqlite.Tests.Indexing;

/// <summary>Text to tokens, and a query's word to the tokens under which it stands.</summary>
public sealed class IndexTokenTests
{
    [Theory]
    [InlineData("nation", "bnation")]
    [InlineData("nations", "enations +snation")]
    [InlineData("Nation", "bnation")]
    [InlineData("NATION", "bnation +vnation␞NATION")]
    [InlineData("naïve", "enaive +snaiv +vnaive␞naïve")]
    [InlineData("the Nations", "bthe enations +snation")]
    public void Write_StemmedText_GivesEachLevelThatSaysSomethingNew(string text, string expected) =>
        Assert.Equal(expected, Written(text, isStemmed: true));

    [Theory]
    [InlineData("nations", "enations")]
    [InlineData("Nations", "enations")]
    [InlineData("NATIONS", "enations +vnations␞NATIONS")]
    public void Write_TextThatIsNotStemmed_HasNoStems(string text, string expected) =>
        Assert.Equal(expected, Written(text, isStemmed: false));

    [Theory]
    [InlineData("nation", Likeness.Exact, false, "bnation")]
    [InlineData("nation", Likeness.Exact, true, "bnation enation")]
    [InlineData("nations", Likeness.Exact, true, "enations")]
    [InlineData("nations", Likeness.Stemmed, false, "snation bnation")]
    [InlineData("nations", Likeness.Stemmed, true, "snation bnation enations")]
    [InlineData("Nation", Likeness.Verbatim, false, "bnation")]
    [InlineData("NATION", Likeness.Verbatim, true, "vnation␞NATION")]
    public void Of_Term_IsTheTokensItsWordsStandUnder(string word, Likeness likeness, bool hasUnstemmed, string expected) => Assert.Equal(
        expected,
        string.Join(' ', IndexToken.Of(Match.Term(word, likeness), hasUnstemmed)).Replace(IndexToken.Separator, '␞'));

    [Theory]
    [InlineData("nation", true, false)]
    [InlineData("Nation", true, true)]
    [InlineData("NATION", false, false)]
    public void IsLooser_VerbatimWord_UnlessItHasATokenOfItsOwn(string word, bool looser, bool capitalised) => Assert.Equal(
        (looser, looser && capitalised),
        (IndexToken.IsLooser(Match.Term(word, Likeness.Verbatim), out var bears), looser && bears));

    [Fact]
    public void IsLooser_OtherLikeness_IsNot() => Assert.False(IndexToken.IsLooser(Match.Term("Nation", Likeness.Exact), out _));

    /// <summary>The tokens, those at the position of the one before with a plus.</summary>
    private static string Written(string text, bool isStemmed)
    {
        var tokens = new List<Token>();
        new TextAnalyzer().Analyze(text, tokens);
        var stream = new ArrayBufferWriter<byte>();
        IndexToken.Write(tokens, isStemmed, stream);
        var words = new List<string>();
        for (var rest = stream.WrittenSpan; rest.Length > 0;)
        {
            var header = rest[0] | (rest[1] << 8);
            var length = header & 0x7fff;
            words.Add(((header & 0x8000) != 0 ? "+" : string.Empty) + Encoding.UTF8.GetString(rest.Slice(2, length)));
            rest = rest[(2 + length)..];
        }

        return string.Join(' ', words).Replace(IndexToken.Separator, '␞');
    }
}
