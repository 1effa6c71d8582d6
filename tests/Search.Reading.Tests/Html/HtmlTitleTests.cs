using Search.Reading.Files;

namespace Search.Reading.Tests.Html;

/// <summary>A page's title and whose page it is, where headings, the page's own title and menus say different things.</summary>
public class HtmlTitleTests
{
    private const string Text = "<p>The board of pilots has heard the masters of both ferries and thanks them for their patience.</p>"
        + "<p>Nobody may silence a bell alone, and the board will print the hours of the ringing every week.</p>";

    [Theory]
    [InlineData("On the fog bells | Ministry of Harbours and Lights", "On the fog bells")]
    [InlineData("Ministry of Harbours and Lights - On the fog bells", "On the fog bells")]
    [InlineData("On the fog bells | Press | Ministry of Harbours and Lights", "On the fog bells")]
    [InlineData("News » On the fog bells » Ministry of Harbours and Lights", "On the fog bells")]
    [InlineData("On the fog bells", "On the fog bells")]
    [InlineData("Press release", "The board of pilots has heard the masters of both ferries and thanks them for …")]
    [InlineData("Press release | Ministry of Harbours and Lights", null)]
    public async Task ReadAsync_NoHeading_TakesThePartOfThePagesTitleThatIsNotTheSites(string title, string? expected)
    {
        var statement = await ReadAsync($"<head><title>{title}</title></head><body>"
            + "<header><a href=/>Ministry of Harbours and Lights</a></header>"
            + $"<main>{Text}</main>"
            + "<footer>© 2024 Ministry of Harbours and Lights</footer></body>");

        Assert.Equal(expected ?? "Ministry of Harbours and Lights", statement.Title);
    }

    [Theory]
    [InlineData("<h1>Press release</h1><h2>On the fog bells</h2>")]
    [InlineData("<h1>News</h1><h2>On the fog bells</h2>")]
    [InlineData("<h2>Comunicado de prensa</h2><h3>On the fog bells</h3>")]
    [InlineData("<h1>보도자료</h1><h1>On the fog bells</h1>")]
    public async Task ReadAsync_HeadingThatNamesAKindAlone_IsNoTitle(string headings)
    {
        var statement = await ReadAsync($"<head><title>Harbour | On the fog bells</title></head><body>{headings}{Text}</body>");

        Assert.Equal("On the fog bells", statement.Title);
    }

    [Theory]
    [InlineData("<h1>On the fog bells<br>and on the ropes</h1>", "On the fog bells and on the ropes", "")]
    [InlineData("<h1>On the fog bells</h1><h2>The ropes of both ferries</h2>", "On the fog bells", "The ropes of both ferries\n\n")]
    [InlineData("<h1>On the fog bells</h1><h2>The ropes of both ferries</h2><p>5 September 2024</p>", "On the fog bells",
        "The ropes of both ferries\n\n")]
    public async Task ReadAsync_SecondLineOfATitle_IsKept(string headings, string title, string begin)
    {
        var statement = await ReadAsync($"<body>{headings}{Text}</body>");

        Assert.Equal(title, statement.Title);
        Assert.StartsWith(begin + "The board of pilots", statement.Body);
    }

    [Theory]
    [InlineData("On the fog bells | News | Harbour Parliament")]
    [InlineData("On the fog bells - Harbour Parliament")]
    [InlineData("Harbour Parliament | On the fog bells")]
    [InlineData("Harbour Parliament » News » On the fog bells")]
    [InlineData("On the fog bells")]
    public async Task ReadAsync_PagesOfOneBody_HaveOneIssuerHoweverTheirTitlesTrail(string title)
    {
        var statement = await ReadAsync($"<head><title>{title}</title></head><body><ul><li><a href=/a>About Parliament</a></li>"
            + "<li><a href=/b>Parliament Condemns Attack on Ferry</a></li></ul><h1>On the fog bells</h1>"
            + $"{Text}<footer>© 2024 Harbour Parliament</footer></body>");

        Assert.Equal("Harbour Parliament", statement.Issuer?.Name);
    }

    private static async Task<Core.Statements.Statement> ReadAsync(string html) =>
        Assert.Single(await Reading.AllAsync($"<html>{html}</html>", "a.html", new ReadOptions())).Statement!;
}
