using Search.Core.Statements;
using Search.Reading.Files;

namespace Search.Reading.Tests.Pages;

public class TextPageReaderTests
{
    private const string Lead = "A spokesperson for the Ministry of Foreign Affairs of Iceland released the following press statement "
        + "\"Lamps must be lit before the winter comes\" on September 13:";
    private const string Body = "The keepers of the northern cape have asked the council for oil, and the council has answered them in a "
        + "letter.\n\nWe shall go on lighting our lamps, whatever the weather may bring.";

    [Fact]
    public async Task ReadAsync_PageWithScrapeDateLabelsAndTeasers_GivesTheStatementAlone()
    {
        var page = $"December 22, 2024\nLamp News (EN)\n\nPress statement of Spokesperson for Ministry of Foreign Affairs of "
            + $"Iceland\n\nDate: 05/09/2024 | Source: Lamp News (EN) | Read original at source\n\n{Lead}\n\n{Body}\n\n"
            + "More From Lamp News (EN)\n\nPier rebuilt\n\nPier rebuilt\n\nThe old pier has been rebuilt. The new one has rooms "
                + "for\n\nDecember 21, 2024\n\nThe old pier has been rebuilt. The new one has rooms for\n\n"
            + "13/12/2024\n\nMore Articles\n";

        var statement = Assert.Single(await Reading.AllAsync(page, "a.txt")).Statement!;

        Assert.Equal("Press statement of Spokesperson for Ministry of Foreign Affairs of Iceland", statement.Title);
        Assert.Equal("Lamps must be lit before the winter comes", statement.Headline);
        Assert.Equal($"{Lead}\n\n{Body}", statement.Body);
        Assert.Equal(new DateOnly(2024, 9, 5), statement.Issued);
        Assert.Equal(new DateTimeOffset(2024, 12, 22, 0, 0, 0, TimeSpan.Zero), statement.Captured);
        Assert.Equal("Lamp News (EN)", statement.Source);
        Assert.Equal(("Spokesperson", "Ministry of Foreign Affairs", "IS"),
            (statement.Issuer!.Office, statement.Issuer.Organisation, statement.Issuer.Country));
        Assert.Equal(StatementKind.PressStatement, statement.Kind);
        Assert.Equal("en", statement.Language);
    }

    [Fact]
    public async Task ReadAsync_DatelineWithoutYear_TakesItFromTheCalendarLine()
    {
        var page = $"calendar>>November 11. 2023 Era 112\nStatement on lamps\nReykjavik, November 10 (LNA) -- The Ministry of Foreign "
            + $"Affairs of Iceland released a statement on Friday:\n\n{Body}\n\nCopyright (C) Lamp News. All Rights Reserved.";

        var statement = Assert.Single(await Reading.AllAsync(page, "a.txt")).Statement!;

        Assert.Equal(new DateOnly(2023, 11, 10), statement.Issued);
        Assert.Null(statement.Captured);
        Assert.Equal("LNA", statement.Source);
        Assert.DoesNotContain("Copyright", statement.Body);
    }

    [Theory]
    [InlineData("MINISTRY OF FOREIGN AFFAIRS\n\n", "Ministry of Foreign Affairs")]
    [InlineData("Ministry of Fisheries of Peru\n\n", "Ministry of Fisheries, Peru")]
    [InlineData("Ministry of Fisheries\nMinistry of Finance\n\n", null)]
    [InlineData("Lamps and nets\n\n", null)]
    public async Task ReadAsync_LetterheadAboveTheTitle_IsTheIssuer(string head, string? issuer)
    {
        var page = $"{head}Statement on the northern lamps\n\n14 September 2024\n\n{Body}\n";

        var statement = Assert.Single(await Reading.AllAsync(page, "a.txt")).Statement!;

        Assert.Equal(issuer, statement.Issuer?.Name);
        Assert.Equal("Statement on the northern lamps", statement.Title);
    }

    [Theory]
    [InlineData("September 17, 2024", "on Saturday", "2024-09-14")]
    [InlineData("Saturday, 14 September 2024", "on Saturday", "2024-09-14")]
    [InlineData("January 3, 2025", "on December 30", "2024-12-30")]
    [InlineData("September 17, 2024", "after Saturday's storm", null)]
    [InlineData("September 17, 2024", "on Saturday, and will do so again on Monday", null)]
    [InlineData("Cape News", "on Saturday", null)]
    public async Task ReadAsync_NoDayPrinted_CountsTheLeadsFromTheDayOfScrapingOrLeavesItOpen(string first, string when, string? expected)
    {
        var page = $"{first}\nLamp News\nStatement on lamps for the winter\nThe Ministry of Foreign Affairs of Iceland released a "
            + $"statement {when}.\n{Body}\n";

        var result = Assert.Single(await Reading.AllAsync(page, "a.txt", new ReadOptions(Explain: true)));

        Assert.Equal(expected is null ? null : DateOnly.Parse(expected), result.Statement!.Issued);
        Assert.Equal(expected is null, result.Explanation.Any(line => line.StartsWith("Left open", StringComparison.Ordinal)));
        Assert.Equal(first == "Cape News", result.Statement.Captured is null);
    }

    [Fact]
    public async Task ReadAsync_WrappedText_IsJoined()
    {
        var page = "Statement on lamps\n\nThe keepers of the northern cape have asked the council for\noil, and the council has answered "
            + "them in a letter that was\nread aloud in the customs house on the same evening by the\nharbour master, who wore his best "
            + "coat for the occasion and\nhad brought two lanterns with him from the old tower, where\nthey had hung for many years.\n";

        var statement = Assert.Single(await Reading.AllAsync(page, "a.txt")).Statement!;

        Assert.DoesNotContain('\n', statement.Body);
    }

    [Fact]
    public async Task ReadAsync_OnlyLabels_IsAShell() =>
        Assert.Equal(ReadFaultKind.Shell, Assert.Single(await Reading.AllAsync("Home\nAbout\nContact\n", "a.txt")).Fault!.Kind);
}
