using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Search.Web.Tests.Browser;

/// <summary>What a reader does, in a browser.</summary>
public sealed class ReaderTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private static readonly RunOnlyOptions s_axeRules = new()
    {
        Type = "tag",
        Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    };

    private readonly List<string> _errors = [];

    public static TheoryData<string> Pages { get; } =
    [
        "/",
        "/?q=strongly+condemn",
        "/?q=volcano&kind=report&country=-JP",
        "/?q=%22open",
        "/?q=harbour+wall&country=JP&country=KE&issuer=-FR/&size=5",
        "/nowhere?q=harbour",
        "/statements/first?q=harbour&show=countries",
        "/statements/first/versions/1",
        "/statements/first/novelty",
        "/statements/fish-7/siblings",
        "/statements/fish-7/similar",
        "/facets/issuer",
        "/uses?q=harbour&returnedAfter=30",
        "/uses?q=volcano&country=JP",
        "/trends",
        "/trends?q=harbour&q=fish",
        "/issuers/compare?q=harbour&q=fish",
        "/issuers/compare?q=volcano&kind=report",
        "/phrases?q=%22near+*+harbour%22",
        "/lines?q=harbour&kind=-report",
        "/coverage?from=2029-01-01&to=2030-12-31",
        "/help",
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
        await page.WaitForURLAsync("**country=JP*");
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
        await page.WaitForURLAsync(url => !url.Contains("country=", StringComparison.Ordinal));
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
        var page = await browser.OpenAsync(path, _errors);
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            var found = await page.RunAxe(new AxeRunOptions { RunOnly = s_axeRules });

            Assert.Empty(found.Violations.Select(rule => $"{rule.Id}: {string.Join(" | ", rule.Nodes.Select(node => node.Html))}"));
        }
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
