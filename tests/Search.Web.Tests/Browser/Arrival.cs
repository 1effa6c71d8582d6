using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Search.Web.Tests.Browser;

/// <summary>Waits until a page is where what was used leads to.</summary>
internal static class Arrival
{
    /// <summary>
    /// The address, and then the document whether it is whole, are asked again and again: an event is missed that comes just before it
    /// is waited for, and one that says that the page is loaded does not come where a script shows the next.
    /// </summary>
    /// <param name="address">Two stars stand for anything, one for anything within a part of the path.</param>
    public static async Task ArrivesAtAsync(this IPage page, string address)
    {
        await Assertions.Expect(page).ToHaveURLAsync(Pattern(address), new() { Timeout = BrowserFixture.Patience });
        await Assertions.Expect(page.Locator(":root"))
            .ToHaveJSPropertyAsync("ownerDocument.readyState", "complete", new() { Timeout = BrowserFixture.Patience });
    }

    private static Regex Pattern(string address) => new(
        $"^{Regex.Escape(address).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal)}$",
        RegexOptions.None,
        TimeSpan.FromSeconds(1));
}
