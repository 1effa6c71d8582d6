using System.Net;
using Search.Web.Tests.Hosting;

namespace Search.Web.Tests.Pages;

/// <summary>Pages that count: what they tell, under which filters, and where they lead.</summary>
public sealed class CountingPageTests(SearchHost host) : IClassFixture<SearchHost>
{
    /// <summary>Figures under filters that nobody sees are taken for figures of everything.</summary>
    [Theory]
    [InlineData("/lines?q=harbour")]
    [InlineData("/uses?q=harbour")]
    [InlineData("/trends?q=harbour")]
    [InlineData("/issuers/compare?q=harbour")]
    [InlineData("/phrases?q=%22near+*+harbour%22")]
    public async Task Page_UnderFilters_NamesThemAndStaysWhenOneIsTakenAway(string path)
    {
        var page = await TextAsync($"{path}&country=JP&from=2030-03-01&to=2030-03-31&match=any");

        var chips = Between(page, "aria-label=\"Filters in force\"", "</ul>");
        Assert.Contains("<span class=\"of\">Country named</span> Japan", chips, StringComparison.Ordinal);
        Assert.Contains("<span class=\"of\">Date</span> March 2030", chips, StringComparison.Ordinal);
        Assert.Contains("<span class=\"of\">Words</span> any of them", chips, StringComparison.Ordinal);
        var without = Between(chips, "href=\"", "\"");
        Assert.StartsWith(path[..path.IndexOf('?', StringComparison.Ordinal)], without, StringComparison.Ordinal);
        Assert.DoesNotContain("country=", without, StringComparison.Ordinal);
        using var response = await host.Client().GetAsync(without, Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("/lines?q=volcano&kind=report", "/lines?q=volcano")]
    [InlineData("/uses?q=volcano&kind=report", "/uses?q=volcano")]
    [InlineData("/issuers/compare?q=volcano&kind=report", "/issuers/compare?q=volcano")]
    [InlineData("/phrases?q=%22volcano+*+erupts%22&kind=report", "/phrases?q=%22volcano%20*%20erupts%22")]
    public async Task Page_WithNothingToCount_SaysWhatToDoNext(string path, string widened)
    {
        var empty = Between(await TextAsync(path), "<section class=\"empty\">", "</section>");

        Assert.Contains($"href=\"{widened}\">the same without any filter", empty, StringComparison.Ordinal);
        Assert.Contains("href=\"/coverage?kind=report\">what the archive holds", empty, StringComparison.Ordinal);
    }

    /// <summary>A figure is worth what can be read behind it.</summary>
    [Theory]
    [InlineData("/uses?q=blockade", "/statements/{id}?q=blockade#match-1")]
    [InlineData("/trends?q=blockade", "/statements/{id}?q=blockade#match-1")]
    [InlineData("/issuers/compare?q=blockade", "/statements/{id}?q=blockade#match-1")]
    [InlineData("/issuers/compare?q=blockade&q=fish", "/?q=blockade&issuer=Ministry%20of%20Tides")]
    [InlineData("/phrases?q=%22strongly+*+jointly%22", "/statements/{id}?q=%22strongly%20*%20jointly%22#match-1")]
    public async Task Page_Figure_LeadsToThePassage(string path, string link)
    {
        var id = Between(await TextAsync("/?q=blockade"), "<h2><a href=\"/statements/", "?");
        var page = await TextAsync(path);

        Assert.Contains(
            $"href=\"{link.Replace("{id}", id, StringComparison.Ordinal)}\"", page, StringComparison.Ordinal);
    }

    /// <summary>Of a silence one wants to know what was said instead.</summary>
    [Fact]
    public async Task Uses_Silence_LeadsToWhatIsHeldOfIt()
    {
        var page = await TextAsync("/uses?q=harbour");
        var held = await TextAsync(Between(page, "the archive holds <a href=\"", "\""));

        Assert.Equal("/?from=2030-01-06&to=2030-03-01", Between(page, "the archive holds <a href=\"", "\""));
        Assert.Contains(
            $"id=\"count\">{Between(page, "the archive holds <a href=\"/?from=2030-01-06&to=2030-03-01\">", "</a>")}</span>",
            held,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trends_WithoutAQuery_SaysHowToBegin()
    {
        var page = await TextAsync("/trends");

        Assert.DoesNotContain("<figure", page, StringComparison.Ordinal);
        using var response = await host.Client().GetAsync($"/trends?{Between(page, "<a href=\"/trends?", "\"")}", Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Trends_PeriodsOfWhichNothingIsHeld_AreNoRowsOfZeros()
    {
        var page = await TextAsync("/trends?q=harbour&interval=day");

        Assert.DoesNotContain(">6 January 2030</th>", page, StringComparison.Ordinal);
        Assert.Contains(">5 February 2030</th>", page, StringComparison.Ordinal);
    }

    private async Task<string> TextAsync(string path) => WebUtility.HtmlDecode(await host.Client().GetStringAsync(path, Token));

    private static string Between(string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal);
        Assert.True(start >= 0, $"{before} is not on the page.");
        start += before.Length;
        return text[start..text.IndexOf(after, start, StringComparison.Ordinal)];
    }
}
