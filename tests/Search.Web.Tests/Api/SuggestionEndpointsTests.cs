using System.Net;
using System.Text.Json;
using Search.Web.Tests.Hosting;

namespace Search.Web.Tests.Api;

public sealed class SuggestionEndpointsTests(SearchHost host) : IClassFixture<SearchHost>
{
    [Fact]
    public async Task Suggestions_Typed_AreWholeQueries()
    {
        var answer = JsonSerializer.Deserialize<JsonElement>(await host.Client().GetStringAsync("/api/v1/suggestions?q=storm+harb", Token));

        Assert.Equal("storm harb", answer.GetProperty("query").GetString());
        var suggestions = answer.GetProperty("suggestions").EnumerateArray().ToList();
        Assert.NotEmpty(suggestions);
        Assert.All(suggestions, suggestion =>
        {
            Assert.Contains(suggestion.GetProperty("kind").GetString(), (string[])["issuer", "country", "word", "phrase", "spelling"]);
            Assert.NotEmpty(suggestion.GetProperty("text").GetString()!);
            Assert.NotEmpty(suggestion.GetProperty("query").GetString()!);
            Assert.True(suggestion.GetProperty("count").GetInt64() > 0);
        });
    }

    [Theory]
    [InlineData("", HttpStatusCode.OK)]
    [InlineData("?q=", HttpStatusCode.OK)]
    [InlineData("?q=%22harb", HttpStatusCode.OK)]
    [InlineData("?q=((%00%22", HttpStatusCode.OK)]
    [InlineData("?qq=x", HttpStatusCode.BadRequest)]
    [InlineData("?q=a&q=b", HttpStatusCode.BadRequest)]
    public async Task Suggestions_Status(string query, HttpStatusCode expected) =>
        Assert.Equal(expected, (await host.Client().GetAsync($"/api/v1/suggestions{query}", Token)).StatusCode);

    [Fact]
    public async Task Suggestions_FarTooLong_IsRefused() =>
        Assert.Equal(
            HttpStatusCode.BadRequest, (await host.Client().GetAsync($"/api/v1/suggestions?q={new string('a', 2_001)}", Token)).StatusCode);
}
