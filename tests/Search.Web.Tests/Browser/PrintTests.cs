using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Search.Web.Tests.Browser;

/// <summary>What is on paper: the answer with all that it depends on, and nothing that one can only click.</summary>
public sealed class PrintTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    /// <summary>Whatever is only to be clicked or typed into, or leads around.</summary>
    private const string Furniture =
        "form, input, select, button, .top, .skip, .foot, .back, .sort, .tools, .filters, .tofilters, .time, .step, .sizes, .matches, "
        + ".offpaper, .chip [aria-hidden], .clear";

    private readonly List<string> _errors = [];

    [Theory]
    [InlineData(
        "/?q=harbour+wall&kind=report&country=-JP&size=5",
        "15 statements with the words “harbour” and “wall”",
        "Kind Report",
        "Country named not Japan",
        "1–5 of 15")]
    [InlineData("/statements/first?q=harbour&kind=-report", "Found by: statements with the word “harbour”; Kind: not Report")]
    [InlineData("/statements/first", "The Ministry of Tides of Merrow", "5 January 2030")]
    [InlineData("/lines?q=fish&country=JP", "15 statements with the word “fish”", "Country named Japan")]
    [InlineData("/uses?q=fish&country=JP", "15 statements with the word “fish”", "Country named Japan")]
    public async Task Page_OnPaper_SaysWhatItDependsOn_WithoutFurniture(string path, params string[] expected)
    {
        var page = await browser.OpenAsync(path, _errors);
        var address = new Uri(page.Url).PathAndQuery;
        Assert.False(await page.Locator(".onpaper").Last.IsVisibleAsync());
        Assert.True(await page.Locator(".top").IsVisibleAsync());

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        var text = Regex.Replace(await page.Locator("body").InnerTextAsync(), @"\s+", " ", RegexOptions.None, TimeSpan.FromSeconds(1));
        Assert.All(expected, part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.Matches($@"{Regex.Escape(new Uri(page.Url).Authority + address)}, as answered on 1 June 2030", text);
        Assert.Empty(await page.EvaluateAsync<string[]>(
            $"[...document.querySelectorAll({JsonSerializer.Serialize(Furniture)})]"
            + ".filter(element => element.checkVisibility()).map(element => element.outerHTML.slice(0, 120))"));
        Assert.Empty(_errors);
    }

    /// <summary>Nothing stands beside the paper's edge.</summary>
    [Theory]
    [InlineData("/?q=harbour+wall&size=5")]
    [InlineData("/lines?q=fish")]
    [InlineData("/issuers/compare?q=harbour&q=fish")]
    [InlineData("/phrases?q=%22near+*+harbour%22")]
    public async Task Page_OnPaper_FitsItsWidth(string path)
    {
        // A4 between margins of 15 mm.
        var page = await browser.OpenAsync(
            path, _errors, new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 680, Height = 1000 } });
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
    }
}
