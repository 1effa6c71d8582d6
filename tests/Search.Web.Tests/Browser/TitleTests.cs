using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Search.Archive;
using Search.Archive.Storing;
using Search.Testing;
using Search.Web.Tests.Hosting;

namespace Search.Web.Tests.Browser;

/// <summary>
/// Titles of a thousand characters exist: in a list they would push the others away, and on their own page they are all there.
/// </summary>
public sealed class TitleTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private static readonly string s_title = string.Join(' ', Enumerable.Range(1, 170).Select(number => $"lantern{number}"));

    private readonly List<string> _errors = [];

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Title_VeryLong_IsThreeLinesAmongHits_AndWholeOnItsPage(int width)
    {
        await using var host = new SearchHost();
        var address = host.Serve();
        await using (var writer = await host.Services.GetRequiredService<ISearchEngine>().OpenWriterAsync(WritePurpose.Update, Token))
        {
            await writer.ImportAsync([new StatementBuilder("long") { Title = s_title, Body = "A lantern was lit." }.Build()], Token);
            await writer.CompleteAsync(Token);
        }

        var page = await browser.OpenAsync(
            "/problems", _errors, new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 800 } });
        await page.GotoAsync(new Uri(address, "/?q=lantern").ToString());
        var link = page.Locator(".hit h2 a");

        Assert.Equal(3, await LinesAsync(link));
        Assert.True(await link.EvaluateAsync<bool>("element => element.scrollHeight > element.clientHeight"));

        await link.ClickAsync(new LocatorClickOptions { Position = new Position { X = 5, Y = 5 } });
        var heading = page.Locator("article h1");
        Assert.Equal(s_title, await heading.InnerTextAsync());
        Assert.InRange(await LinesAsync(heading), 10, 200);
        Assert.True(await heading.EvaluateAsync<bool>(
            "element => element.scrollHeight <= element.clientHeight + 1 && getComputedStyle(element).overflow === 'visible'"));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        Assert.Empty(_errors);
    }

    private static Task<int> LinesAsync(ILocator text) => text.EvaluateAsync<int>(
        "element => Math.round(element.getBoundingClientRect().height / parseFloat(getComputedStyle(element).lineHeight))");
}
