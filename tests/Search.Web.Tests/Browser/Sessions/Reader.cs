using Microsoft.Playwright;

namespace Search.Web.Tests.Browser.Sessions;

/// <summary>By what a reader uses a page, and what of it is in view.</summary>
public enum Means
{
    Mouse,

    /// <summary>Tab, Shift+Tab, Enter, Space, arrows and shortcuts, and nothing else.</summary>
    Keyboard,

    /// <summary>A screen of 320 pixels.</summary>
    Narrow,

    /// <summary>A window of 1,280 × 720 at 200 %: half of the pixels, each twice as large.</summary>
    Zoomed,

    /// <summary>Text of twice the size, in a window of 1,280 pixels.</summary>
    LargeText,

    NoScript,
}

/// <summary>A reader at a page: reaches what is to be used, by the means there are, and sees it before using it.</summary>
internal sealed class Reader(IPage page, Means means)
{
    private const int MostStops = 200;

    /// <summary>Nothing lies over the middle of it, and it is on the screen.</summary>
    private const string IsSeen = """
        element => {
          const box = [...element.getClientRects()].find(rect => rect.width > 1 && rect.height > 1);
          if (!box) return false;
          const [x, y] = [box.left + Math.min(box.width, innerWidth - box.left) / 2, box.top + Math.min(box.height, 40) / 2];
          const top = document.elementFromPoint(x, y);
          return top !== null && (element.contains(top) || top.contains(element));
        }
        """;

    /// <summary>As soon as there is an element to be so.</summary>
    private const string LargeText = """
        new MutationObserver((_, watching) => {
          if (!document.documentElement) return;
          document.documentElement.style.fontSize = '200%';
          watching.disconnect();
        }).observe(document, { childList: true });
        """;

    public IPage Page => page;

    public bool HasScript => means != Means.NoScript;

    public static BrowserNewContextOptions Options(Means means)
    {
        var options = new BrowserNewContextOptions
        {
            JavaScriptEnabled = means != Means.NoScript,
            Permissions = ["clipboard-read", "clipboard-write"],
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new ViewportSize { Width = 1280, Height = 720 },
        };
        if (means == Means.Narrow)
        {
            options.ViewportSize = new ViewportSize { Width = 320, Height = 640 };
        }
        else if (means == Means.Zoomed)
        {
            options.ViewportSize = new ViewportSize { Width = 640, Height = 360 };
            options.DeviceScaleFactor = 2;
        }

        return options;
    }

    /// <summary>Sits down at the first page.</summary>
    public async Task BeginAsync()
    {
        if (means == Means.LargeText)
        {
            await page.AddInitScriptAsync(LargeText);
            await page.ReloadAsync();
        }

        await FitsAsync();
    }

    /// <summary>Uses a link, a button or what unfolds something.</summary>
    public async Task UseAsync(ILocator target)
    {
        if (means != Means.Keyboard)
        {
            await target.ClickAsync();
            return;
        }

        await ReachAsync(target);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Follows a link to the address that it has to lead to, where the page must fit the screen.</summary>
    public async Task FollowAsync(ILocator link, string address)
    {
        await UseAsync(link);
        await ArriveAsync(address);
    }

    /// <summary>Writes into a field instead of what is in it, and sends its form.</summary>
    public async Task SendAsync(ILocator field, string text, ILocator button, string address)
    {
        if (means == Means.Keyboard)
        {
            await ReachAsync(field);
            await page.Keyboard.PressAsync("Control+a");
            await page.Keyboard.TypeAsync(text);
            await page.Keyboard.PressAsync("Enter");
        }
        else
        {
            await field.FillAsync(text);
            await button.ClickAsync();
        }

        await ArriveAsync(address);
    }

    public static async Task SeesAsync(ILocator target)
    {
        await target.WaitForAsync();
        Assert.True(await target.EvaluateAsync<bool>(IsSeen), $"Out of sight or covered: {target}");
    }

    private async Task ArriveAsync(string address)
    {
        await page.ArrivesAtAsync(address);
        await FitsAsync();
    }

    private async Task FitsAsync()
    {
        await page.Locator("h1").First.WaitForAsync();
        Assert.True(
            await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
            $"Wider than the screen: {page.Url}");
    }

    /// <summary>From where the focus is, forth or back.</summary>
    private async Task ReachAsync(ILocator target)
    {
        await target.WaitForAsync();
        for (var stops = 0; stops < MostStops; stops++)
        {
            var way = await target.EvaluateAsync<int>(
                "e => e === document.activeElement ? 0 : document.activeElement.compareDocumentPosition(e) & 2 ? -1 : 1");
            if (way == 0)
            {
                Assert.True(await target.EvaluateAsync<bool>(IsSeen), $"Has the focus and is out of sight or covered: {target}");
                return;
            }

            await page.Keyboard.PressAsync(way > 0 ? "Tab" : "Shift+Tab");
        }

        Assert.Fail($"The keyboard never reaches {target} on {page.Url}");
    }
}
