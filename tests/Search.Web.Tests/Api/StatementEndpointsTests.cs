using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Search.Web.Tests.Hosting;

namespace Search.Web.Tests.Api;

public sealed class StatementEndpointsTests(SearchHost host) : IClassFixture<SearchHost>
{
    private readonly HttpClient _client = host.Client();

    [Fact]
    public async Task Search_Page_HasTheFixedNames()
    {
        var page = await GetAsync("/api/v1/statements?q=%22blockade+of%22");

        Assert.Equal(
            [
                "query", "total", "hits", "facets", "histogram", "histogramRest", "ladder", "coverage", "next", "tookMs", "partial",
                "collapsed",
            ],
            Names(page));
        Assert.Equal(["text", "explained", "also"], Names(page.GetProperty("query")));
        Assert.Equal(["value", "exact"], Names(page.GetProperty("total")));
        var hit = page.GetProperty("hits")[0];
        Assert.Equal(
            [
                "id", "sourceId", "title", "titleMarks", "issued", "issuer", "kind", "source", "url", "language", "countries", "snippets",
                "received", "textReceived", "changed", "missing", "issuedPartly", "siblings", "occurrences",
            ],
            Names(hit));
        Assert.Equal(["name", "office", "organisation", "country", "printed"], Names(hit.GetProperty("issuer")));
        Assert.Equal(["start", "length"], Names(hit.GetProperty("titleMarks")[0]));
        Assert.Equal(["text", "marks", "cutBefore", "cutAfter"], Names(hit.GetProperty("snippets")[0]));
        var facet = page.GetProperty("facets")[0];
        Assert.Equal(["name", "values", "other", "missing", "groups"], Names(facet));
        Assert.Equal(["value", "label", "count", "selected", "excluded", "parent"], Names(facet.GetProperty("values")[0]));
        Assert.Equal(["from", "to", "count"], Names(page.GetProperty("histogram")[0]));
        Assert.Equal(["level", "count", "query"], Names(page.GetProperty("ladder")[0]));
    }

    [Fact]
    public async Task Search_Values_AreNumbersDatesAndCodes()
    {
        var page = await GetAsync("/api/v1/statements?q=blockade");

        Assert.Equal(1, page.GetProperty("total").GetProperty("value").GetInt64());
        var hit = page.GetProperty("hits")[0];
        Assert.Equal("2030-01-05", hit.GetProperty("issued").GetString());
        Assert.Equal("statement", hit.GetProperty("kind").GetString());
        Assert.Equal(["JP", "KE"], hit.GetProperty("countries").EnumerateArray().Select(code => code.GetString()));
        Assert.Equal(JsonValueKind.Number, page.GetProperty("tookMs").ValueKind);
        Assert.Equal(JsonValueKind.Null, page.GetProperty("next").ValueKind);
        Assert.Equal(JsonValueKind.Null, page.GetProperty("coverage").ValueKind);
    }

    [Fact]
    public async Task Search_FollowingNext_VisitsEveryStatementOnce()
    {
        List<string> ids = [];
        for (string? cursor = string.Empty; cursor is not null && ids.Count < 100;)
        {
            var page = await GetAsync($"/api/v1/statements?size=7&cursor={cursor}");
            ids.AddRange(page.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("id").GetString()!));
            cursor = page.GetProperty("next").GetString();
        }

