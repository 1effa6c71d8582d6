using Search.Reading.Files;
using Search.Reading.Tests.Text;

namespace Search.Reading.Tests.Pages;

/// <summary>Plain text in the layouts in which it is typed and mailed.</summary>
public class TextLinesTests
{
    private static readonly string[] s_paragraphs =
    [
        "The board of pilots has heard the masters of both ferries and thanks them for their patience. They agreed that the fog bells on "
            + "the outer mole will be rung by hand until the new ones have come from the foundry.",
        "The committee for the bells is going to meet again before the first frost. It was asked to draw up a list of the moles that have "
            + "no bell at all and of the ropes that must be spliced.",
        "Nobody may silence a bell alone. The board will print the hours of the ringing every week in the harbour's paper, so that the "
            + "fishermen of both villages can read them.",
    ];

    /// <summary>Without an indent a blank line is all that parts paragraphs.</summary>
    public static TheoryData<int, string, bool> Layouts
    {
        get
        {
            var layouts = new TheoryData<int, string, bool>();
            foreach (var width in (int[])[45, 60, 66, 72, 80, 100])
            {
                layouts.Add(width, string.Empty, true);
                foreach (var indent in (string[])["  ", "    ", "        ", "\t"])
                {
                    layouts.Add(width, indent, true);
                    layouts.Add(width, indent, false);
                }
            }

            return layouts;
        }
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task ReadAsync_Layout_GivesTitleAndParagraphs(int width, string indent, bool hasBlankLines)
    {
        var text = string.Join(hasBlankLines ? "\n\n" : "\n",
            s_paragraphs.Select(paragraph => string.Join('\n', Wrapped.Lines(indent + paragraph, width))));
        var page = $"BOARD OF PILOTS\n\n{indent}On the fog bells\n\n5 September 2024\n\n{text}\n";

        var statement = Assert.Single(await Reading.AllAsync(page, "a.txt")).Statement!;

        Assert.Equal("On the fog bells", statement.Title);
        Assert.Equal(string.Join("\n\n", s_paragraphs), statement.Body);
        Assert.Equal(new DateOnly(2024, 9, 5), statement.Issued);
    }

    [Fact]
    public async Task ReadAsync_HangingPoints_AreParagraphsOfTheirOwn()
    {
        var page = "On the fog bells\n\n" + string.Join('\n', Wrapped.Lines(s_paragraphs[0], 60)) + "\n\n"
            + "  - to ring the bells by hand until the new ones have come\n    from the foundry, and\n"
            + "  - to splice the ropes that the masters of both ferries\n    named in their letter.\n\n"
            + string.Join('\n', Wrapped.Lines(s_paragraphs[2], 60)) + "\n";

        var body = Assert.Single(await Reading.AllAsync(page, "a.txt")).Statement!.Body;

        Assert.Equal(
            [
                s_paragraphs[0], "- to ring the bells by hand until the new ones have come from the foundry, and",
                "- to splice the ropes that the masters of both ferries named in their letter.", s_paragraphs[2],
            ],
            body.Split("\n\n"));
    }

    [Fact]
    public async Task ReadAsync_TitleOfTwoLines_IsOneTitle()
    {
        var page = "Statement on the fog bells of the outer mole\nand on the ropes of both ferries\n\n5 September 2024\n\n"
            + string.Join("\n\n", s_paragraphs) + "\n";

        Assert.Equal("Statement on the fog bells of the outer mole and on the ropes of both ferries",
            Assert.Single(await Reading.AllAsync(page, "a.txt")).Statement!.Title);
    }

    [Theory]
    [InlineData("Who rings the bells?")]
    [InlineData("The bells of the outer mole")]
    [InlineData("Bells and ropes")]
    public async Task ReadAsync_SubHeadingBelowTheDay_BelongsToTheText(string heading)
    {
        var page = $"BOARD OF PILOTS\n\nAnswers on the fog bells\n\n5 September 2024\n\n{heading}\n\n"
            + string.Join("\n\n", s_paragraphs) + "\n";

        var statement = Assert.Single(await Reading.AllAsync(page, "a.txt")).Statement!;

        Assert.Equal("Answers on the fog bells", statement.Title);
        Assert.StartsWith(heading + "\n\n", statement.Body);
    }

    [Fact]
    public async Task ReadAsync_LastParagraphWithoutFullStop_BelongsToTheText()
    {
        var last = "The masters went home with the evening tide, and the board will gather in Saltmarsh when the ice has gone";
        var page = "On the fog bells\n\n" + string.Join("\n\n", s_paragraphs) + $"\n\n{last}\n";

        Assert.EndsWith(last, Assert.Single(await Reading.AllAsync(page, "a.txt")).Statement!.Body);
    }

    [Fact]
    public async Task ReadAsync_TextPage_KeepsOrNamesEveryLine()
    {
        var page = $"BOARD OF PILOTS\n\nOn the fog bells\n\nDate: 5 September 2024\n\n"
            + $"{string.Join("\n\n", s_paragraphs)}\n\nMore news\n\nAll rights";

        var result = Assert.Single(await Reading.AllAsync(page, "a.txt", new ReadOptions(Explain: true)));

        Assert.All(page.Split('\n', StringSplitOptions.RemoveEmptyEntries), line =>
            Assert.True(result.Statement!.Body.Contains(line, StringComparison.Ordinal)
                || result.Explanation.Any(told => told.EndsWith(line, StringComparison.Ordinal)), line));
    }
}
