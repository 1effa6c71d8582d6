using Microsoft.Playwright;
using Search.Testing.Servers;
using Search.Web.Tests.Browser;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Search.Web.Tests.Browser;

/// <summary>Which archive a browser looks at.</summary>
public enum Site
{
    /// <summary>A few short statements, embedded.</summary>
    Small,

    /// <summary>Statements with a history, long ones and hostile ones, embedded.</summary>
    Story,

    /// <summary>The same on a real Elasticsearch.</summary>
    StoryOnElasticsearch,
}

/// <summary>
/// One browser and the hosts that it can reach, for all tests: each is started when the first test asks for it. Without a browser on the
/// machine these tests are skipped.
/// </summary>
public sealed class Chromium : IAsyncDisposable
{
    // The shell draws the same pages and has no windows of its own to draw around them, which on a small machine costs more than the page.
    private static readonly string? s_path = Array.Find(["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"], File.Exists);

    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> _browser = new(LaunchAsync);
    private readonly Lazy<Task<ServedArchive>> _small = new(ServedArchive.SmallAsync);
    private readonly Lazy<Task<ServedArchive>> _story = new(ServedArchive.StoryAsync);
    private readonly Lazy<Task<ServedArchive>> _elasticsearch = new(ServedArchive.StoryOnElasticsearchAsync);

    internal async Task<IBrowser> BrowserAsync()
    {
        Assert.SkipWhen(s_path is null, "No browser: neither chromium-headless-shell nor chromium in /usr/bin.");
        return (await _browser.Value).Browser;
    }

    internal Task<ServedArchive> ArchiveAsync(Site site)
    {
        if (site != Site.StoryOnElasticsearch)
        {
            return site == Site.Small ? _small.Value : _story.Value;
        }

        ElasticsearchServer.RequireAsContract();
        return _elasticsearch.Value;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser.IsValueCreated)
        {
            var (playwright, browser) = await _browser.Value;
            await browser.CloseAsync();
            playwright.Dispose();
        }

        // One that could not be started has failed its tests, and they alone.
        foreach (var archive in new[] { _small, _story, _elasticsearch }.Where(archive => archive.IsValueCreated))
        {
            if (archive.Value.IsCompletedSuccessfully)
            {
                await (await archive.Value).DisposeAsync();
            }
        }
    }

    private static async Task<(IPlaywright Playwright, IBrowser Browser)> LaunchAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return (playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = s_path,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        }));
    }
}
