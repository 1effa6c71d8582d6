using Microsoft.Playwright;

namespace Search.Web.Tests.Browser;

/// <summary>From a phrase to what is printed of it, in a browser.</summary>
[Collection("Clipboard")]
public sealed class QuotingTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Sentence = "“We strongly and jointly condemn the blockade of the harbour by Japan & others.”";

    private readonly List<string> _errors = [];

    [Fact]
    public async Task Phrase_ToQuotation_IsCopiedWithItsSource()
    {
        var page = await browser.OpenAsync("/?q=%22jointly+condemn%22", _errors, new BrowserNewContextOptions
        {
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        await page.GetByRole(AriaRole.Link, new() { Name = "Statement on the blockade of the harbour" }).ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Copy quotation" }).ClickAsync();
        var shown = await page.EvaluateAsync<string>("navigator.clipboard.readText()");
        await page.EvaluateAsync("getSelection().selectAllChildren(document.querySelector('article .body'))");
        await page.Locator("[data-quote]").ClickAsync();
        var selected = await page.EvaluateAsync<string>("navigator.clipboard.readText()");

        Assert.StartsWith(
            $"{Sentence}\n— The Ministry of Tides of Merrow, 5 January 2030, Harbour Gazette, captured 7 January 2030, "
                + "version 2 of 2\nhttp",
            shown,
            StringComparison.Ordinal);
        Assert.Contains("#:~:text=We%20strongly", shown, StringComparison.Ordinal);
        Assert.Contains("others. ¶ The <b>harbour</b> stays open. Ships of Kenya may pass.”\n", selected, StringComparison.Ordinal);
        Assert.DoesNotContain("jointly+condemn", shown + selected, StringComparison.Ordinal);
        Assert.Empty(_errors);
    }

    [Fact]
    public async Task Phrase_ToQuotation_OnANarrowScreenWithoutScript_IsThereToCopy()
    {
        var page = await browser.OpenAsync("/?q=%22jointly+condemn%22", _errors, new BrowserNewContextOptions
        {
            JavaScriptEnabled = false,
            ViewportSize = new ViewportSize { Width = 320, Height = 700 },
        });
        await page.GetByRole(AriaRole.Link, new() { Name = "Statement on the blockade of the harbour" }).ClickAsync();

        Assert.StartsWith(Sentence, await page.Locator("#quotation").InnerTextAsync(), StringComparison.Ordinal);
        Assert.False(await page.GetByRole(AriaRole.Button, new() { Name = "Copy quotation" }).IsVisibleAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Statement_ToItsEarlierWording_IsOneStep(bool javaScript)
    {
        var page = await browser.OpenAsync(
            "/statements/first?q=harbour", _errors, new BrowserNewContextOptions { JavaScriptEnabled = javaScript });

        await page.GetByRole(AriaRole.Link, new() { Name = "changed 1 time" }).ClickAsync();

        Assert.Contains("and jointly", await page.Locator(".difference ins").First.InnerTextAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Link, new() { Name = "The statement as it is now" }).ClickAsync();
        Assert.Contains("/statements/", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_ByKeyboardAlone_LeadToThePassage()
    {
        var page = await browser.OpenAsync("/lines?q=harbour&kind=-report", _errors);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        for (var stops = 0; stops < 20 && await page.EvaluateAsync<bool>("!document.activeElement.matches('.lines a')"); stops++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await page.Keyboard.PressAsync("Enter");
        await page.ArrivesAtAsync("**/statements/**");

        Assert.EndsWith("#title-match-1", page.Url, StringComparison.Ordinal);
        Assert.Empty(_errors);
    }
}
