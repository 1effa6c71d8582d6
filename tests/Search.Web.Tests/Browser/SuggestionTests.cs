using Microsoft.Playwright;

namespace Search.Web.Tests.Browser;

/// <summary>What is offered while one types.</summary>
public sealed class SuggestionTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private readonly List<string> _errors = [];

    [Fact]
    public async Task Box_ByKeyboard_OffersMarksAndAsks()
    {
        var page = await browser.OpenAsync("/", _errors);
        var box = page.GetByRole(AriaRole.Combobox, new PageGetByRoleOptions { Name = "Search statements" });

        await box.PressSequentiallyAsync("j");
        Assert.Equal("false", await box.GetAttributeAsync("aria-expanded"));
        await box.PressSequentiallyAsync("apa");
        var offered = page.GetByRole(AriaRole.Option);
        await offered.First.WaitForAsync();
        Assert.InRange(await offered.CountAsync(), 1, 8);
        Assert.Equal("true", await box.GetAttributeAsync("aria-expanded"));
        Assert.Matches("Japan [0-9]+ statements", await offered.First.TextContentAsync());

        await page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal(await offered.First.GetAttributeAsync("id"), await box.GetAttributeAsync("aria-activedescendant"));
        await page.Keyboard.PressAsync("Escape");
        Assert.Equal("false", await box.GetAttributeAsync("aria-expanded"));
        Assert.Equal("japa", await box.InputValueAsync());

        await page.Keyboard.PressAsync("ArrowDown");
        await offered.First.WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await page.ArrivesAtAsync("**/?q=country%3A*");
        Assert.Empty(_errors);
    }

    [Fact]
    public async Task Box_ByMouse_AsksWhatIsClicked()
    {
        var page = await browser.OpenAsync("/?q=fish&country=NO", _errors);
        await page.FillAsync("#q", string.Empty);
        await page.Locator("#q").PressSequentiallyAsync("tide");
        await page.GetByRole(AriaRole.Option).First.ClickAsync();
        await page.ArrivesAtAsync("**country=NO**");

        Assert.Contains("issuer%3A", page.Url, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(_errors);
    }

    [Fact]
    public async Task Box_WithoutScript_AsksWhatIsTyped()
    {
        var page = await browser.OpenAsync("/", _errors, new BrowserNewContextOptions { JavaScriptEnabled = false });
        await page.FillAsync("#q", "japa");
        await page.PressAsync("#q", "Enter");

        Assert.EndsWith("/?q=japa", page.Url, StringComparison.Ordinal);
    }
}
