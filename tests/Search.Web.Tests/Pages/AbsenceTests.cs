using System.Net;
using Search.Web.Tests.Hosting;

namespace Search.Web.Tests.Pages;

/// <summary>What a page says where nothing was found, and what the bars over time say of what is not held.</summary>
public sealed class AbsenceTests(SearchHost host) : IClassFixture<SearchHost>
{
    [Fact]
    public async Task Nothing_SaysWhatEachFilterHides()
    {
        var page = await PageAsync("/?q=blockade&kind=report&country=NO");

        Assert.Contains("without Kind: Report</a> 0 statements", page, StringComparison.Ordinal);
        Assert.Contains("without any filter</a> 1 statement<", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"ladder\"", page, StringComparison.Ordinal);
    }

    /// <summary>Until when a source is held, so that its end is not taken for a silence.</summary>
    [Theory]
    [InlineData("/?q=volcano&from=2031-02-01", "Harbour Gazette: none (holds 5 January 2030 to 31 March 2030, none after)")]
    [InlineData("/?q=volcano+before:2029", "Harbour Gazette: none (holds 5 January 2030 to 31 March 2030, none before)")]
    [InlineData("/?q=volcano&to=2030-02-01", "Harbour Gazette: 1 statement (holds 5 January 2030 to 31 March 2030)")]
    [InlineData("/?q=volcano", "Harbour Gazette: 33 statements (5 January 2030 to 31 March 2030)")]
    public async Task Nothing_SaysWhatIsHeldBySource(string path, string expected) =>
        Assert.Contains(expected, await PageAsync(path), StringComparison.Ordinal);

    [Theory]
    [InlineData("/?issuer=Ministry+of+the+Tides&q=harbour", "href=\"/?q=harbour&issuer=Ministry%20of%20Tides\"")]
    [InlineData("/?q=harbour+issuer:%22Ministry+of+the+Tides%22", "Ministry of Tides</a> 1 statement")]
    public async Task Nothing_NamesIssuersThatAreNear(string path, string expected) =>
        Assert.Contains(expected, await PageAsync(path), StringComparison.Ordinal);

    [Fact]
    public async Task Bars_AreSharesOfWhatIsHeld_AndCountsWhereAskedFor()
    {
        var shares = await PageAsync("/?q=blockade");
        var counts = await PageAsync("/?q=blockade&chart=count");

        Assert.Contains("<title>5 January 2030: 1 of 1 statement, 100.00 %</title>", shares, StringComparison.Ordinal);
        Assert.Contains("Share of the statements that the archive holds", shares, StringComparison.Ordinal);
        Assert.Contains("<title>5 January 2030: 1 statement</title>", counts, StringComparison.Ordinal);
    }

    /// <summary>A share would be of other statements than those that the filters leave.</summary>
    [Fact]
    public async Task Bars_UnderAFilterThatIsNotCountedBeforehand_AreCounts()
    {
        var page = await PageAsync("/?q=fish&kind=report");

        Assert.Contains("counts, not shares", page, StringComparison.Ordinal);
        Assert.Contains("Share of the statements", await PageAsync("/?q=blockade&source=Harbour+Gazette"), StringComparison.Ordinal);
    }

    /// <summary>People type years.</summary>
    [Theory]
    [InlineData("/?q=fish&from=2029&to=2030", "/?q=fish&from=2029-01-01&to=2030-12-31")]
    [InlineData("/?from=2030-02&to=2030-02", "/?from=2030-02-01&to=2030-02-28")]
    [InlineData("/coverage?by=issuer&from=2029", "/coverage?by=issuer&from=2029-01-01")]
    [InlineData("/trends?q=fish&q=tide&to=2030&interval=month", "/trends?q=fish&q=tide&to=2030-12-31&interval=month")]
    [InlineData("/lines?q=fish&from=2029&sort=left", "/lines?q=fish&from=2029-01-01&sort=left")]
    public async Task Dates_AYearOrAMonth_IsItsFirstOrLastDay(string path, string expected)
    {
        using var response = await host.Client().GetAsync(path, Token);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(expected, response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Start_ShowsHowToAskWhatIsNewAndWhatIsHeld()
    {
        var page = await PageAsync("/");

        Assert.Equal(10, page.Split("<li class=\"hit\"").Length - 1);
        Assert.Equal(3, Between(page, "class=\"examples\"", "</ul>").Split("<li>").Length - 1);
        Assert.Contains("<svg class=\"strip\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"filters\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?q=harbour&kind=report")]
    public async Task EmptyArchive_SaysThatItIsEmpty_AndHowToFillIt(string path)
    {
        await using var empty = new SearchHost();
        var page = await empty.Client().GetStringAsync(path, Token);

        Assert.Contains("This archive is empty.", page, StringComparison.Ordinal);
        Assert.Contains("search import", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing in this archive matches", page, StringComparison.Ordinal);
        Assert.DoesNotContain("without Kind", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TooManyQuestions_AreAnsweredInWords()
    {
        await using var limited = new SearchHost(
            null, ("Search:RateLimit:Enabled", "true"), ("Search:RateLimit:Burst", "1"), ("Search:RateLimit:PerSecond", "1"));
        using var client = limited.Client();
        HttpResponseMessage response;
        do
        {
            response = await client.GetAsync("/?q=harbour", Token);
        }
        while (response.StatusCode == HttpStatusCode.OK);

        var page = await response.Content.ReadAsStringAsync(Token);
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.DoesNotContain("Retry-After", page, StringComparison.Ordinal);
        Assert.Contains("There will be room again in", page, StringComparison.Ordinal);
        Assert.Contains("value=\"harbour\"", page, StringComparison.Ordinal);
    }

    private async Task<string> PageAsync(string path) => WebUtility.HtmlDecode(await host.Client().GetStringAsync(path, Token));

    private static string Between(string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return text[start..text.IndexOf(after, start, StringComparison.Ordinal)];
    }
}
