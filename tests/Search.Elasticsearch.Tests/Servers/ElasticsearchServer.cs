[assembly: AssemblyFixture(typeof(Search.Elasticsearch.Tests.Servers.ElasticsearchServer))]

namespace Search.Elasticsearch.Tests.Servers;

/// <summary>
/// The real server of these tests, started when the first of them asks for it: the one that
/// SEARCH_TEST_ELASTICSEARCH_URL names, else a container, else none, and the tests that need it are skipped with the
/// reason. With CI=true having none is a failure.
/// </summary>
public sealed class ElasticsearchServer : IAsyncDisposable
{
    private const string Variable = "SEARCH_TEST_ELASTICSEARCH_URL";

    private readonly Lazy<Task<(Uri? Address, string? Reason)>> _server;
    private ServerContainer? _container;

    public ElasticsearchServer() => _server = new(StartAsync);

    /// <summary>Its address. Skips the test where there is none.</summary>
    public async Task<Uri> RequireAsync()
    {
        var (address, reason) = await _server.Value;
        if (address is null && Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail($"These tests must not be skipped with CI=true. {reason}");
        }

        Assert.SkipWhen(address is null, reason ?? string.Empty);
        return address!;
    }

    public async ValueTask DisposeAsync()
    {
        if (_container is { } container)
        {
            await container.DisposeAsync();
        }
    }

    private async Task<(Uri? Address, string? Reason)> StartAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } address)
        {
            return (new Uri(address), null);
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        var (container, reason) = await ServerContainer.TryStartAsync(patience.Token);
        _container = container;
        return (container?.Address, $"No Elasticsearch: {Variable} is not set, and {reason}");
    }
}
