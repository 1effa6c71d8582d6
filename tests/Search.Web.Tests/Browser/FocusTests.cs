using System.Text.Json;
using Microsoft.Playwright;

namespace Search.Web.Tests.Browser;

/// <summary>What axe does not see of the focus (WCAG 2.1.4, 2.4.3, 2.4.7, 2.4.11): page by page, stop by stop.</summary>
public sealed class FocusTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const int Most = 250;

    /// <summary>Where the focus is: what it is, in which part of the page, where that is drawn, and whether it is seen.</summary>
    private const string Describe = """
        () => {
          const element = document.activeElement;
          if (element === document.body) return null;
          const fixed = element.closest(".top, .matches, .tofilters, .skip");
          const part = fixed ?? element.closest(".filters, .answer, .time, .results, .facts, .foot, article, nav, main");
          const box = [...element.getClientRects()].find(rect => rect.width > 1 && rect.height > 1) ?? element.getBoundingClientRect();
          const seen = getComputedStyle(element).pointerEvents === "none" ? element.parentElement : element;
          const points = [0.5, 0.1, 0.9].map(share => [box.left + box.width * share, box.top + Math.min(box.height / 2, 30)]);
          const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
          return {
            name: `${element.tagName} ${element.textContent.trim().slice(0, 40)}`,
            part: part.className, sticks: fixed !== null,
            left: box.left + scrollX, right: box.right + scrollX, top: box.top + scrollY, bottom: box.bottom + scrollY,
            isSeen: points.some(([x, y]) => seen.contains(document.elementFromPoint(x, y))),
            isOutlined: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && outlineColor !== "rgba(0, 0, 0, 0)",
          };
        }
        """;

    private readonly List<string> _errors = [];

    public static TheoryData<string, int, int, bool> Walks { get; } = new()
    {
        { "/?q=strait&country=-JP", 1280, 720, true },
        { "/?q=strait&country=-JP", 320, 640, true },
        { "/?q=strait&country=-JP", 640, 360, false },
        { "/statements/speech?q=strait", 1280, 720, true },
        { "/statements/speech?q=strait", 640, 360, false },
        { "/lines?q=strait", 320, 640, true },
    };

    [Theory]
    [MemberData(nameof(Walks))]
    public async Task Focus_GoesByWhatIsSeen_IsSeen_AndIsOutlined(string path, int width, int height, bool javaScript)
    {
        var page = await OpenAsync(path, width, height, javaScript);
        var forth = await WalkAsync(page, "Tab");
        var back = await WalkAsync(page, "Shift+Tab");

        Assert.InRange(forth.Count, 15, Most - 1);
        Assert.Empty(forth.Concat(back).Where(stop => !stop.IsSeen).Select(stop => $"{stop.Part}: {stop.Name}"));
        Assert.Empty(forth.Where(stop => !stop.IsOutlined).Select(stop => $"{stop.Part}: {stop.Name}"));
        if (javaScript)
        {
            // Without it, on a narrow screen, filters are drawn below the hits and come before them; skip links lead to both.
            Assert.Empty(OutOfOrder(forth));
        }
    }

    /// <summary>Who speaks to the browser says words, which must not be taken for keys.</summary>
    [Fact]
    public async Task SingleKeys_SwitchedOff_DoNothingOnAnyPage()
    {
        var page = await OpenAsync("/statements/speech?q=strait", 1280, 720, javaScript: true);
        await page.GetByRole(AriaRole.Button, new() { Name = "Single-key shortcuts: on" }).PressAsync("Enter");
        Assert.Equal(
            "false", await page.GetByRole(AriaRole.Button, new() { Name = "Single-key shortcuts: off" }).GetAttributeAsync("aria-pressed"));
        await page.ReloadAsync();
        await page.Keyboard.PressAsync("n");
        await page.Keyboard.PressAsync("/");

        Assert.Equal(0, await page.Locator("mark.now").CountAsync());
        Assert.Equal("BODY", await page.EvaluateAsync<string>("document.activeElement.tagName"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Single-key shortcuts: off" }).PressAsync("Enter");
        await page.Keyboard.PressAsync("n");
        Assert.Equal(1, await page.Locator("mark.now").CountAsync());
    }

    private Task<IPage> OpenAsync(string path, int width, int height, bool javaScript) => browser.OpenAsync(
        path,
        _errors,
        new()
        {
            ViewportSize = new() { Width = width, Height = height },
            JavaScriptEnabled = javaScript,
            ReducedMotion = ReducedMotion.Reduce,
        },
        Site.Story);

    private static async Task<List<Stop>> WalkAsync(IPage page, string key)
    {
        var stops = new List<Stop>();
        for (var pressed = 0; pressed < Most; pressed++)
        {
            await page.Keyboard.PressAsync(key);
            if (await page.EvaluateAsync<JsonElement?>(Describe) is not { ValueKind: JsonValueKind.Object } found)
            {
                break;
            }

            stops.Add(found.Deserialize<Stop>(JsonSerializerOptions.Web)!);
        }

        return stops;
    }

    /// <summary>
    /// A stop is below the one before it or beside it, unless it stands in another column. What sticks to an edge has no place of its own.
    /// </summary>
    private static IEnumerable<string> OutOfOrder(List<Stop> stops)
    {
        var placed = stops.Where(stop => !stop.Sticks).ToList();
        return placed.Zip(placed.Skip(1))
            .Where(pair => pair.Second.Bottom <= pair.First.Top
                && pair.Second.Left < pair.First.Right && pair.First.Left < pair.Second.Right)
            .Select(pair => $"{pair.First.Part}: {pair.First.Name} -> {pair.Second.Part}: {pair.Second.Name}");
    }

    private sealed record Stop(
        string Name, string Part, bool Sticks, double Left, double Right, double Top, double Bottom, bool IsSeen, bool IsOutlined);
}
