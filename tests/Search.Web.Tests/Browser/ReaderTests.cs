using Microsoft.Playwright;

namespace Search.Web.Tests.Browser;

/// <summary>What a reader does, in a browser.</summary>
public sealed class ReaderTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private readonly List<string> _errors = [];

    public static TheoryData<string> Examples => PageExamples.All;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reader_SearchesNarrowsReadsAndGoesBack(bool javaScript)
    {
        var page = await browser.OpenAsync("/", _errors, new BrowserNewContextOptions { JavaScriptEnabled = javaScript });

        await page.FillAsync("#q", "harbour");
        await page.PressAsync("#q", "Enter");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Japan 16 statements" }).ClickAsync();
        await page.ArrivesAtAsync("**country=JP*");
        Assert.Equal("16 statements", await page.Locator("#count").InnerTextAsync());
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Statement on the blockade of the harbour" }).ClickAsync();
        Assert.Equal("harbour", await page.Locator("#match-1").InnerTextAsync());
        if (javaScript)
        {
            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Next" }).ClickAsync();
            Assert.Equal("3 of 3", await page.Locator(".matches [role=status]").InnerTextAsync());
        }
        else
        {
            await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Match 2" }).ClickAsync();
            Assert.EndsWith("#match-1", page.Url, StringComparison.Ordinal);
        }

        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Back to the results" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Remove the filter Country named: Japan" }).ClickAsync();
        await page.ArrivesAtAsync("**/?q=harbour");
        Assert.Empty(_errors);
    }

    [Fact]
    public async Task Keyboard_ReachesTheHitsPastTheSkipLinks()
    {
        var page = await browser.OpenAsync("/?q=harbour", _errors);

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to content", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the hits", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.matches('#hits *')"));
        await page.Keyboard.PressAsync("/");
        Assert.Equal("q", await page.EvaluateAsync<string>("document.activeElement.id"));
    }

    /// <summary>Pictures to look at, when asked for: SEARCH_SHOTS names the folder.</summary>
    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Page_CanBeLookedAt(string example)
    {
        var folder = Environment.GetEnvironmentVariable("SEARCH_SHOTS");
        Assert.SkipWhen(folder is null, "No SEARCH_SHOTS folder.");
        using var client = await browser.ClientAsync(Site.Story);
        var path = await PageExamples.AddressAsync(example, client);
        foreach (var (width, name) in new[] { (390, "phone"), (1360, "desktop") })
        {
            var page = await browser.OpenAsync(
                path, _errors, new() { ViewportSize = new() { Width = width, Height = 900 } }, Site.Story);
            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
                var place = string.Concat(path.Select(letter => char.IsLetterOrDigit(letter) ? letter : '-'));
                var file = $"{name}-{scheme}{place}.png".ToLowerInvariant();
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder!, file), FullPage = true });
            }
        }
    }
}
