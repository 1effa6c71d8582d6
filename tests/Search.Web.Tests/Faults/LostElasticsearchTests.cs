using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Search.Archive;
using Search.Elasticsearch;
using Search.Testing.Servers;
using Search.Web.Tests.Hosting;

namespace Search.Web.Tests.Faults;

/// <summary>The host over a real Elasticsearch, by a way that goes bad in the middle and mends.</summary>
public sealed class LostElasticsearchTests : IAsyncLifetime
{
    private const string Search = "/api/v1/statements?q=harbour";

    private readonly string _alias = $"test-{Guid.NewGuid():N}";
    private FaultyProxy _proxy = null!;
    private SearchHost _host = null!;
    private HttpClient _client = null!;
    private long _found;

    public async ValueTask InitializeAsync()
    {
        _proxy = new FaultyProxy(ElasticsearchServer.Require());
        _host = Host();
        _client = _host.Client();
        _found = await FoundAsync(_client);
    }

    public async ValueTask DisposeAsync()
    {
        if (_proxy is null)
        {
            return; // skipped
        }

        _proxy.Mend();
        await ((ElasticsearchSearchEngine)_host.Services.GetRequiredService<ISearchEngine>()).DropAsync(CancellationToken.None);
        await _host.DisposeAsync();
        await _proxy.DisposeAsync();
    }

    [Theory]
    [InlineData(ProxyFault.Down)]
    [InlineData(ProxyFault.Reset)]
    [InlineData(ProxyFault.CutShort)]
    public async Task Search_FaultThatPasses_IsAnswered(ProxyFault fault)
    {
        _proxy.Break(fault, times: 1);

        Assert.Equal(_found, await FoundAsync(_client));
    }

    [Theory]
    [InlineData(ProxyFault.Down)]
    [InlineData(ProxyFault.Reset)]
    [InlineData(ProxyFault.CutShort)]
    public async Task Search_FaultThatStays_IsUnavailableUntilItIsMended(ProxyFault fault)
    {
        _proxy.Break(fault);
        await IsUnavailableAsync(_client);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _client.GetAsync("/health/ready", Token)).StatusCode);
        _proxy.Mend();

        Assert.Equal(_found, await FoundAsync(_client));
        Assert.Equal("yes", await _client.GetStringAsync("/health/ready", Token));
    }

    [Fact]
    public async Task Search_SlowButInTime_IsAnswered()
    {
        _proxy.Break(ProxyFault.Held);
        var search = FoundAsync(_client);
        await Assert.ThrowsAsync<TimeoutException>(() => search.WaitAsync(TimeSpan.FromMilliseconds(200), Token));
        _proxy.Mend();

        Assert.Equal(_found, await search);
    }

    [Fact]
    public async Task Search_SlowerThanItsBudget_IsUnavailable()
    {
        _proxy.Break(ProxyFault.Held);

        await IsUnavailableAsync(_client);
    }

    [Fact]
    public async Task Start_WhileItIsDown_ServesWhenItIsBack()
    {
        _proxy.Break(ProxyFault.Down);
        await using var host = Host();
        using var client = host.Client();
        await IsUnavailableAsync(client);
        _proxy.Mend();

        Assert.Equal(_found, await FoundAsync(client));
    }

    private SearchHost Host() => new(
        null,
        ("Search:Engine", "elasticsearch"),
        ("Search:Samples", "true"),
        ("Search:Elasticsearch:Urls", _proxy.Url),
        ("Search:Elasticsearch:Index", _alias),
        ("Search:Elasticsearch:RetryDelay", "00:00:00.001"),
        ("Search:Elasticsearch:Retries", "2"));

    private static async Task<long> FoundAsync(HttpClient client)
    {
        using var response = await client.GetAsync(Search, Token);
        response.EnsureSuccessStatusCode();
        var page = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
        var total = page.GetProperty("total").GetProperty("value").GetInt64();
        Assert.True(total > 0);
        Assert.NotEmpty(page.GetProperty("hits").EnumerateArray());
        return total;
    }

    private static async Task IsUnavailableAsync(HttpClient client)
    {
        using var response = await client.GetAsync(Search, Token);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.Equal(
            "/problems/engine-unavailable", (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("type").GetString());
    }
}
