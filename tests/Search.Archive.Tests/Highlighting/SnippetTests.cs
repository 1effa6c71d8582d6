using Search.Archive.Highlighting;
using Search.Archive.Matching;
using Search.Core.Analysis;
using Search.Testing;

namespace Search.Archive.Tests.Highlighting;

/// <summary>Which passages of a body are shown.</summary>
public sealed class SnippetTests
{
    private static readonly string s_filler = string.Concat(Enumerable.Repeat("Waves came in and went out again. ", 20));

    private static IReadOnlyList<Snippet> Snippets(MatchNode query, string body) =>
        new Highlighter(query, new TextAnalyzer()).Highlight(new StatementBuilder("1") { Body = body }.Build()).Snippets;

    private static string[] Shown(IReadOnlyList<Snippet> snippets) =>
        [.. snippets.Select(snippet => MarkedText.Show(snippet.Text, snippet.Marks))];

    [Fact]
    public void Highlight_ShortBody_IsShownWhole() =>
        Assert.Equal(["The [pier] is open. The lamp is lit."], Shown(Snippets(Match.Word("pier"), "The pier is open. The lamp is lit.")));

    [Fact]
    public void Highlight_NoMatch_ShowsTheBeginningUpToASentencesEnd()
    {
        var snippet = Assert.Single(Snippets(Match.Word("pier"), "\n " + s_filler));

        Assert.StartsWith("Waves came in", snippet.Text);
        Assert.EndsWith("again.", snippet.Text);
        Assert.InRange(snippet.Text.Length, 140, 240);
        Assert.Equal(2, snippet.Offset);
        Assert.Empty(snippet.Marks);
    }

    /// <summary>A number that is said is the whole number.</summary>
    [Theory]
    [InlineData(2, 3)]
    [InlineData(999, 1_000)]
    [InlineData(1_000, null)]
    public void Highlight_Occurrences_AreOfTheWholeStatementOrUnknown(int inBody, int? expected)
    {
        var body = string.Join(' ', Enumerable.Repeat("pier", inBody));
        var highlights = new Highlighter(Match.Word("pier"), new TextAnalyzer())
            .Highlight(new StatementBuilder("1") { Title = "The pier", Body = body }.Build());

        Assert.Equal(expected, highlights.Occurrences);
    }

