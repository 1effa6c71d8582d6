using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Search.Web.Tests.Hosting;

namespace Search.Web.Tests.Api;

public sealed class CountingEndpointsTests(SearchHost host) : IClassFixture<SearchHost>
{
    [Fact]
    public async Task Uses_OfAWord_SayFirstLastSilenceYearsAndIssuers()
    {
        var uses = await GetAsync("/api/v1/uses?q=harbour&size=2");

        Assert.Equal(31, uses.GetProperty("total").GetProperty("value").GetInt64());
        Assert.True(uses.GetProperty("total").GetProperty("exact").GetBoolean());
        Assert.Equal("2030-01-05", uses.GetProperty("first").GetProperty("issued").GetString());
        Assert.Equal("Ministry of Tides", uses.GetProperty("first").GetProperty("issuer").GetProperty("name").GetString());
        Assert.Equal("2030-03-31", uses.GetProperty("last").GetProperty("issued").GetString());
        var silence = uses.GetProperty("silence");
        Assert.Equal(
            ("2030-01-05", "2030-03-02", 56),
            (silence.GetProperty("from").GetString(), silence.GetProperty("to").GetString(), silence.GetProperty("days").GetInt32()));
        Assert.False(uses.GetProperty("returned").GetBoolean());
        var year = Assert.Single(uses.GetProperty("years").EnumerateArray());
        Assert.Equal([2030, 31, 32], ((string[])["year", "count", "total"]).Select(name => year.GetProperty(name).GetInt32()));
        var issuer = uses.GetProperty("issuers")[0];
        Assert.Equal("Ministry of Tides", issuer.GetProperty("value").GetString());
        Assert.Equal(1, issuer.GetProperty("share").GetDouble());
        Assert.NotNull(uses.GetProperty("next").GetString());
    }

    [Fact]
    public async Task Trends_OfTwoQueries_AreSeriesOfTheSameBuckets()
    {
        var trends = await GetAsync("/api/v1/trends?q=harbour&q=fish&interval=month");

        Assert.Equal("month", trends.GetProperty("interval").GetString());
        Assert.Equal(
            ["harbour 1,0,30", "fish 0,0,30"],
            trends.GetProperty("series").EnumerateArray().Select(series =>
                $"{series.GetProperty("query").GetString()} "
                + string.Join(
                    ',', series.GetProperty("buckets").EnumerateArray().Select(bucket => bucket.GetProperty("count").GetInt64()))));
    }

    [Fact]
    public async Task Phrases_FreeWord_IsFilledPageAfterPage()
    {
        var first = await GetAsync("/api/v1/phrases?q=%22counted+*+of%22&size=20");
        var next = first.GetProperty("next").GetString();
        var second = await GetAsync($"/api/v1/phrases?q=%22counted+*+of%22&size=20&cursor={Uri.EscapeDataString(next!)}");

        Assert.Equal("\"counted * of\"", first.GetProperty("phrase").GetString());
        Assert.Equal(
            first.GetProperty("other").GetInt64(), second.GetProperty("fillers").GetArrayLength() + second.GetProperty("other").GetInt64());
        var fillers = first.GetProperty("fillers").EnumerateArray().Concat(second.GetProperty("fillers").EnumerateArray()).ToList();
        Assert.Equal(first.GetProperty("total").GetProperty("value").GetInt64(), fillers.Sum(one => one.GetProperty("count").GetInt64()));
        Assert.All(fillers, filler =>
        {
            var example = filler.GetProperty("example");
            var mark = example.GetProperty("marks")[0];
            var start = mark.GetProperty("start").GetInt32();
            Assert.Equal(
                $"counted: {filler.GetProperty("text").GetString()} of",
                example.GetProperty("text").GetString()![start..(start + mark.GetProperty("length").GetInt32())]);
        });
    }

