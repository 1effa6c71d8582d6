using Search.Archive.Highlighting;
using Search.Web.Pages.Texts;

namespace Search.Web.Tests.Pages;

public sealed class TextSegmentsTests
{
    [Fact]
    public void Cut_MarksAndCountriesThatCross_KeepEveryCharacterOnce()
    {
        const string text = "ships of Japan and Kenya pass";
        var segments = TextSegments.Cut(
            text,
            0,
            text.Length,
            [new Mark(0, 14), new Mark(19, 5)],
            [new NamedCountry(9, 5, "Japan"), new NamedCountry(19, 5, "Kenya")]).ToList();

        Assert.Equal(text, string.Concat(segments.Select(segment => segment.Text)));
        Assert.Equal(
            [("ships of ", 0, null), ("Japan", 0, "Japan"), (" and ", -1, null), ("Kenya", 1, "Kenya"), (" pass", -1, null)],
            segments.Select(segment => (segment.Text, segment.Mark, segment.Country)));
        Assert.Equal([true, false, false, true, false], segments.Select(segment => segment.StartsMark));
    }

    [Theory]
    [InlineData("one", "one|")]
    [InlineData("one\n\n two\nthree", "one|two|three|")]
    [InlineData("one\n", "one|")]
    [InlineData("", "")]
    public void Lines_AreWithoutTheWhiteSpaceBetween(string text, string expected)
    {
        var lines = TextSegments.Lines(text).ToList();

        Assert.Equal(expected, string.Concat(lines.Select(line => $"{text[line.Start..line.End]}|")));
        Assert.Equal(lines.Count == 0 ? 0 : 1, lines.Count(line => line.IsLast));
    }

    [Fact]
    public void Cut_PartOfAText_LeavesOutWhatLiesElsewhere() =>
        Assert.Equal(
            [("bb", 1)],
            TextSegments.Cut("aa\n\nbb\n\ncc", 4, 6, [new Mark(0, 2), new Mark(4, 2), new Mark(8, 2)], [])
                .Select(segment => (segment.Text, segment.Mark)));

    [Fact]
    public void Paragraphs_AreSplitAtBlankLines() =>
        Assert.Equal(["a\nb", "c"], TextSegments.Paragraphs("a\nb\n\nc").Select(range => "a\nb\n\nc"[range.Start..range.End]));
}
