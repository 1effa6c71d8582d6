using System.Net;
using System.Xml.Linq;
using Search.Archive.Searching;
using Search.Web.Tests.Hosting;

namespace Search.Web.Tests.Pages;

/// <summary>What readers keep from one page to the next, and what others that follow a link may do.</summary>
public sealed class JourneyTests(SearchHost host) : IClassFixture<SearchHost>
{
    [Theory]
    [InlineData("/?q=harbour&utm_source=letter&utm_medium=mail&fbclid=x&mc_cid=1")]
    [InlineData("/statements/first?gclid=1&UTM_Campaign=x")]
    [InlineData("/uses?q=harbour&utm_source=letter")]
    public async Task Page_WithNamesThatOthersAddToLinks_IsThePage(string path)
    {
        using var response = await host.Client().GetAsync(path, Token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Page_WithAMisspeltFilter_SaysSoAndKeepsTheRest()
    {
        using var response = await host.Client().GetAsync("/?q=harbour&isuer=x", Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("value=\"harbour\"", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WithAWrongParameter_KeepsEverythingElse()
    {
        using var response = await host.Client().GetAsync("/?q=harbour&kind=report&from=2031-01-01&to=2030-01-01&sort=oldest", Token);
        var page = await response.Content.ReadAsStringAsync(Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("value=\"harbour\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"kind\" value=\"report\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"from\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/?q=harbour&amp;kind=report&amp;to=2030-01-01&amp;sort=oldest\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_EngineIsAway_KeepsTheQueryAndSaysWhenInWords()
    {
        await using var failing = new SearchHost(new FailingEngine(new EngineUnavailableException("away", null, TimeSpan.FromSeconds(7))));
        using var response = await failing.Client().GetAsync("/?q=harbour", Token);
        var page = await response.Content.ReadAsStringAsync(Token);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("value=\"harbour\"", page, StringComparison.Ordinal);
        Assert.Contains("in 7 seconds", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/statements/first")]
    [InlineData("/api/v1/statements?q=harbour")]
    [InlineData("/feeds/statements.atom")]
    [InlineData("/health/live")]
    public async Task Head_IsAnsweredLikeGetWithoutABody(string path)
    {
        using var got = await host.Client().GetAsync(path, Token);
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var response = await host.Client().SendAsync(request, Token);

        Assert.Equal((HttpStatusCode.OK, got.StatusCode), (response.StatusCode, got.StatusCode));
        Assert.Equal(got.Content.Headers.ContentType, response.Content.Headers.ContentType);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Token));
    }

    [Theory]
    [InlineData("/?q=fish", "br")]
    [InlineData("/?q=fish", "gzip")]
    [InlineData("/api/v1/statements?q=fish", "br")]
    [InlineData("/api/v1/export", "gzip")]
    public async Task Answer_IsCompressedForWhoTakesIt(string path, string coding)
    {
        var plain = await host.Client().GetByteArrayAsync(path, Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { AcceptEncoding = { new(coding) } } };
        using var response = await host.Client().SendAsync(request, Token);

        Assert.Equal([coding], response.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
        Assert.InRange((await response.Content.ReadAsByteArrayAsync(Token)).Length, 1, plain.Length / 2);
    }

    [Fact]
    public async Task Hit_OpensAtThePassageAndLeadsBackToItsPage()
    {
        var first = await host.Client().GetStringAsync("/?q=fish&size=5", Token);
        var next = WebUtility.HtmlDecode(Between(first, "class=\"next step\" rel=\"next\" href=\"", "\""));
        var second = WebUtility.HtmlDecode(await host.Client().GetStringAsync(next, Token));
        var hit = $"/statements/{Between(second, "<h2><a href=\"/statements/", "\"")}";

        Assert.EndsWith("#match-1", hit, StringComparison.Ordinal);
        var statement = WebUtility.HtmlDecode(await host.Client().GetStringAsync(hit, Token));
        Assert.Contains("id=\"match-1\"", statement, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"{next}\">Back to the results</a>", statement, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Statement_SaysWhoAndWhenBeforeItsText_AndHasACleanAddress()
    {
        var page = WebUtility.HtmlDecode(await host.Client().GetStringAsync("/statements/first?q=harbour&sort=oldest", Token));

        var title = page.IndexOf("<h1", StringComparison.Ordinal);
        Assert.InRange(page.IndexOf("The Ministry of Tides of Merrow", StringComparison.Ordinal), 1, title);
        var address = Between(page, "rel=\"canonical\" href=\"", "\"");
        Assert.Matches("^http://localhost/statements/[a-z0-9]{16}$", address);
        Assert.Contains("<bdi>https://gazette.example/1</bdi></p>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<h1 dir=\"auto\">")]
    [InlineData("<p dir=\"auto\">")]
    [InlineData("<bdi>“Statement on the blockade of the harbour”</bdi>, ")]
    public async Task Statement_TextRunsInItsOwnDirection(string markup) =>
        Assert.Contains(
            markup,
            WebUtility.HtmlDecode(await host.Client().GetStringAsync("/statements/first", Token)),
            StringComparison.Ordinal);

    /// <summary>What a reader may print is about the statements that were looked through, wherever the restriction stands.</summary>
    [Theory]
    [InlineData("/?q=volcano+before:2030-02-01", "1 statement from 5 January 2030 to 5 January 2030 that the dates, issuers and")]
    [InlineData("/?q=volcano&to=2030-02-01", "Looked through 1 statement from 5 January 2030 to 5 January 2030 that the filters leave")]
    [InlineData("/?q=volcano+issuer:whales", "holds no statements at all that the dates, issuers and sources of the query leave")]
    [InlineData("/?q=volcano", "Looked through 33 statements from")]
    public async Task Nothing_IsSaidOfWhatWasLookedThrough(string path, string expected) => Assert.Contains(
        expected, WebUtility.HtmlDecode(await host.Client().GetStringAsync(path, Token)), StringComparison.Ordinal);

    [Fact]
    public async Task OpenSearch_LeadsToASearch()
    {
        var page = await host.Client().GetStringAsync("/", Token);
        var path = Between(page, "<link rel=\"search\" type=\"application/opensearchdescription+xml\" href=\"", "\"");
        var document = XDocument.Parse(await host.Client().GetStringAsync(path, Token));
        var template = (string)document.Descendants()
            .First(element => (string?)element.Attribute("type") == "text/html")
            .Attribute("template")!;

        using var response = await host.Client().GetAsync(template.Replace("{searchTerms}", "harbour", StringComparison.Ordinal), Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private static string Between(string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal);
        Assert.True(start >= 0, $"{before} is not on the page.");
        start += before.Length;
        return text[start..text.IndexOf(after, start, StringComparison.Ordinal)];
    }
}
