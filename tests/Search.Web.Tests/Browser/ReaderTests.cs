using Microsoft.Playwright;
using Search.Web.Tests.Hosting;

namespace Search.Web.Tests.Browser;

/// <summary>What a reader does, in a browser.</summary>
public sealed class ReaderTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private readonly List<string> _errors = [];

    public static TheoryData<string> Pages { get; } =
    [
        "/",
        "/?q=strongly+condemn",
        "/?q=volcano&kind=report&country=-JP",
        "/?q=%22open",
        "/statements/first?q=harbour&show=countries",
        "/statements/first/versions/1",
        "/facets/issuer",
        "/about",
        "/problems/validation",
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reader_SearchesNarrowsReadsAndGoesBack(bool javaScript)
    {
        var page = await browser.OpenAsync("/", _errors, new BrowserNewContextOptions { JavaScriptEnabled = javaScript });

        await page.FillAsync("#q", "harbour");
        await page.PressAsync("#q", "Enter");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Japan 16 statements" }).ClickAsync();
        Assert.Contains("country=JP", page.Url, StringComparison.Ordinal);
        Assert.Equal("16 statements", await page.Locator("#count").InnerTextAsync());
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Statement on the blockade of the harbour" }).ClickAsync();
        Assert.Equal("harbour", await page.Locator("#match-1").InnerTextAsync());
        if (javaScript)
        {
            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Next" }).ClickAsync();
            Assert.Equal("1 of 3", await page.Locator(".matches [role=status]").InnerTextAsync());
        }
        else
        {
            await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Match 2" }).ClickAsync();
            Assert.EndsWith("#match-1", page.Url, StringComparison.Ordinal);
        }

        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Back to the results" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Remove the filter Country named: Japan" }).ClickAsync();
        Assert.DoesNotContain("country=", page.Url, StringComparison.Ordinal);
        Assert.Empty(_errors);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_OnAPhone_DoesNotScrollSideways(string path)
    {
        var page = await browser.OpenAsync(
            path, _errors, new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 320, Height = 700 } });

        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_InLightAndDark_PassesAxe(string path)
    {
        var script = Path.Combine(Snapshot.Root(), "artifacts", "npm", "node_modules", "axe-core", "axe.min.js");
        Assert.SkipUnless(File.Exists(script), "No axe-core. Fetch it: npm install --prefix artifacts/npm axe-core@4.14.1");
        var page = await browser.OpenAsync(path, _errors);
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            await page.EvaluateAsync(await File.ReadAllTextAsync(script, Token));
            var violations = await page.EvaluateAsync<string[]>(
                "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })"
                    + ".then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | ')))");

            Assert.Empty(violations);
        }
    }

    [Fact]
    public async Task Keyboard_ReachesTheResultsPastTheSkipLink()
    {
        var page = await browser.OpenAsync("/?q=harbour", _errors);

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to content", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        await page.Keyboard.PressAsync("/");
        Assert.Equal("q", await page.EvaluateAsync<string>("document.activeElement.id"));
    }

    /// <summary>Pictures to look at, when asked for: SEARCH_SHOTS names the folder.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_CanBeLookedAt(string path)
    {
        var folder = Environment.GetEnvironmentVariable("SEARCH_SHOTS");
        Assert.SkipWhen(folder is null, "No SEARCH_SHOTS folder.");
        foreach (var (width, name) in new[] { (390, "phone"), (1360, "desktop") })
        {
            var page = await browser.OpenAsync(
                path, _errors, new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 } });
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
