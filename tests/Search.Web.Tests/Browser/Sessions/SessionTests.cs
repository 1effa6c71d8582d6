using Microsoft.Playwright;
using Search.Web.Tests.Hosting;

namespace Search.Web.Tests.Browser.Sessions;

/// <summary>What a journalist comes for, from the first page to what is printed, by every means and on both engines.</summary>
[Collection("Clipboard")]
public sealed class SessionTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Sentence = "“We strongly condemn the closing of the strait by anybody who has no lamp to show there.”";

    private readonly List<string> _errors = [];

    /// <summary>How large text is drawn no engine has a part in: that is looked at on one.</summary>
    public static TheoryData<Means, Site> All { get; } =
    [
        .. from means in Enum.GetValues<Means>()
           from site in (Site[])[Site.Story, Site.StoryOnElasticsearch]
           where means != Means.LargeText || site == Site.Story
           select (means, site),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Phrase_ToAQuotationWithItsSource(Means means, Site site)
    {
        var reader = await BeginAsync(means, site);
        await reader.AskAsync($"\"{StoryStatements.Phrase}\"");
        await reader.ReadsAsync("#count", "3 statements");
        await reader.OpenHitAsync(StoryStatements.Title);
        await Reader.SeesAsync(reader.Page.Locator("#match-1"));
        await reader.NextMarkAsync(2);

        var quotation = await reader.TakeQuotationAsync();

        Assert.StartsWith(
            $"{Sentence}\n— The Board of Lamps of Merrow, 4 March 2030, Harbour Gazette, captured 8 March 2030, version 2 of 2\nhttp",
            quotation,
            StringComparison.Ordinal);
        Assert.Contains("#:~:text=We%20strongly", quotation, StringComparison.Ordinal);
        Assert.DoesNotContain("q=", quotation, StringComparison.Ordinal);
        await reader.FollowAsync(reader.Page.Locator("#passage"), "**/statements/*");
        await reader.ReadsAsync("article h1", StoryStatements.Title);
        Assert.Empty(_errors);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Rumour_ToNeverSaid_AndToWhatIsHeld(Means means, Site site)
    {
        var reader = await BeginAsync(means, site);
        await reader.AskAsync("lighthouse");
        await reader.ReadsAsync("#count", "40 statements");
        await reader.NarrowSinceAsync("2029-06");
        await reader.ReadsAsync("#count", "0 statements");
        await reader.ReadsAsync(".empty h2", "Nothing in this archive matches.");
        await reader.ReadsAsync(".empty li", "Tide Wire: none (holds 6 May 2028 to 9 January 2029, none after)");

        await reader.FollowAsync(reader.Link("What the archive holds by month"), "**/coverage?*");
        await reader.ReadsAsync("h1", "May I say “never”?");
        await reader.FollowAsync(reader.Link("Back to the results"), "**/?*q=lighthouse*");
        await reader.FollowAsync(reader.Link("without Date: since 1 June 2029"), "**/?q=lighthouse");

        await reader.ReadsAsync("#count", "40 statements");
        Assert.Empty(_errors);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Statement_ToItsEarlierWordings(Means means, Site site)
    {
        var reader = await BeginAsync(means, site);
        await reader.AskAsync($"\"{StoryStatements.Phrase}\"");
        await reader.OpenCountedAsync("First, last and silences", "**/uses?*");
        await reader.ReadsAsync("dl", "9 January 2029");
        await reader.FollowAsync(reader.Link("Back to the results"), "**/?q=*");
        await reader.OpenHitAsync(StoryStatements.Title);

        await reader.FollowAsync(reader.Link("changed 1 time"), "**/versions/1");
        await reader.ReadsAsync(".difference del", "nine");
        await reader.FollowAsync(reader.Link("The statement as it is now"), "**/statements/*");
        await reader.FollowAsync(reader.Link("What is new in it, and what was said before"), "**/novelty");
        await reader.ReadsAsync("article", "We strongly condemn the closing of the strait");
        await reader.FollowAsync(reader.Link("First word on the strait").First, "**/statements/*");
        await reader.ReadsAsync(".byline time", "9 January 2029");

        await reader.AskAsync($"\"{StoryStatements.Phrase}\"");
        await reader.OpenHitAsync(StoryStatements.Title);
        await reader.FollowAsync(reader.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^The same text") }), "**/siblings");
        await reader.FollowAsync(reader.Link("The board on the lamps"), "**/statements/*");
        await reader.ReadsAsync(".byline .issuer", "Press Office of the Board");
        Assert.Empty(_errors);
    }

    private async Task<Reader> BeginAsync(Means means, Site site)
    {
        var reader = new Reader(await browser.OpenAsync("/", _errors, Reader.Options(means), site), means);
        await reader.BeginAsync();
        return reader;
    }
}
