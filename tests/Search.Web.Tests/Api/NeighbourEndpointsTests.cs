using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Search.Web.Tests.Hosting;

namespace Search.Web.Tests.Api;

public sealed class NeighbourEndpointsTests(SearchHost host) : IClassFixture<SearchHost>
{
    [Theory]
    [InlineData("novelty", "spans")]
    [InlineData("siblings", "siblings")]
    [InlineData("similar", "similar")]
    public async Task Neighbours_OfAStatement_AreAnsweredAsJsonAndAsAPage(string name, string member)
    {
        var page = await host.Client().GetFromJsonAsync<JsonElement>("/api/v1/statements?q=harbour&size=1", Token);
        var id = page.GetProperty("hits")[0].GetProperty("id").GetString();

        var answer = await host.Client().GetFromJsonAsync<JsonElement>($"/api/v1/statements/{id}/{name}", Token);
        var html = await host.Client().GetStringAsync($"/statements/{id}/{name}", Token);

        Assert.Equal(id, answer.GetProperty("id").GetString());
        Assert.Equal(JsonValueKind.Array, answer.GetProperty(member).ValueKind);
        Assert.Contains($"href=\"/statements/{id}\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/statements/nowhere/novelty", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/statements/nowhere/siblings", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/statements/nowhere/similar", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/statements/nowhere/similar?siez=3", HttpStatusCode.BadRequest)]
    [InlineData("/statements/nowhere/novelty", HttpStatusCode.NotFound)]
    public async Task Neighbours_OfNoStatement_AreAProblem(string path, HttpStatusCode expected) =>
        Assert.Equal(expected, (await host.Client().GetAsync(path, Token)).StatusCode);
}
