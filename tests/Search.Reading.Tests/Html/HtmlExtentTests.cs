using Search.Reading.Files;

namespace Search.Reading.Tests.Html;

/// <summary>Lines without a full stop that belong to a text: questions, sub-headings, points, places and names.</summary>
public class HtmlExtentTests
{
    private const string First = "The board of pilots has heard the masters of both ferries and thanks them for their patience.";
    private const string Second = "Nobody may silence a bell alone, and the board will print the hours of the ringing every week.";

    [Theory]
    [InlineData("<h2>Who rings the bells?</h2>", "Who rings the bells?")]
    [InlineData("<h3>The bells of the outer mole</h3>", "The bells of the outer mole")]
    [InlineData("<h4>Bells</h4>", "Bells")]
    [InlineData("<h2>Questions</h2><h3>Who rings the bells?</h3>", "Questions\n\nWho rings the bells?")]
    public async Task ReadAsync_HeadingBetweenTitleAndText_BelongsToTheText(string headings, string expected)
    {
        var page = $"<body><main><h1>Answers on the bells</h1><p>5 September 2024</p>{headings}<p>{First}</p>"
            + $"<h2>Who pays?</h2><p>{Second}</p></main></body>";

        Assert.Equal($"{expected}\n\n{First}\n\nWho pays?\n\n{Second}", await BodyAsync(page));
    }

    [Theory]
    [InlineData("<ul><li>To ring the bells by hand in fog</li><li>To splice the ropes</li></ul>")]
    [InlineData("<ol><li>To ring the bells by hand in fog</li><li>To splice the ropes</li></ol>")]
    [InlineData("<table><tr><td>1.</td><td>To ring the bells by hand in fog</td></tr><tr><td>2.</td>"
        + "<td>To splice the ropes</td></tr></table>")]
    [InlineData("<dl><dt>Bells</dt><dd>To ring the bells by hand in fog</dd><dt>Ropes</dt><dd>To splice the ropes</dd></dl>")]
    public async Task ReadAsync_PointsWithoutFullStops_BelongToTheTextWhereverTheyStand(string points)
    {
        foreach (var container in (string[])["main", "div", "article"])
        {
            var inside = await BodyAsync(Page(container, $"<p>{First}</p>{points}<p>{Second}</p>"));
            var below = await BodyAsync(Page(container, $"<p>{First}</p><p>{Second}</p>{points}"));

            Assert.StartsWith(First, inside);
            Assert.EndsWith(Second, inside);
            Assert.Contains("To ring the bells by hand in fog", inside);
            Assert.Contains("To splice the ropes", inside);
            Assert.EndsWith("To splice the ropes", below);
        }
    }

    [Fact]
    public async Task ReadAsync_LongTableOfNumbersInAText_DoesNotPartIt()
    {
        var rows = string.Concat(Enumerable.Range(1, 40).Select(number => $"<tr><td>Mole {number}</td><td>{number} bells</td></tr>"));

        var body = await BodyAsync($"<body><h1>On the fog bells</h1><div><p>{First}</p><table>{rows}</table><p>{Second}</p></div></body>");

        Assert.StartsWith(First, body);
        Assert.Contains("40 bells", body);
        Assert.EndsWith(Second, body);
    }

    [Theory]
    [InlineData("<p>Harbour of Saltmarsh, the board</p>")]
    [InlineData("<p>Long live the bells of both villages</p>")]
    public async Task ReadAsync_LastParagraphWithoutFullStop_BelongsToTheText(string last)
    {
        foreach (var container in (string[])["main", "div", "article"])
        {
            var body = await BodyAsync(Page(container, $"<p>{First}</p><p>{Second}</p>{last}"));

            Assert.EndsWith(last[3..^4], body);
        }
    }

    [Theory]
    [InlineData("<nav><a href=/a>Statement of the pilots on the ropes</a></nav>")]
    [InlineData("<div><h3>More statements</h3><ul><li><a href=/a>Statement of the pilots on the ropes</a></li></ul></div>")]
    [InlineData("<footer>Board of pilots, Saltmarsh</footer>")]
    public async Task ReadAsync_WhatStandsBesideTheText_IsCutAndNamed(string beside)
    {
        var result = Assert.Single(await Reading.AllAsync(
            $"<body><main><h1>On the fog bells</h1><p>{First}</p><p>{Second}</p></main>{beside}</body>", "a.html",
            new ReadOptions(Explain: true)));

        Assert.Equal($"{First}\n\n{Second}", result.Statement?.Body);
        Assert.Contains(result.Explanation, line => line.StartsWith("Cut (", StringComparison.Ordinal)
            && (line.Contains("Statement of the pilots on the ropes", StringComparison.Ordinal)
                || line.Contains("Board of pilots, Saltmarsh", StringComparison.Ordinal)));
    }

    private static string Page(string container, string text) =>
        $"<body><h1>On the fog bells</h1><{container}>{text}</{container}></body>";

    private static async Task<string> BodyAsync(string page) =>
        Assert.Single(await Reading.AllAsync($"<html>{page}</html>", "a.html")).Statement!.Body;
}
