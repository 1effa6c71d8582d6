using Microsoft.Playwright;

namespace Search.Web.Tests.Browser;

/// <summary>What axe does not see of colours (WCAG 1.4.1, 1.4.11), from the colours that the browser computes, in both themes.</summary>
public sealed class ContrastTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    /// <summary>Functions for what follows: the contrast of two colours, and the ground that an element stands on.</summary>
    private const string Colours = """
        const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
        const rgba = colour => {
          canvas.clearRect(0, 0, 1, 1);
          canvas.fillStyle = colour;
          canvas.fillRect(0, 0, 1, 1);
          return [...canvas.getImageData(0, 0, 1, 1).data];
        };
        const light = colour => rgba(colour).slice(0, 3).map(value => value / 255)
          .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
          .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
        const contrast = (one, other) => {
          const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
          return (high + 0.05) / (low + 0.05);
        };
        const ground = element => {
          for (let at = element; at; at = at.parentElement) {
            const colour = getComputedStyle(at).backgroundColor;
            if (rgba(colour)[3] === 255) return colour;
          }
          return "white";
        };
        const poor = (list, colourOf) => list.filter(Boolean)
          .map(element => [element, contrast(colourOf(element), ground(element.parentElement))])
          .filter(([, ratio]) => ratio < 3)
          .map(([element, ratio]) => `${element.tagName} ${element.className.baseVal ?? element.className} ${ratio.toFixed(2)}`);
        const all = selector => [...document.querySelectorAll(selector)].filter(element => element.getClientRects().length > 0);
        """;

    private readonly List<string> _errors = [];

    public static TheoryData<string, ColorScheme> Pages { get; } = new MatrixTheoryData<string, ColorScheme>(
        [
            "/?q=strait&country=-JP&country=NO",
            "/?q=lighthouse&from=2028-06-01&country=JP",
            "/statements/speech?q=strait&show=countries",
            "/coverage",
            "/statements/speech/versions/1",
        ],
        [ColorScheme.Light, ColorScheme.Dark]);

    /// <summary>A field is told from the page by its edge or its ground, and the ring of the focus from both, by three to one.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task ControlsAndFocus_StandOutFromTheirGround(string path, ColorScheme scheme)
    {
        var page = await OpenAsync(path, scheme);

        Assert.NotEmpty(await FindAsync(page, "all('input, button').map(element => element.tagName)"));
        Assert.Empty(await FindAsync(page, """
            poor(all("input, select, button, .button, .step, .chip"), element => {
              const { borderTopColor, borderTopStyle, backgroundColor } = getComputedStyle(element);
              return borderTopStyle === "none" || rgba(borderTopColor)[3] < 255 ? backgroundColor : borderTopColor;
            })
            """));
        Assert.Empty(await FindAsync(page, """
            all("a[href], input, button, summary").slice(0, 400).flatMap(element => {
              element.focus({ preventScroll: true, focusVisible: true });
              return poor([element], () => getComputedStyle(element).outlineColor);
            })
            """));
    }

    /// <summary>Marks, countries, states of filters, changes, bars: each has a sign beside its colour.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Signs_AreThereBesideColours(string path, ColorScheme scheme)
    {
        var page = await OpenAsync(path, scheme);

        Assert.Empty(await FindAsync(page, """
            all("main mark").filter(mark => !getComputedStyle(mark).boxShadow.includes("inset")).map(mark => mark.outerHTML)
            """));
        Assert.Empty(await FindAsync(page, """
            poor(all("main mark"), mark => getComputedStyle(mark).boxShadow.match(/^(rgb|oklch|color)[^)]*\)/)[0])
            """));
        Assert.Empty(await FindAsync(page, """
            all("main mark:target").filter(mark => getComputedStyle(mark).outlineStyle === "none").map(mark => mark.outerHTML)
            """));
        Assert.Empty(await FindAsync(page, """
            poor(all(".named"), element => getComputedStyle(element).borderBottomColor)
            """));
        Assert.Empty(await FindAsync(page, """
            all(".difference del, .difference ins").filter(change => getComputedStyle(change).textDecorationLine === "none")
              .map(change => change.outerHTML)
            """));
        Assert.Empty(await FindAsync(page, """
            all(".facet .on > .value, .facet .off > .value").map(value => getComputedStyle(value, "::before").content)
              .filter(content => !["\"✓\"", "\"×\""].includes(content))
            """));
        Assert.Empty(await FindAsync(page, """
            poor(all(".bars g:not(.out) .bar"), bar => getComputedStyle(bar).fill)
              .concat(all(".bars .out .bar").filter(bar => !getComputedStyle(bar).fill.startsWith("url")).map(bar => bar.outerHTML))
            """));
    }

    /// <summary>A link among other words is underlined: by its colour alone it is told by who sees colours only.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Links_AmongWords_AreUnderlined(string path, ColorScheme scheme)
    {
        var page = await OpenAsync(path, scheme);

        Assert.Empty(await FindAsync(page, """
            all("main p a, main dd a, main li:not(.facet *) > a, main td a, .foot p a").filter(link => {
              const words = [...link.parentElement.childNodes]
                .filter(node => node.nodeType === Node.TEXT_NODE && node.textContent.trim().length > 1);
              const style = getComputedStyle(link);
              return words.length > 0 && !style.textDecorationLine.includes("underline") && style.borderStyle === "none";
            }).map(link => link.outerHTML)
            """));
    }

    private async Task<IPage> OpenAsync(string path, ColorScheme scheme) =>
        await browser.OpenAsync($"{path}#match-1", _errors, new() { ColorScheme = scheme }, Site.Story);

    private static Task<string[]> FindAsync(IPage page, string expression) =>
        page.EvaluateAsync<string[]>($"() => {{ {Colours} return {expression.Trim()}; }}");
}
