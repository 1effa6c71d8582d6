using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Search.Testing.Servers;
using Search.Web.Tests.Hosting;

namespace Search.Web.Tests.Faults;

/// <summary>
/// The host over an Elasticsearch that answers badly, or not at all, from the start: it starts all the same, and every
/// search gets a problem that says when to come back; nobody is told that there is nothing.
/// </summary>
public sealed class SickElasticsearchTests
{
    [Theory]
    [InlineData("429")]
    [InlineData("503")]
    [InlineData("reset")]
    [InlineData("cut short")]
    [InlineData("cut and mended")]
    [InlineData("empty")]
    [InlineData("silent")]
    public async Task Search_ElasticsearchIsSick_IsUnavailable(string fault)
    {
        await using var server = new FaultyServer(Of(fault));

        await IsUnavailableAsync(server.Url);
    }

    [Fact]
    public Task Search_NobodyListens_IsUnavailable() => IsUnavailableAsync(FaultyServer.Nowhere);

    [Fact]
    public async Task Search_RetryAfterOfElasticsearch_IsHandedOn()
    {
        await using var server = new FaultyServer(Answer.Of(429, "{}", "Retry-After: 60\r\n"));
        await using var host = Host(server.Url);

        using var response = await host.Client().GetAsync("/api/v1/statements?q=harbour", Token);

        Assert.Equal(TimeSpan.FromSeconds(60), response.Headers.RetryAfter?.Delta);
    }

    private static async Task IsUnavailableAsync(string url)
    {
        await using var host = Host(url);
        using var client = host.Client();
        var asked = await Task.WhenAll(
            client.GetAsync("/api/v1/statements?q=%22old+harbour%22", Token),
            client.GetAsync("/?q=harbour", Token),
            client.GetAsync("/health/ready", Token));
        var (search, page, ready) = (asked[0], asked[1], asked[2]);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, search.StatusCode);
        Assert.True(search.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.Equal("application/problem+json", search.Content.Headers.ContentType?.MediaType);
        Assert.Equal(
            "/problems/engine-unavailable", (await search.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("type").GetString());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.DoesNotContain("0 statements", await page.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal("yes", await client.GetStringAsync("/health/live", Token));
    }

    private static SearchHost Host(string url) => new(
        null,
        ("Search:Engine", "elasticsearch"),
        ("Search:Elasticsearch:Urls", url),
        ("Search:Elasticsearch:RetryDelay", "00:00:00.001"),
        ("Search:Elasticsearch:Retries", "1"));

    private static Answer Of(string fault) => fault switch
    {
        "reset" => Answer.Broken,
        "cut short" => Answer.CutShort,
        "cut and mended" => Answer.CutAndMended,
        "empty" => Answer.Ok(string.Empty),
        "silent" => Answer.Never,
        _ => Answer.Of(int.Parse(fault), """{"error":{"type":"some_exception","reason":"some reason"},"status":0}"""),
    };
}
