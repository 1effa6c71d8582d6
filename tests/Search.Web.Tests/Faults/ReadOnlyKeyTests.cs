using System.Net.Http.Json;
using System.Text.Json;
using Search.Testing.Servers;
using Search.Web.Tests.Hosting;

namespace Search.Web.Tests.Faults;

/// <summary>The host with a key that may only read, on a real Elasticsearch with security.</summary>
public sealed class ReadOnlyKeyTests
{
    [Fact]
    public async Task Search_WithAKeyThatMayOnlyRead_IsServed()
    {
        await using var server = SecuredElasticsearch.Require();
        await using (var owner = Host(
            server,
            ("Search:Elasticsearch:Username", server.Username),
            ("Search:Elasticsearch:Password", server.Password)))
        {
            Assert.True(await FoundAsync(owner) > 0); // the samples, which it has imported
        }

        await using var reader = Host(server, ("Search:Elasticsearch:ApiKey", await server.CreateReadKeyAsync(Token)));

        Assert.True(await FoundAsync(reader) > 0);
        Assert.Equal("yes", await reader.Client().GetStringAsync("/health/ready", Token));
    }

    private static SearchHost Host(SecuredElasticsearch server, params (string Key, string Value)[] settings) => new(
        null,
        [
            ("Search:Engine", "elasticsearch"),
            ("Search:Samples", "true"),
            ("Search:Elasticsearch:Urls", server.Url),
            ("Search:Elasticsearch:Index", server.Alias),
            .. settings,
        ]);

    private static async Task<long> FoundAsync(SearchHost host) =>
        (await host.Client().GetFromJsonAsync<JsonElement>("/api/v1/statements?q=harbour", Token))
            .GetProperty("total").GetProperty("value").GetInt64();
}
