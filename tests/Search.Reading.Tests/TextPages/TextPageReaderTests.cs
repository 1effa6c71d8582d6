using Search.Core.Statements;
using Search.Reading.Records;

namespace Search.Reading.Tests.TextPages;

public class TextPageReaderTests
{
    private const string Lead = "A spokesperson for the Ministry of Foreign Affairs of Iceland released the following press statement \"Lamps must be lit before the winter comes\" on September 13:";
    private const string Body = "The keepers of the northern cape have asked the council for oil, and the council has answered them in a letter.\n\nWe shall go on lighting our lamps, whatever the weather may bring.";

    [Fact]
    public async Task ReadAsync_PageWithScrapeDateLabelsAndTeasers_GivesTheStatementAlone()
    {
        var page = $"December 22, 2024\nLamp News (EN)\n\nPress statement of Spokesperson for Ministry of Foreign Affairs of Iceland\n\nDate: 05/09/2024 | Source: Lamp News (EN) | Read original at source\n\n{Lead}\n\n{Body}\n\n"
            + "More From Lamp News (EN)\n\nPier rebuilt\n\nPier rebuilt\n\nThe old pier has been rebuilt. The new one has rooms for\n\nDecember 21, 2024\n\nThe old pier has been rebuilt. The new one has rooms for\n\n"
            + "13/12/2024\n\nMore Articles\n";

        var statement = Assert.Single(await Reading.AllAsync(page, "a.txt")).Statement!;

        Assert.Equal("Press statement of Spokesperson for Ministry of Foreign Affairs of Iceland", statement.Title);
        Assert.Equal("Lamps must be lit before the winter comes", statement.Headline);
        Assert.Equal($"{Lead}\n\n{Body}", statement.Body);
        Assert.Equal(new DateOnly(2024, 9, 5), statement.Issued);
        Assert.Equal("Lamp News (EN)", statement.Source);
        Assert.Equal(("Spokesperson", "Ministry of Foreign Affairs", "IS"), (statement.Issuer!.Office, statement.Issuer.Organisation, statement.Issuer.Country));
        Assert.Equal(StatementKind.PressStatement, statement.Kind);
        Assert.Equal("en", statement.Language);
    }

    [Fact]
    public async Task ReadAsync_DatelineWithoutYear_TakesItFromTheCalendarLine()
    {
        var page = $"calendar>>November 11. 2023 Era 112\nStatement on lamps\nReykjavik, November 10 (LNA) -- The Ministry of Foreign Affairs of Iceland released a statement on Friday:\n\n{Body}\n\nCopyright (C) Lamp News. All Rights Reserved.";

        var statement = Assert.Single(await Reading.AllAsync(page, "a.txt")).Statement!;

        Assert.Equal(new DateOnly(2023, 11, 10), statement.Issued);
        Assert.Equal("LNA", statement.Source);
        Assert.DoesNotContain("Copyright", statement.Body);
    }

    [Fact]
    public async Task ReadAsync_WrappedText_IsJoined()
    {
        var page = "Statement on lamps\n\nThe keepers of the northern cape have asked the council for\noil, and the council has answered them in a letter that was\nread aloud in the customs house on the same evening by the\nharbour master, who wore his best coat for the occasion and\nhad brought two lanterns with him from the old tower, where\nthey had hung for many years.\n";

        var statement = Assert.Single(await Reading.AllAsync(page, "a.txt")).Statement!;

        Assert.DoesNotContain('\n', statement.Body);
    }

    [Fact]
    public async Task ReadAsync_OnlyLabels_IsAShell() =>
        Assert.Equal(ReadFaultKind.Shell, Assert.Single(await Reading.AllAsync("Home\nAbout\nContact\n", "a.txt")).Fault!.Kind);
}