    [Fact]
    public void Highlight_LongBodyReadToItsBeginning_DoesNotCount()
    {
        var body = $"The pier.\n\n{string.Join("\n\n", Enumerable.Repeat(s_filler, 40))}\n\nThe pier again.";
        var highlights = new Highlighter(Match.Word("pier"), new TextAnalyzer())
            .Highlight(new StatementBuilder("1") { Body = body }.Build());

        Assert.Null(highlights.Occurrences);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n ")]
    public void Highlight_EmptyBody_HasNoSnippets(string body) => Assert.Empty(Snippets(Match.Word("pier"), body));

    [Fact]
    public void Highlight_MatchInTheMiddle_BeginsWithItsSentence()
    {
        var snippet = Assert.Single(Snippets(Match.Word("pier"), s_filler + "They closed the old pier at noon. " + s_filler));

        Assert.StartsWith("They closed the old [pier] at noon.", MarkedText.Show(snippet.Text, snippet.Marks));
        Assert.EndsWith("again.", snippet.Text);
    }

    [Fact]
    public void Highlight_LongSentence_IsCutBetweenWords()
    {
        var words = string.Join(' ', Enumerable.Repeat("wave", 200));

        var snippet = Assert.Single(Snippets(Match.Word("pier"), $"{words} pier {words}"));

        Assert.All(snippet.Text.Split(' '), word => Assert.Contains(word, new[] { "wave", "pier" }));
        Assert.InRange(snippet.Text.Length, 140, 240);
        Assert.True(snippet.Marks[0].Start > 20, "Some words stand before the match.");
    }

    [Fact]
    public void Highlight_SeveralWords_ShowsPassagesThatCoverThemAll()
    {
        var body = $"A pier. A pier. A pier. {s_filler}The keel. {s_filler}The anchor. {s_filler}Piers.";

        var shown = Shown(Snippets(Match.And(Match.Word("pier"), Match.Word("keel"), Match.Word("anchor")), body));

        Assert.Equal(3, shown.Length);
        Assert.Contains("[pier]", shown[0]);
        Assert.Contains("[keel]", shown[1]);
        Assert.Contains("[anchor]", shown[2]);
    }

    [Fact]
    public void Highlight_OneWordOften_ShowsTheDensestPassagesInTheTextsOrder()
    {
        var body = $"A pier. {s_filler}A pier, a pier. {s_filler}A pier. {s_filler}A pier, a pier, a pier. {s_filler}";

        var shown = Shown(Snippets(Match.Word("pier"), body));

        Assert.Equal([1, 2, 3], shown.Select(text => text.Count(character => character == '[')));
    }

    [Fact]
    public void Highlight_PassageWithAllWords_ComesBeforeDenserOnesWithFewer()
    {
        var options = HighlightOptions.Default with { MaxSnippets = 1 };
        var body = $"Pier, pier, pier, pier. {s_filler}The keel by the pier. {s_filler}";

        var snippets = new Highlighter(Match.And(Match.Word("pier"), Match.Word("keel")), new TextAnalyzer(), options)
            .Highlight(new StatementBuilder("1") { Body = body }.Build()).Snippets;

        Assert.Contains("The [keel] by the [pier].", Assert.Single(Shown(snippets)));
    }

    [Fact]
    public void Highlight_Abbreviations_EndNoSentence()
    {
        var body = $"{s_filler}It was Dr. J. Smith of the U.S. Navy who told Mr. O. Ahlgren of the pier. {s_filler}";

        Assert.Contains(
            "It was Dr. J. Smith of the U.S. Navy who told Mr. O. Ahlgren of the [pier].",
            Assert.Single(Shown(Snippets(Match.Word("pier"), body))));
    }

    [Fact]
    public void Highlight_PhraseLongerThanAPassage_IsCut()
    {
        var words = string.Join(' ', Enumerable.Range(0, 60).Select(number => $"word{number:00}"));

        var snippet = Snippets(Match.Phrase(words), $"{s_filler}{words} {s_filler}")[0];

        Assert.InRange(snippet.Text.Length, 140, 240);
        Assert.Equal(new Mark(0, snippet.Text.Length), Assert.Single(snippet.Marks));
    }

    [Fact]
    public void Highlight_TextWithoutSpaces_IsCutBetweenCharactersThatReadersSee()
    {
        // A family of four, joined: one character to its readers, eleven UTF-16 units.
        var family = "👨\u200D👩\u200D👧\u200D👦";
        var body = string.Concat(Enumerable.Repeat(family, 60));

        var snippet = Assert.Single(Snippets(Match.Word("pier"), body));

        Assert.Equal(0, snippet.Text.Length % family.Length);
        Assert.InRange(snippet.Text.Length, family.Length, 240);
    }

    [Fact]
    public void Highlight_TitleScope_MarksTheTitleAndShowsTheBodysBeginning()
    {
        var statement = new StatementBuilder("1") { Title = "The old pier", Body = "The old pier." }.Build();

        var highlights = new Highlighter(Match.Phrase("old pier", scope: TextScope.Title), new TextAnalyzer()).Highlight(statement);

        Assert.Equal([new Mark(4, 8)], highlights.TitleMarks);
        Assert.Empty(Assert.Single(highlights.Snippets).Marks);
    }

    [Fact]
    public void Highlight_LongBodyWhoseBeginningHasEveryWord_ShowsTheBeginning()
    {
        var body = $"The pier. {s_filler}\n\n{LongFiller()}The pier and the keel and the pier.";

        Assert.All(Snippets(Match.Word("pier"), body), snippet => Assert.InRange(snippet.Offset, 0, 10_000));
        Assert.Contains(
            "The [pier] and the [keel] and the [pier].", Shown(Snippets(Match.And(Match.Word("pier"), Match.Word("keel")), body))[^1]);
    }

    [Fact]
    public void Highlight_LongBodyWithoutParagraphs_IsReadToItsEnd()
    {
        var body = LongFiller().Replace("\n\n", " ") + "The pier.";

        Assert.Contains("The [pier].", Assert.Single(Shown(Snippets(Match.Word("pier"), body))));
    }

    private static string LongFiller() => string.Concat(Enumerable.Repeat(s_filler + "\n\n", 60));

    /// <summary>An ellipsis tells that something was left out, whatever letter comes next: a name begins no sentence.</summary>
    [Theory]
    [InlineData("Salt.", false, false)]
    [InlineData("{long} and Merrow sold Salt to Tarn and {long}", true, true)]
    [InlineData("{long} ended.\n\nSalt came. {long}", false, true)]
    public void Snippet_CutInsideASentence_SaysSo(string body, bool before, bool after)
    {
        var filler = string.Join(' ', Enumerable.Repeat("Tarn", 80));
        var snippet = Assert.Single(new Highlighter(Match.Word("salt"), new TextAnalyzer())
            .Highlight(new StatementBuilder("1") { Body = body.Replace("{long}", filler, StringComparison.Ordinal) }.Build())
            .Snippets);

        Assert.Equal((before, after), (snippet.CutBefore, snippet.CutAfter));
    }
}
