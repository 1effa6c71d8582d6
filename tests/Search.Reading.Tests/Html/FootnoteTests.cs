using Search.Reading.Files;

namespace Search.Reading.Tests.Html;

/// <summary>Footnotes are text; their marks are no words of the text that calls them.</summary>
public class FootnoteTests
{
    private const string Second = "Nobody may silence a bell alone, and the board will print the hours of the ringing every week.";

    [Theory]
    [InlineData("the board<sup>1</sup> agreed", "the board agreed")]
    [InlineData("the board<sup>12</sup>, which agreed", "the board, which agreed")]
    [InlineData("the board <sup>[2]</sup> agreed", "the board agreed")]
    [InlineData("the board<sup>*</sup> agreed", "the board agreed")]
    [InlineData("the board<a href=\"#n1\">[1]</a> agreed", "the board agreed")]
    [InlineData("the board<a href=\"#n1\"><sup>1</sup></a> agreed", "the board agreed")]
    [InlineData("the board<sup><a href=\"#n1\">a</a></sup> agreed", "the board agreed")]
    [InlineData("in 1987<sup>3</sup> it agreed", "in 1987 it agreed")]
    [InlineData("of the EU<sup>3</sup> agreed", "of the EU agreed")]
    public async Task ReadAsync_MarkOfAFootnote_IsTakenOutAndNamed(string html, string expected)
    {
        var result = Assert.Single(await ReadAsync(html));

        Assert.Contains($"day {expected} on the bells.", result.Statement!.Body);
        Assert.Contains(result.Explanation, line => line.StartsWith("Cut (a footnote's mark): ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("of 40 m² agreed", "of 40 m² agreed")]
    [InlineData("of 40 m<sup>2</sup> agreed", "of 40 m2 agreed")]
    [InlineData("of 40 km<sup>2</sup> agreed", "of 40 km2 agreed")]
    [InlineData("of 40 км<sup>2</sup> agreed", "of 40 км2 agreed")]
    [InlineData("of 10<sup>6</sup> agreed", "of 106 agreed")]
    [InlineData("of CO₂ agreed", "of CO₂ agreed")]
    [InlineData("of CO<sub>2</sub> agreed", "of CO2 agreed")]
    [InlineData("of the 1<sup>st</sup> agreed", "of the 1st agreed")]
    [InlineData("of M<sup>me</sup> Lund agreed", "of Mme Lund agreed")]
    [InlineData("of <a href=\"#bells\">the bells below</a> agreed", "of the bells below agreed")]
    [InlineData("of article [1] agreed", "of article [1] agreed")]
    public async Task ReadAsync_WhatIsNoMark_StaysWhole(string html, string expected)
    {
        var result = Assert.Single(await ReadAsync(html));

        Assert.Contains($"day {expected} on the bells.", result.Statement!.Body);
        Assert.DoesNotContain(result.Explanation, line => line.Contains("mark", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<ol><li id=n1>The rule of Saltmarsh of 1987 remains in force. <a href=\"#r1\">↩</a></li></ol>")]
    [InlineData("<ol><li id=n1>The rule of Saltmarsh of 1987 remains in force. <a href=\"#r1\">Back</a></li></ol>")]
    [InlineData("<div><p id=n1>The rule of Saltmarsh of 1987 remains in force. <a href=\"#r1\">↑</a></p></div>")]
    [InlineData("<p id=n1><a href=\"#r1\">[1]</a> The rule of Saltmarsh of 1987 remains in force.</p>")]
    public async Task ReadAsync_FootnoteWithALinkBack_IsText(string note)
    {
        var body = Assert.Single(await ReadAsync("it agreed", note)).Statement!.Body;

        Assert.EndsWith("The rule of Saltmarsh of 1987 remains in force.", body);
    }

    private static Task<List<ReadResult>> ReadAsync(string html, string below = "") => Reading.AllAsync(
        $"<html><body><main><h1>On the fog bells</h1><p>On the same day {html} on the bells.</p><p>{Second}</p>{below}"
            + "</main></body></html>",
        "a.html", new ReadOptions(Explain: true));
}
