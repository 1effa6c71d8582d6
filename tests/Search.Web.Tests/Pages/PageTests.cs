using System.Net;
using Search.Web.Tests.Hosting;

namespace Search.Web.Tests.Pages;

public sealed class PageTests(SearchHost host) : IClassFixture<SearchHost>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/?q=harbour&country=-JP&kind=report&sort=oldest")]
    [InlineData("/?q=volcano&issuer=none")]
    [InlineData("/statements/first?q=harbour&show=countries")]
    [InlineData("/statements/first/versions/1")]
    [InlineData("/facets/issuer?prefix=office")]
    [InlineData("/uses?q=harbour&returnedAfter=30")]
    [InlineData("/uses?q=volcano")]
    [InlineData("/trends?q=harbour&q=fish&interval=month")]
    [InlineData("/trends?q=volcano&from=2030-01-01&to=2030-01-03")]
    [InlineData("/issuers/compare?q=harbour&q=fish")]
    [InlineData("/issuers/compare?q=harbour&issuer=FR/&issuer=none&issuer=Nobody")]
    [InlineData("/phrases?q=%22in+*+harbour%22")]
    [InlineData("/phrases?q=%22volcano+(erupts%7Csleeps)%22&kind=report")]
    [InlineData("/lines?q=harbour&kind=report&sort=left")]
    [InlineData("/lines?q=volcano")]
    [InlineData("/coverage")]
    [InlineData("/coverage?by=issuer&size=2&from=2029-01-01&to=2030-12-31")]
    [InlineData("/help")]
    [InlineData("/problems")]
    public async Task Page_IsStaticHtmlWithStrictHeaders(string path)
    {
        var response = await host.Client().GetAsync(path, Token);
        var page = await response.Content.ReadAsStringAsync(Token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<style", page, StringComparison.Ordinal);
        Assert.DoesNotContain("onclick", page, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task StoredText_IsEncodedInsideMarks()
    {
        var page = await host.Client().GetStringAsync("/statements/first?q=harbour", Token);

        Assert.Contains("&lt;b&gt;<mark id=\"match-2\">harbour</mark>&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_IsEncodedEverywhere()
    {
        var page = await host.Client().GetStringAsync("/?q=%3Cscript%3Ealert(1)%3C/script%3E", Token);

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongQuery_IsShownWithItsPlaceAndARepair()
    {
        var response = await host.Client().GetAsync("/?q=harbour+colour:red&kind=report", Token);
        var page = await response.Content.ReadAsStringAsync(Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("harbour <mark>", page, StringComparison.Ordinal);
        Assert.Contains("Perhaps: <a href=\"/?q=harbour%20%22colour%3Ared%22&amp;kind=report\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"harbour colour:red\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Issuers_StandBelowTheirCountryAndOrganisation()
    {
        var page = WebUtility.HtmlDecode(await host.Client().GetStringAsync("/?issuer=FR/", Token));

        Assert.Contains("href=\"/#by-issuer\" aria-current=\"true\"><span class=\"label\">France</span>", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"label\">Porte-parole, Ministère des Marées</span>", page, StringComparison.Ordinal);
        Assert.Contains("issuer=FR%2F&issuer=Porte-parole", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Statement_IsInItsLanguage()
    {
        var page = await host.Client().GetStringAsync("/statements/second", Token);

        Assert.Contains("<div class=\"body\" lang=\"fr\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoHits_SaysWhatWasLookedThroughAndLinksWithoutFilters()
    {
        var page = WebUtility.HtmlDecode(await host.Client().GetStringAsync("/?q=volcano&kind=report", Token));

        Assert.Contains("Looked through 30 statements from 2 March 2030 to 31 March 2030", page, StringComparison.Ordinal);
        Assert.Contains("without Kind: Report", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Samples_AreAnnouncedOnEveryPage()
    {
        await using var samples = new SearchHost(null, ("Search:Samples", "true"));
        string[] paths =
        [
            "/", "/?q=none", "/?q=colour:red", "/facets/issuer", "/coverage", "/help", "/problems", "/problems/validation", "/nowhere",
            "/statements/none", "/?size=0",
        ];
        foreach (var path in paths)
        {
            var response = await samples.Client().GetAsync(path, Token);
            Assert.Contains("fictional sample statements", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("fictional sample statements", await host.Client().GetStringAsync("/", Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ladder_OfAFilteredSearch_KeepsFiltersAndOrder()
    {
        var page = WebUtility.HtmlDecode(
            await host.Client().GetStringAsync("/?q=fish+harbour&Kind=report&country=-JP&from=2030-03-01&sort=oldest&size=5", Token));

        var ladder = page[page.IndexOf("class=\"ladder\"", StringComparison.Ordinal)..];
        ladder = ladder[..ladder.IndexOf("</nav>", StringComparison.Ordinal)];
        var links = ladder.Split("href=\"").Skip(1).Select(rest => rest[..rest.IndexOf('"', StringComparison.Ordinal)]).ToList();
        Assert.NotEmpty(links);
        Assert.All(
            links,
            link => Assert.StartsWith("/?kind=report&country=-JP&from=2030-03-01&sort=oldest&size=5&q=", link, StringComparison.Ordinal));
    }

    [Fact]
    public async Task RemoveAll_KeepsQueryAndOrder()
    {
        var page = WebUtility.HtmlDecode(await host.Client().GetStringAsync("/?q=harbour&kind=report&country=-JP&sort=oldest", Token));

        Assert.Contains("<a class=\"clear\" href=\"/?q=harbour&sort=oldest\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownPath_IsAPageToPeople()
    {
        var response = await host.Client().GetAsync("/nowhere", Token);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
    }
}
