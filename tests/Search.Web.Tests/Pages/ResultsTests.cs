using System.Net;
using System.Text.Json;
using Search.Archive.Searching;
using Search.Web.Tests.Hosting;

namespace Search.Web.Tests.Pages;

/// <summary>The page of a search, as it is served: what it says, and where its links lead.</summary>
public sealed class ResultsTests(SearchHost host) : IClassFixture<SearchHost>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/?q=harbour")]
    [InlineData("/statements/first?q=harbour")]
    [InlineData("/statements/none?q=harbour")]
    [InlineData("/facets/issuer?q=harbour")]
    [InlineData("/coverage")]
    [InlineData("/nowhere")]
    [InlineData("/?q=harbour&size=0")]
    [InlineData("/?q=harbour+(fish")]
    public async Task Box_IsOnEveryPage_WithTheQueryInIt(string path)
    {
        var page = WebUtility.HtmlDecode(await TextAsync(path));

        Assert.Contains("<input id=\"q\" name=\"q\" type=\"search\"", page, StringComparison.Ordinal);
        if (path.Contains("harbour", StringComparison.Ordinal))
        {
            Assert.Contains("value=\"harbour", page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(
        "/?q=%22blockade+of+the+harbour%22",
        "<title>1 statement with the exact phrase “blockade of the harbour” – Search</title>")]
    [InlineData("/?q=harbour&country=JP", "<title>16 statements with the word “harbour” – Country named: Japan – Search</title>")]
    [InlineData("/?kind=report", "<title>30 statements under these filters – Kind: Report – Search</title>")]
    public async Task Title_SaysWhatTheHeadingSays(string path, string expected) =>
        Assert.Contains(expected, WebUtility.HtmlDecode(await TextAsync(path)), StringComparison.Ordinal);

    [Theory]
    [InlineData("/?q=%22harbour+wall%22", 5, "The exact phrase")]
    [InlineData("/?q=harbour+wall", 5, "All the words anywhere")]
    [InlineData("/?q=harbour", 3, "The word in any form")]
    public async Task Ladder_HasTheRungsOfTheQuery_AndMarksTheOneInForce(string path, int rungs, string current)
    {
        var ladder = Between(await TextAsync(path), "class=\"ladder\"", "</nav>");

        Assert.Equal(rungs, ladder.Split("<li>").Length - 1);
        Assert.Equal(2, ladder.Split("aria-current=\"true\"").Length);
        Assert.Contains(current, Between(ladder, "aria-current=\"true\"", "</a>"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_SayWhereTheyAre_AndLeadBothWaysWithoutScript()
    {
        var first = WebUtility.HtmlDecode(await TextAsync("/?q=fish&size=5"));
        var to2 = Between(first, "rel=\"next\" href=\"", "\"");
        var second = WebUtility.HtmlDecode(await TextAsync(to2));
        var to3 = Between(second, "rel=\"next\" href=\"", "\"");
        var third = WebUtility.HtmlDecode(await TextAsync(to3));

        Assert.DoesNotContain("rel=\"prev\"", first, StringComparison.Ordinal);
        Assert.Contains("1–5 of 30", first, StringComparison.Ordinal);
        Assert.Contains("6–10 of 30", second, StringComparison.Ordinal);
        Assert.Contains("<title>11–15 of 30 statements", third, StringComparison.Ordinal);
        Assert.Contains("<ol class=\"hits\" start=\"11\">", third, StringComparison.Ordinal);
        Assert.Equal("/?q=fish&size=5", Between(second, "rel=\"prev\" href=\"", "\""));
        Assert.Equal(to2, Between(third, "rel=\"prev\" href=\"", "\""));
        Assert.DoesNotContain("passed=", Between(third, "<nav class=\"sort\"", "</nav>"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/statements?q=fish&at=6")]
    [InlineData("/api/v1/statements?q=fish&passed=6.x")]
    public async Task Api_TakesNoneOfAPagesParameters(string path)
    {
        using var response = await host.Client().GetAsync(path, Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Hit_SaysWhoAboveTheTitle_AndNoKindThatSaysNothing()
    {
        var page = WebUtility.HtmlDecode(await TextAsync("/?q=blockade"));
        var hit = Between(page, "<li class=\"hit\"", "</li>");

        Assert.DoesNotContain("Other", hit, StringComparison.Ordinal);
        Assert.InRange(hit.IndexOf("class=\"who\"", StringComparison.Ordinal), 0, hit.IndexOf("<h2>", StringComparison.Ordinal));
        Assert.Contains("href=\"/?q=blockade&issuer=Ministry%20of%20Tides\"", hit, StringComparison.Ordinal);
        Assert.Contains("The Ministry of Tides of Merrow", hit, StringComparison.Ordinal);
    }

    /// <summary>As often as the statement's own page says, and no more often than is worth saying.</summary>
    [Fact]
    public async Task Hit_SaysHowOftenTheQueryStandsInIt()
    {
        var hit = Between(WebUtility.HtmlDecode(await TextAsync("/?q=harbour+blockade")), "<li class=\"hit\"", "</li>");
        var statement = WebUtility.HtmlDecode(await TextAsync(Between(hit, "<h2><a href=\"", "\"")));

        Assert.Equal("5 times", Between(hit, "<p class=\"meta\" lang=\"en\"><span>", "</span>"));
        Assert.Contains("<span>5 times in this text</span>", statement, StringComparison.Ordinal);
        Assert.DoesNotContain("1 time<", await TextAsync("/?q=Kenya"), StringComparison.Ordinal);
    }

    /// <summary>Each country more would widen the search; that all are named must be asked in the query.</summary>
    [Fact]
    public async Task Countries_SeveralChosen_CanAllBeWanted()
    {
        var page = WebUtility.HtmlDecode(await TextAsync("/?q=harbour&country=JP&country=KE"));
        var every = Between(page, "class=\"chip join\" href=\"", "\"");

        Assert.Equal("/?q=harbour&country=JP&country=KE&countryMatch=all", every);
        var all = WebUtility.HtmlDecode(await TextAsync(every));
        Assert.Contains("<span id=\"count\">1 statement</span>", all, StringComparison.Ordinal);
        Assert.Equal("/?q=harbour&country=JP&country=KE", Between(all, "class=\"chip join\" href=\"", "\""));
        Assert.DoesNotContain("chip join", await TextAsync("/?q=harbour&country=JP&country=-KE"), StringComparison.Ordinal);
    }

    /// <summary>Who said it first and last, by how many and how much of all: without another page, and only where it is exact.</summary>
    [Theory]
    [InlineData("/?q=fish", "First 2 March 2030, last 31 March 2030 · 8 issuers · 90.91 % of 33")]
    [InlineData("/?q=fish&country=JP", "First 3 March 2030, last 31 March 2030 · 4 issuers")]
    [InlineData("/?q=fish&from=2030-03-05", "8 issuers")]
    public async Task Extent_SaysSinceWhenUntilWhenAndByHowMany(string path, string expected)
    {
        var extent = Between(WebUtility.HtmlDecode(await TextAsync(path)), "<p class=\"extent\">", "</p>");

        Assert.Equal(expected, Between(extent, ">", "<"));
        using var response = await host.Client().GetAsync(Between(extent, "href=\"", "\""), Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    /// <summary>Two states' ministries are two rows, and each row says which state it is, as its statements print it.</summary>
    [Fact]
    public async Task Issuers_OfStatesThatAreNotKnown_AreNamedAsPrinted()
    {
        await using var samples = new SearchHost(null, ("Search:Samples", "true"));
        using var response = await samples.Client().GetAsync("/api/v1/statements?size=100", Token);
        using var page = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Token));
        var issuers = page.RootElement.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("issuer"))
            .Where(issuer => issuer.GetProperty("country").ValueKind == JsonValueKind.Null)
            .ToLookup(issuer => issuer.GetProperty("name").GetString()!, issuer => issuer.GetProperty("printed").GetString()!);
        var facet = WebUtility.HtmlDecode(await samples.Client().GetStringAsync("/facets/issuer", Token));

        Assert.True(issuers.Count > 8);
        foreach (var issuer in issuers)
        {
            Assert.Single(issuer.Distinct());
            Assert.Contains($"<span class=\"label\">{issuer.Key}</span>", facet, StringComparison.Ordinal);
            Assert.All(
                issuer.First().Split(' ').Where(word => char.IsUpper(word[0])),
                word => Assert.Contains(word, issuer.Key, StringComparison.Ordinal));
        }
    }

    /// <summary>A state and its ministry are one row where there is nothing else of the state.</summary>
    [Fact]
    public async Task Issuers_AStateWithOneOffice_IsOneRow()
    {
        var facet = Between(await TextAsync("/?q=p%C3%AAche"), "id=\"by-issuer\"", "</details>");

        Assert.Equal(2, facet.Split("class=\"value\"").Length);
    }

    /// <summary>The same search is counted in other places, where an order of hits is unknown.</summary>
    [Theory]
    [InlineData("/trends")]
    [InlineData("/uses")]
    [InlineData("/issuers/compare")]
    public async Task CountingLinks_OfAnArrangedSearch_LeadToPages(string path)
    {
        var page = WebUtility.HtmlDecode(await TextAsync("/?q=fish&sort=oldest&size=5&collapse=siblings&siblings=true&kind=report"));
        using var response = await host.Client().GetAsync($"{path}?{Between(page, $"href=\"{path}?", "\"")}", Token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    /// <summary>A count and its share are two figures, not one.</summary>
    [Fact]
    public async Task Trends_CountAndShare_StandApart() => Assert.Contains(
        ">1</a> 100.00 %", await TextAsync("/trends?q=blockade&from=2030-01-05&to=2030-01-05"), StringComparison.Ordinal);

    [Fact]
    public async Task Page_OfAnOlderArchive_LeadsToTheFirstPageOfTheSameSearch()
    {
        await using var failing = new SearchHost(new FailingEngine(new CursorExpiredException("Changed.")));
        using var response = await failing.Client().GetAsync("/?q=harbour&kind=report&at=21", Token);

        Assert.Equal(HttpStatusCode.Gone, response.StatusCode);
        Assert.Contains(
            "href=\"/?q=harbour&amp;kind=report\"", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    private async Task<string> TextAsync(string path)
    {
        using var response = await host.Client().GetAsync(path, Token);
        return await response.Content.ReadAsStringAsync(Token);
    }

    private static string Between(string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal);
        Assert.True(start >= 0, $"{before} is not on the page.");
        start += before.Length;
        return text[start..text.IndexOf(after, start, StringComparison.Ordinal)];
    }
}