    [Theory]
    [InlineData("harbour", "has no phrase")]
    [InlineData("%22a+*+b%22+%22c+(d%7Ce)%22", "has 2 phrases")]
    public async Task Phrases_NoneOrSeveralOpen_IsSaid(string query, string message)
    {
        var response = await host.Client().GetAsync($"/api/v1/phrases?q={query}", Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(message, await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/csv", "", "text/csv")]
    [InlineData("application/json;q=0.5, text/csv", "", "text/csv")]
    [InlineData("text/csv;q=0.5, application/json", "", "application/json")]
    [InlineData("text/html, */*", "", "application/json")]
    [InlineData("application/json", "&format=csv", "text/csv")]
    [InlineData("text/csv", "&format=json", "application/json")]
    public async Task Trends_Format_IsTheParametersOrTheHeaders(string accept, string parameter, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/trends?q=harbour{parameter}");
        request.Headers.Add("Accept", accept);

        var response = await host.Client().SendAsync(request, Token);

        Assert.Equal(expected, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("Accept", Assert.Single(response.Headers.Vary));
        var bytes = await response.Content.ReadAsByteArrayAsync(Token);
        Assert.Equal(expected == "text/csv", bytes.AsSpan().StartsWith((byte[])[0xEF, 0xBB, 0xBF]));
    }

    [Fact]
    public async Task Comparison_OfGroups_HasCountsAndPassages()
    {
        var comparison = await GetAsync("/api/v1/issuers/compare?q=harbour&q=p%C3%AAche&issuer=FR/&issuer=Ministry+of+Tides");

        Assert.Equal(
            ["France 0,1", "Ministry of Tides 1,0"],
            comparison.GetProperty("issuers").EnumerateArray().Select(issuer =>
                $"{issuer.GetProperty("label").GetString()} "
                + string.Join(',', issuer.GetProperty("queries").EnumerateArray().Select(query => query.GetProperty("count").GetInt64()))));
        Assert.Contains(
            "harbour",
            comparison.GetProperty("issuers")[1].GetProperty("queries")[0].GetProperty("snippet").GetProperty("text").GetString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coverage_BySource_HasMonthsAndGaps()
    {
        var source = Assert.Single((await GetAsync("/api/v1/coverage?to=2031-12-31")).GetProperty("sources").EnumerateArray());

        Assert.Equal(("Harbour Gazette", 32), (source.GetProperty("source").GetString(), source.GetProperty("statements").GetInt32()));
        Assert.Equal(("2030-01-05", "2030-03-31"), (source.GetProperty("first").GetString(), source.GetProperty("last").GetString()));
        Assert.Equal(
            ["2030-01 1", "2030-02 1", "2030-03 30"],
            source.GetProperty("months").EnumerateArray()
                .Select(month => $"{month.GetProperty("month").GetString()} {month.GetProperty("count").GetInt64()}"));
        Assert.Equal(
            ["2030-01-06 2030-02-04 1", "2030-02-06 2030-03-01 1", "2030-04-01 2031-12-31 1"],
            source.GetProperty("gaps").EnumerateArray().Select(gap =>
                $"{gap.GetProperty("from").GetString()} {gap.GetProperty("to").GetString()} {gap.GetProperty("usual").GetInt32()}"));
    }

    [Fact]
    public async Task EmptyPage_SaysWhichGapsLieWithinTheTimeAskedFor()
    {
        var page = await host.Client().GetStringAsync("/?q=volcano&from=2030-01-10&to=2030-01-20", Token);

        Assert.Contains("Harbour Gazette: nothing from 6 January 2030 to 4 February 2030", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?q=fish&format=jsonl", "application/jsonl", 30, 31)]
    [InlineData("?q=fish&format=csv", "text/csv", 30, 32)]
    [InlineData("", "application/jsonl", 33, 34)]
    [InlineData("?q=volcano", "application/jsonl", 0, 1)]
    public async Task Export_EveryHit_IsALineAndAnnounced(string query, string type, int total, int lines)
    {
        var response = await host.Client().GetAsync($"/api/v1/export{query}", Token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal($"{total}", Assert.Single(response.Headers.GetValues("X-Total-Count")));
        Assert.Equal(lines, (await response.Content.ReadAsStringAsync(Token)).Split('\n').Length);
        Assert.Equal(
            type == "text/csv", (await response.Content.ReadAsByteArrayAsync(Token)).AsSpan().StartsWith((byte[])[0xEF, 0xBB, 0xBF]));
    }

    [Theory]
    [InlineData("/api/v1/export?sort=relevance")]
    [InlineData("/api/v1/export?q=%22open")]
    [InlineData("/api/v1/coverage?by=country")]
    [InlineData("/api/v1/uses?q=%22open")]
    [InlineData("/api/v1/trends?q=harbour&q=%22open")]
    [InlineData("/api/v1/trends?interval=day&from=1900-01-01&to=2030-01-01")]
    [InlineData("/api/v1/issuers/compare?size=5")]
    [InlineData("/api/v1/uses?isuer=x")]
    public async Task Counting_WrongRequest_IsAProblem(string path)
    {
        var response = await host.Client().GetAsync(path, Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    private Task<JsonElement> GetAsync(string path) => host.Client().GetFromJsonAsync<JsonElement>(path, Token);
}
