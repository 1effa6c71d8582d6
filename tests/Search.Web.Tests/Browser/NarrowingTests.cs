using Microsoft.Playwright;

namespace Search.Web.Tests.Browser;

/// <summary>Narrowing a search in a browser: by mouse, by keyboard alone, on a phone, and without script.</summary>
public sealed class NarrowingTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private static readonly ViewportSize s_phone = new() { Width = 320, Height = 640 };

    private readonly List<string> _errors = [];

    [Fact]
    public async Task Filter_ByMouse_KeepsThePageItsPlaceAndTheFocus()
    {
        var page = await browser.OpenAsync("/?q=fish&size=20", _errors);
        await page.EvaluateAsync("window.kept = true; window.scrollTo(0, 300)");

        await Row(page, "Japan").DispatchEventAsync("click");
        await page.ArrivesAtAsync("**/?q=fish&size=20&country=JP");

        Assert.Equal("15 statements", await page.Locator("#count").InnerTextAsync());
        Assert.True(await page.EvaluateAsync<bool>("window.kept === true && window.scrollY === 300"));
        Assert.Equal("Japan", await FocusedAsync(page, ".querySelector('.label').textContent"));
        Assert.StartsWith("15 statements", await page.Locator("#told").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("15 statements with the word “fish” – Country named: Japan – Search", await page.TitleAsync());

        await page.GoBackAsync();
        await page.GetByText("30 statements").First.WaitForAsync();
        Assert.DoesNotContain("country=", page.Url, StringComparison.Ordinal);
        Assert.Empty(_errors);
    }

    [Fact]
    public async Task Filter_ByKeyboardAlone_IsFewStopsAway()
    {
        var page = await browser.OpenAsync("/?q=harbour", _errors);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the filters", await FocusedAsync(page, ".textContent"));
        await page.Keyboard.PressAsync("Enter");
        await PressUntilAsync(page, "Tab", "document.activeElement.getAttribute('aria-label') === 'Leave out Japan'");
        await page.Keyboard.PressAsync("Enter");
        await page.ArrivesAtAsync("**/?q=harbour&country=-JP");

        Assert.Equal("No longer leave out Japan", await FocusedAsync(page, ".getAttribute('aria-label')"));
        Assert.Empty(_errors);
    }

    [Theory]
    [InlineData("/?q=harbour+wall")]
    [InlineData("/?q=fish&country=JP&kind=report&from=2030-03-01")]
    public async Task Filters_TheLastOne_IsWithinSixtyStops(string path)
    {
        var page = await browser.OpenAsync(path, _errors);

        var stops = await PressUntilAsync(page, "Tab", "document.activeElement.matches('.time *')");

        // The stop counted last is the first behind the filters.
        Assert.InRange(stops - 1, 8, 60);
    }

    [Fact]
    public async Task Filter_WithoutScript_OpensAtTheSameFacet()
    {
        var page = await browser.OpenAsync("/?q=fish", _errors, new BrowserNewContextOptions { JavaScriptEnabled = false });

        await Row(page, "Japan").ClickAsync();

        Assert.EndsWith("/?q=fish&country=JP#by-country", page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Phone_FiltersAreOneTouchAway(bool javaScript)
    {
        var page = await browser.OpenAsync(
            "/?q=fish&country=JP", _errors, new BrowserNewContextOptions { ViewportSize = s_phone, JavaScriptEnabled = javaScript });

        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Filters (1)" }).ClickAsync();
        if (!javaScript)
        {
            Assert.EndsWith("#filters", page.Url, StringComparison.Ordinal);
            return;
        }

        var drawer = page.GetByRole(AriaRole.Dialog, new PageGetByRoleOptions { Name = "Filters" });
        await drawer.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Japan", Exact = false }).First.ClickAsync();
        await drawer.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Show 30 statements" }).ClickAsync();

        await drawer.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
        Assert.DoesNotContain("country=", page.Url, StringComparison.Ordinal);
        Assert.Equal("Filters", await FocusedAsync(page, ".textContent"));
        Assert.Equal(1, await page.Locator("main > #filters").CountAsync());
        Assert.Empty(_errors);
    }

    [Theory]
    [InlineData("/?q=fish")]
    [InlineData("/?q=harbour+wall&country=JP&country=-KE&kind=report")]
    public async Task Phone_TheFirstHitIsOnTheFirstScreen(string path)
    {
        var page = await browser.OpenAsync(path, _errors, new BrowserNewContextOptions { ViewportSize = s_phone });

        var box = await page.Locator(".hit").First.BoundingBoxAsync();

        Assert.InRange(box!.Y, 1, 360);
    }

    [Fact]
    public async Task Bars_AreOneStop_AndEnterNarrows()
    {
        var page = await browser.OpenAsync("/?q=fish", _errors);
        var slider = page.GetByRole(AriaRole.Slider);

        await slider.FocusAsync();
        await page.Keyboard.PressAsync("Home");
        Assert.Contains("2030", await slider.GetAttributeAsync("aria-valuetext"), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("1", await slider.GetAttributeAsync("aria-valuenow"));
        await page.Keyboard.PressAsync("Enter");
        await page.ArrivesAtAsync("**from=*");

        Assert.Equal(1, await page.Locator(".plot [tabindex], .plot a").CountAsync());
        Assert.Equal("slider", await FocusedAsync(page, ".className"));
        Assert.Empty(_errors);
    }

    private static ILocator Row(IPage page, string label) =>
        page.Locator("#by-country .value").Filter(new LocatorFilterOptions { HasText = label });

    private static Task<string> FocusedAsync(IPage page, string member) => page.EvaluateAsync<string>($"document.activeElement{member}");

    /// <summary>How often a key was pressed until something is so.</summary>
    private static async Task<int> PressUntilAsync(IPage page, string key, string condition)
    {
        for (var pressed = 0; pressed < 200; pressed++)
        {
            if (await page.EvaluateAsync<bool>(condition))
            {
                return pressed;
            }

            await page.Keyboard.PressAsync(key);
        }

        Assert.Fail($"Never so: {condition}");
        return 0;
    }
}
