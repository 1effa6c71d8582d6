using System.Net;
using Microsoft.Playwright;
using Search.Web.Assets;
using Search.Web.Tests.Hosting;

namespace Search.Web.Tests.Browser;

/// <summary>What a page may cost.</summary>
public sealed class BudgetTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private readonly List<string> _errors = [];

    [Theory]
    [InlineData("/", 1280)]
    [InlineData("/?q=fish", 1440)]
    [InlineData("/?q=fish", 1100)]
    [InlineData("/?q=fish&country=JP", 320)]
    public async Task Page_IsFourRequestsOfThisSite_AndNothingMoves(string path, int width)
    {
        var page = await browser.OpenAsync(
            "/problems/validation",
            _errors,
            new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 700 } });
        var asked = new HashSet<Uri>();
        page.Request += (_, request) => asked.Add(new Uri(request.Url));
        await page.AddInitScriptAsync(
            "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => window.moved += entry.value))"
            + ".observe({ type: 'layout-shift', buffered: true })");

        await page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.InRange(asked.Count, 1, 4);
        Assert.Single(asked.Select(address => address.Authority).Distinct());

        // A busy machine draws a page in parts while it comes; a hundredth of the shift that is called good is nothing that anybody sees.
        Assert.InRange(await page.EvaluateAsync<double>("window.moved"), 0, 0.001);
        Assert.Empty(_errors);
    }

    [Theory]
    [InlineData("/?q=harbour+fish&size=20", 18_000)]
    [InlineData("/", 18_000)]
    public async Task Html_OnTheWire_IsWithinItsBudget(string path, int most)
    {
        await using var host = new SearchHost();
        await host.InitializeAsync();

        Assert.InRange(await BytesAsync(host, path), 1000, most);
    }

    [Fact]
    public async Task Assets_OnTheWire_AreWithinTheirBudget()
    {
        await using var host = new SearchHost();
        var (style, script) = (
            await BytesAsync(host, AssetEndpoints.PathOf("site.css")), await BytesAsync(host, AssetEndpoints.PathOf("site.js")));

        Assert.InRange(style + script, 1000, 14_000);
    }

    private static async Task<int> BytesAsync(SearchHost host, string path)
    {
        var (status, bytes) = await OnTheWire.BrotliAsync(host.Client(), path);

        Assert.Equal(HttpStatusCode.OK, status);
        return bytes;
    }
}
