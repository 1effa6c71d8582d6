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

    [Theory]
    [InlineData("/api/v1/uses?q=%22open")]
    [InlineData("/api/v1/uses?isuer=x")]
    public async Task Counting_WrongRequest_IsAProblem(string path)
    {
        var response = await host.Client().GetAsync(path, Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    private Task<JsonElement> GetAsync(string path) => host.Client().GetFromJsonAsync<JsonElement>(path, Token);
}
