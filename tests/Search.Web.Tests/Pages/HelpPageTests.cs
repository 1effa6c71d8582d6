using System.Net;
using Search.Web.Tests.Hosting;

namespace Search.Web.Tests.Pages;

public sealed class HelpPageTests(SearchHost host) : IClassFixture<SearchHost>
{
    /// <summary>What the help offers works.</summary>
    [Fact]
    public async Task Help_EveryLink_IsAnswered()
    {
        var page = WebUtility.HtmlDecode(await host.Client().GetStringAsync("/help", Token));
        var links = page[page.IndexOf("<main", StringComparison.Ordinal)..page.IndexOf("</main>", StringComparison.Ordinal)]
            .Split("href=\"").Skip(1).Select(rest => rest[..rest.IndexOf('"', StringComparison.Ordinal)]).ToList();

        Assert.InRange(links.Count, 30, 60);
        foreach (var link in links)
        {
            Assert.Equal((link, HttpStatusCode.OK), (link, (await host.Client().GetAsync(link, Token)).StatusCode));
        }
    }

    [Fact]
    public async Task Help_BeginsWithWhatReadersWant()
    {
        var page = await host.Client().GetStringAsync("/help", Token);

        Assert.Equal(8, page.Split("<th scope=\"row\">").Length - 1);
        Assert.True(page.IndexOf("I want to", StringComparison.Ordinal) < page.IndexOf("class=\"reference\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task About_IsCoverageForGood()
    {
        var response = await host.Client().GetAsync("/about", Token);

        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal("/coverage", response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Coverage_IsACalendarThatNamesGaps()
    {
        var page = WebUtility.HtmlDecode(await host.Client().GetStringAsync("/coverage", Token));

        Assert.Contains("This archive holds 33 statements from 5 January 2030 to 31 March 2030, and 1 earlier version", page,
            StringComparison.Ordinal);
        Assert.Contains("<table class=\"calendar\">", page, StringComparison.Ordinal);
        Assert.Contains("from=2030-01-01&to=2030-12-31\">2030</a>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("sqlite", page, StringComparison.OrdinalIgnoreCase);
    }
}
