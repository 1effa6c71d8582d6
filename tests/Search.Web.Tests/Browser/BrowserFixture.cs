using Microsoft.Playwright;

namespace Search.Web.Tests.Browser;

/// <summary>Pages in the browser of all tests, for the tests of one class. What a test opened is closed when the next one begins.</summary>
public sealed class BrowserFixture(Chromium chromium) : IAsyncDisposable
{
    /// <summary>Milliseconds to wait for anything; a busy machine takes some of them.</summary>
    internal const float Patience = 60_000;

    private readonly List<IBrowserContext> _open = [];
    private string? _test;

    /// <summary>A page of its own; whatever the browser reports as an error ends up in <paramref name="errors"/>.</summary>
    internal async Task<IPage> OpenAsync(
        string path, List<string> errors, BrowserNewContextOptions? options = null, Site site = Site.Small)
    {
        var browser = await chromium.BrowserAsync();
        options ??= new BrowserNewContextOptions();
        options.BaseURL = (await chromium.ArchiveAsync(site)).Address.ToString();
        await CloseThoseBeforeAsync();
        var context = await browser.NewContextAsync(options);
        _open.Add(context);
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                errors.Add(message.Text);
            }
        };
        page.PageError += (_, error) => errors.Add(error);
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>The same host without a browser; redirects are not followed.</summary>
    internal async Task<HttpClient> ClientAsync(Site site) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = (await chromium.ArchiveAsync(site)).Address };

    public async ValueTask DisposeAsync()
    {
        foreach (var context in _open)
        {
            await context.CloseAsync();
        }

        _open.Clear();
    }

    private async Task CloseThoseBeforeAsync()
    {
        var test = TestContext.Current.Test?.UniqueID;
        if (test != _test)
        {
            await DisposeAsync();
        }

        _test = test;
    }
}
