using Search.Archive.Highlighting;
using Search.Core.Analysis;
using Xunit;

namespace Search.Testing.Contract;

public abstract partial class EngineContract
{
    [Fact]
    public async Task Highlights_AreThoseOfTheHighlighter()
    {
        var body = "The harbour master spoke.\n\nHe said: the old harbour lights are to be lit again, whatever the tide does to harbours.";
        var engine = await WithAsync(
            new("1") { Title = "Harbour lights", Body = body },
            new("2") { Title = "Harbour of lights", Body = string.Concat(Enumerable.Repeat("Nothing here but waves. ", 60)) + body });
        var query = Match.And(
            Match.Word("harbours"),
            Match.Or(Match.Phrase("harbour lights"), Match.Near(2, "tide", "whatever")),
            Match.Not(Match.Word("storm")));

        var page = await SearchAsync(engine, query);

        Assert.Equal(2, page.Hits.Count);
        foreach (var hit in page.Hits)
        {
            var expected = new Highlighter(query, new TextAnalyzer()).Highlight(hit.Statement);
            Assert.NotEmpty(expected.TitleMarks);
            Assert.Equal(expected.TitleMarks, hit.Highlights.TitleMarks);
            Assert.Equal(
                expected.Snippets.Select(snippet => (snippet.Text, snippet.Offset)),
                hit.Highlights.Snippets.Select(snippet => (snippet.Text, snippet.Offset)));
            Assert.Equal(
                expected.Snippets.SelectMany(snippet => snippet.Marks), hit.Highlights.Snippets.SelectMany(snippet => snippet.Marks));
        }
    }

    [Fact]
    public async Task Highlights_WithoutWordsInTheQuery_ShowTheBeginning()
    {
        var engine = await WithAsync(new StatementBuilder("1") { Body = "The pier is open. The lamp is lit." });

        var highlights = Assert.Single((await SearchAsync(engine, Match.Everything)).Hits).Highlights;

        Assert.Empty(highlights.TitleMarks);
        var snippet = Assert.Single(highlights.Snippets);
        Assert.Equal("The pier is open. The lamp is lit.", snippet.Text);
        Assert.Empty(snippet.Marks);
    }
}