        Assert.Equal(FictionalStatements.All.Select(statement => statement.Id.Value).Order(), ids.Order());
    }

    [Fact]
    public async Task Search_NoHits_HasCoverage()
    {
        var coverage = (await GetAsync("/api/v1/statements?q=volcano&kind=report")).GetProperty("coverage");

        Assert.Equal(30, coverage.GetProperty("statements").GetInt64());
        Assert.Equal("2030-03-02", coverage.GetProperty("earliest").GetString());
        Assert.Equal("2030-03-31", coverage.GetProperty("latest").GetString());
    }

    [Theory]
    [InlineData("/api/v1/statements/first")]
    [InlineData("/api/v1/statements/first?q=harbour")]
    public async Task Get_BySourceId_IsWholeAndMarked(string path)
    {
        var statement = await GetAsync(path);

        var body = statement.GetProperty("body").GetString()!;
        var marks = statement.GetProperty("bodyMarks").EnumerateArray()
            .Select(mark => body.Substring(mark.GetProperty("start").GetInt32(), mark.GetProperty("length").GetInt32()));
        Assert.Equal(path.Contains('?', StringComparison.Ordinal) ? ["harbour", "harbour"] : [], marks);
        var mention = statement.GetProperty("countries")[0].GetProperty("mentions")[0];
        Assert.Equal("Japan", body.Substring(mention.GetProperty("start").GetInt32(), mention.GetProperty("length").GetInt32()));
        Assert.Equal(1, statement.GetProperty("versions").GetInt32());
    }

    [Fact]
    public async Task Difference_OfTheFirstVersion_HasWhatWasInserted()
    {
        var versions = await GetAsync("/api/v1/statements/first/versions");
        var difference = await GetAsync("/api/v1/statements/first/versions/1/diff");

        Assert.Equal([2, 1], versions.GetProperty("versions").EnumerateArray().Select(version => version.GetProperty("number").GetInt32()));
        Assert.Equal("and jointly ", Assert.Single(
            difference.GetProperty("body").EnumerateArray(),
            change => change.GetProperty("change").GetString() == "inserted").GetProperty("text").GetString());
    }

    [Fact]
    public async Task Facet_WithPrefixAndPages_GivesEveryValueOnce()
    {
        List<string> values = [];
        for (string? cursor = string.Empty; cursor is not null && values.Count < 100;)
        {
            var page = await GetAsync($"/api/v1/facets/issuer?prefix=office&size=3&cursor={cursor}");
            values.AddRange(page.GetProperty("values").EnumerateArray().Select(value => value.GetProperty("value").GetString()!));
            cursor = page.GetProperty("next").GetString();
        }

        Assert.Equal(8, values.Count);
        Assert.Equal(8, values.Distinct().Count());
    }

    [Theory]
    [InlineData("FR/")]
    [InlineData("FR/Ministère des Marées/")]
    public async Task Search_ByAGroupOfIssuers_NarrowsAndIsShownAsChosen(string group)
    {
        var page = await GetAsync($"/api/v1/statements?issuer={Uri.EscapeDataString(group)}");

        Assert.Equal("second", Assert.Single(page.GetProperty("hits").EnumerateArray()).GetProperty("sourceId").GetString());
        var facet = page.GetProperty("facets").EnumerateArray().Single(facet => facet.GetProperty("name").GetString() == "issuer");
        Assert.Equal(
            [("FR/", "France", 1, null, group == "FR/"), ("FR/Ministère des Marées/", "Ministère des Marées", 1, "FR/", group != "FR/")],
            facet.GetProperty("groups").EnumerateArray().Select(item => (
                item.GetProperty("value").GetString()!,
                item.GetProperty("label").GetString()!,
                item.GetProperty("count").GetInt32(),
                item.GetProperty("parent").GetString(),
                item.GetProperty("selected").GetBoolean())));
        Assert.DoesNotContain(facet.GetProperty("values").EnumerateArray(), value => value.GetProperty("value").GetString() == group);
    }

    [Theory]
    [InlineData("/api/v1/statements/0000000000000000")]
    [InlineData("/api/v1/statements/first/versions/7/diff")]
    [InlineData("/api/v1/facets/colour")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/v2/statements")]
    public async Task Get_WhatIsNotThere_IsAProblem(string path)
    {
        var response = await _client.GetAsync(path, Token);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("/problems/not-found", (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("type").GetString());
    }

    private async Task<JsonElement> GetAsync(string path)
    {
        var response = await _client.GetAsync(path);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);
}
