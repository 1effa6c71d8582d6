using Search.Reading.Files;

namespace Search.Reading.Tests.Html;

/// <summary>Pages whose paragraphs are broken into lines: by a program at a width, or by an author where it pleased.</summary>
public class HtmlLinesTests
{
    private static readonly string[] s_paragraphs =
    [
        "The board of pilots has heard the masters of both ferries and thanks them for their patience. They agreed that the fog bells on "
            + "the outer mole will be rung by hand until the new ones have come from the foundry",
        "The committee for the bells is going to meet again before the first frost. It was asked to draw up a list of the moles that have "
            + "no bell at all and of the ropes that must be spliced",
        "Nobody may silence a bell alone. The board will print the hours of the ringing every week in the harbour's paper, so that the "
            + "fishermen of both villages can read them.",
        "The masters went home with the evening tide. The board will gather in Saltmarsh when the ice has gone",
    ];

    public static TheoryData<string, int> Layouts
    {
        get
        {
            var layouts = new TheoryData<string, int>();
            foreach (var width in (int[])[38, 45, 60, 72, 80, 110])
            {
                layouts.Add("<p>{0}</p>", width);
                layouts.Add("<div>{0}</div>", width);
                layouts.Add("<table><tr><td>{0}</td></tr></table>", width);
                layouts.Add("<pre>{0}</pre>", width);
                layouts.Add("<div><span>{0}</span></div>", width);
            }

            return layouts;
        }
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task ReadAsync_ParagraphsBrokenAtAWidth_AreReadWhole(string around, int width)
    {
        var lines = string.Join("<br>\n<br>\n", s_paragraphs.Select(text => string.Join("<br>\n", Text.Wrapped.Lines(text, width))));

        Assert.Equal(string.Join("\n\n", s_paragraphs), await BodyAsync(Page(around.Replace("{0}", lines, StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData(45)]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(110)]
    public async Task ReadAsync_LinesOfPreformattedText_AreParagraphsWhereABlankLineStands(int width)
    {
        var lines = string.Join("\n\n", s_paragraphs.Select(text => string.Join('\n', Text.Wrapped.Lines(text, width))));

        Assert.Equal(string.Join("\n\n", s_paragraphs), await BodyAsync(Page($"<pre>\n{lines}\n</pre>")));
    }

    [Theory]
    [InlineData(50)]
    [InlineData(66)]
    public async Task ReadAsync_PreformattedTextWithIndents_IsParagraphsWhereAnIndentStands(int width)
    {
        var lines = string.Join('\n', s_paragraphs.Select(text => string.Join('\n', Text.Wrapped.Lines("    " + text, width))));

        Assert.Equal(string.Join("\n\n", s_paragraphs), await BodyAsync(Page($"<pre>\n{lines}\n</pre>")));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    public async Task ReadAsync_EachParagraphAnElementOfBrokenLines_IsReadWhole(int width)
    {
        var paragraphs = string.Concat(s_paragraphs.Select(text => $"<p>{string.Join("<br/>", Text.Wrapped.Lines(text, width))}</p>"));

        Assert.Equal(string.Join("\n\n", s_paragraphs), await BodyAsync(Page(paragraphs)));
    }

    [Fact]
    public async Task ReadAsync_ChineseBrokenAtAWidth_IsJoinedWithoutBlanks()
    {
        const string Text = "港口委员会听取了两艘渡轮船长的报告，感谢他们的耐心，并同意在新的雾钟从铸造厂运来之前，外防波堤上的雾钟由人工敲响，"
            + "委员会将每周在港口报纸上公布敲钟的时间，以便两个村庄的渔民都能读到，任何人不得单独停止敲钟，船长们随晚潮回家，委员会将在冰融之后再次开会";
        var lines = string.Join("<br>", Text.Chunk(32).Select(line => new string(line)));

        Assert.Equal(Text, await BodyAsync(Page($"<p>{lines}</p>")));
    }

    [Fact]
    public async Task ReadAsync_LinesThatTheirAuthorBroke_StayLinesAndNoneIsLost()
    {
        var body = await BodyAsync(Page($"<p>Dear masters,<br>{s_paragraphs[0]}.<br>{s_paragraphs[2]}<br>Anna Lund<br>Harbour master</p>"));

        Assert.Equal($"Dear masters,\n{s_paragraphs[0]}.\n{s_paragraphs[2]}\nAnna Lund\nHarbour master", body);
    }

    [Fact]
    public async Task ReadAsync_TitleAndDayBrokenFromTheText_AreNoPartOfIt()
    {
        var lines = string.Join("<br>", Text.Wrapped.Lines(s_paragraphs[0] + ". " + s_paragraphs[2], 60));
        var page = Page($"<p>Press release<br>5 September 2024<br>{lines}</p>");

        var statement = Assert.Single(await Reading.AllAsync(page, "a.html")).Statement!;

        Assert.Equal(s_paragraphs[0] + ". " + s_paragraphs[2], statement.Body);
        Assert.Equal(new DateOnly(2024, 9, 5), statement.Issued);
    }

    [Fact]
    public async Task ReadAsync_LinksBrokenIntoLines_AreStillAList()
    {
        var links = string.Join("<br>", Enumerable.Range(1, 12)
            .Select(number => $"<a href=/{number}>Statement of the pilots number {number}</a>"));

        Assert.Equal(ReadFaultKind.List, Assert.Single(await Reading.AllAsync(Page($"<p>{links}</p>"), "a.html")).Fault?.Kind);
    }

    private static string Page(string text) => $"<html><body><h1>On the fog bells</h1>{text}</body></html>";

    private static async Task<string?> BodyAsync(string page) => Assert.Single(await Reading.AllAsync(page, "a.html")).Statement?.Body;
}
