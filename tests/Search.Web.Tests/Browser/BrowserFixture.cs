using Microsoft.Playwright;
using Search.Web.Tests.Hosting;

namespace Search.Web.Tests.Browser;

/// <summary>A browser and a host that it can reach. Without a browser on the machine its tests are skipped.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";
    private readonly SearchHost _host = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private Uri? _address;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium))
        {
            return;
        }

        _address = _host.Serve();
        await _host.InitializeAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>A page of its own; whatever the browser reports as an error ends up in <paramref name="errors"/>.</summary>
    internal async Task<IPage> OpenAsync(string path, List<string> errors, BrowserNewContextOptions? options = null)
    {
        Assert.SkipWhen(_browser is null, $"No browser at {Chromium}.");
        options ??= new BrowserNewContextOptions();
        options.BaseURL = _address!.ToString();
        var context = await _browser!.NewContextAsync(options);
        context.SetDefaultTimeout(60_000);
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

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
        await _host.DisposeAsync();
    }
}
