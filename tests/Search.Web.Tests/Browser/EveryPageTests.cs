using System.Net;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Search.Web.Tests.Hosting;

namespace Search.Web.Tests.Browser;

/// <summary>What holds for every kind of page, whatever the statements are that it shows.</summary>
public sealed class EveryPageTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const int MostBytes = 18_000;

    /// <summary>Elements that no page writes, and attributes and addresses that would run script.</summary>
    private const string Foreign =
        "img, iframe, object, style, base, form[action*=':'], script:not([src^='/assets/']), [onload], [onerror], [style]:not(html), "
        + "a[href^='javascript' i]";

    /// <summary>What makes a page scroll sideways, if it does.</summary>
    private const string BeyondTheEdge = """
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] : [...document.querySelectorAll("*")]
          .filter(element => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
          .map(element => `${element.tagName} ${element.className} in ${element.parentElement?.className}`).slice(0, 20)
        """;

    /// <summary>Writes down what moved by itself, and how far.</summary>
    private const string WatchShifts = """
        window.moved = [];
        const tell = ({ node, previousRect, currentRect }) =>
          `${node?.nodeName} ${node?.className} in ${node?.parentElement?.className} ${previousRect.y} to ${currentRect.y}`;
        const note = entry => entry.value > 0.001 && window.moved.push({ time: entry.startTime, nodes: entry.sources.map(tell) });
        new PerformanceObserver(list => list.getEntries().forEach(note)).observe({ type: "layout-shift", buffered: true });
        """;

    /// <summary>
    /// What moved once the document was there, and by so much that anybody sees it. While it comes, a busy machine draws it in parts that
    /// it chooses itself; how those stand still is looked at where results are (BudgetTests).
    /// </summary>
    private const string MovedWhenComplete = """
        window.moved.filter(({ time }) => time > performance.getEntriesByType("navigation")[0].domInteractive).flatMap(({ nodes }) => nodes)
        """;

    private static readonly RunOnlyOptions s_all = new()
    {
        Type = "tag",
        Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    };

    /// <summary>All else is the same in the other theme.</summary>
    private static readonly RunOnlyOptions s_colours = new() { Type = "rule", Values = ["color-contrast"] };

    /// <summary>What people do not read: files, and what answers programs.</summary>
    private static readonly string[] s_noPages =
        ["/api/", "/health/", "/openapi/", "/feeds/", "/assets/", "/opensearch.xml", "/statements/{id}/citation.", "/about"];

    private readonly List<string> _errors = [];

    public static TheoryData<string> Examples => PageExamples.All;

    /// <summary>A page that is new has an example here, or is looked at by nothing.</summary>
    [Fact]
    public async Task Pages_AllHaveAnExample()
    {
        await using var host = new SearchHost();
        var routes = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(endpoint => endpoint.RoutePattern)
            .Where(route => !s_noPages.Any(path => Text(route).StartsWith(path, StringComparison.Ordinal)))
            .ToList();
        string[] examples = [.. PageExamples.All.Select(row => row.Data.Split('?')[0])];

        Assert.True(routes.Count > 15);
        Assert.Empty(routes.Where(route => !examples.Any(example => IsOf(route, example))).Select(Text));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Page_OnAPhone_FitsStaysStillAndAsksThisSiteOnly(string example)
    {
        using var client = await browser.ClientAsync(Site.Story);
        var path = await PageExamples.AddressAsync(example, client);
        var page = await browser.OpenAsync(
            "/problems/validation", _errors, new() { ViewportSize = new() { Width = 320, Height = 640 } }, Site.Story);
        var asked = new HashSet<Uri>();
        page.Request += (_, request) => asked.Add(new Uri(request.Url));
        await page.AddInitScriptAsync(WatchShifts);
        _errors.Clear();
        var response = await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });

        Assert.Empty(await page.EvaluateAsync<string[]>(BeyondTheEdge));
        Assert.Empty(await page.EvaluateAsync<string[]>(MovedWhenComplete));
        Assert.InRange(asked.Count, 1, 4);
        Assert.Single(asked.Select(address => address.Authority).Distinct());
        Assert.Equal(0, await page.Locator(Foreign).CountAsync());
        Assert.Null(await page.EvaluateAsync<int?>("window.hit ?? null"));
        Assert.All(_errors, error => Assert.Contains($"status of {response!.Status}", error, StringComparison.Ordinal));
        var (status, bytes) = await OnTheWire.BrotliAsync(client, path);
        Assert.NotEqual(HttpStatusCode.InternalServerError, status);
        Assert.InRange(bytes, 1, MostBytes);
        if (await page.Locator("#hits .hit").CountAsync() > 0)
        {
            Assert.InRange((await page.Locator("#hits .hit").First.BoundingBoxAsync())!.Y, 1, 360);
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Page_InLightAndDark_PassesAxe(string example)
    {
        using var client = await browser.ClientAsync(Site.Story);
        var page = await browser.OpenAsync(await PageExamples.AddressAsync(example, client), _errors, site: Site.Story);
        foreach (var (scheme, rules) in ((ColorScheme, RunOnlyOptions)[])[(ColorScheme.Light, s_all), (ColorScheme.Dark, s_colours)])
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            var found = await page.RunAxe(new AxeRunOptions { RunOnly = rules, ResultTypes = [ResultType.Violations] });

            Assert.Empty(found.Violations.Select(rule => $"{scheme} {rule.Id}: {string.Join(" | ", rule.Nodes.Select(Start))}"));
        }

        static string Start(AxeResultNode node) => node.Html[..Math.Min(node.Html.Length, 300)];
    }

    /// <summary>Markup in a statement is read as it was written, wherever it is shown.</summary>
    [Theory]
    [InlineData($"/?q={HostileStatements.Word}", "#hits")]
    [InlineData("/statements/markup", "article h1")]
    [InlineData("/statements/markup", "article .body")]
    [InlineData("/statements/markup", ".cite")]
    [InlineData("/statements/markup/versions/1", ".difference")]
    [InlineData("/statements/markup/novelty", "article")]
    [InlineData("/statements/markup/siblings", "article")]
    [InlineData("/statements/markup/similar", "article")]
    [InlineData("/facets/issuer", ".facet")]
    [InlineData($"/uses?q={HostileStatements.Word}", "main")]
    [InlineData($"/issuers/compare?q={HostileStatements.Word}", "main")]
    [InlineData($"/lines?q={HostileStatements.Word}", ".lines")]
    [InlineData("/coverage", "main")]
    public async Task StoredMarkup_IsText(string path, string place)
    {
        var page = await browser.OpenAsync(path, _errors, site: Site.Story);

        var texts = await page.Locator(place).AllTextContentsAsync();

        Assert.Contains("<script>window.hit=1</script>", string.Concat(texts), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator(Foreign).CountAsync());
    }

    private static string Text(RoutePattern route) => $"/{route.RawText!.TrimStart('/')}";

    private static bool IsOf(RoutePattern route, string path)
    {
        var parts = path.Trim('/').Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == route.PathSegments.Count && parts.Zip(route.PathSegments).All(pair =>
            pair.Second.Parts is not [RoutePatternLiteralPart literal] || literal.Content == pair.First);
    }
}
