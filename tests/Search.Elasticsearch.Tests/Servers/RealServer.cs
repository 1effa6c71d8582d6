using Search.Testing.Servers;

[assembly: AssemblyFixture(typeof(Search.Elasticsearch.Tests.Servers.PlainServer))]
[assembly: AssemblyFixture(typeof(Search.Elasticsearch.Tests.Servers.SecuredServer))]

namespace Search.Elasticsearch.Tests.Servers;

/// <summary>The real server of most tests, without security.</summary>
public sealed class PlainServer() : RealServer("SEARCH_TEST_ELASTICSEARCH_URL", null);

/// <summary>A real server with security on; its variable's address bears user and password.</summary>
public sealed class SecuredServer() : RealServer("SEARCH_TEST_ELASTICSEARCH_SECURED_URL", "test-password");

/// <summary>
/// A real server, started when the first test asks for it: the one that an environment variable names, else a container,
/// else none, and the tests that need it are skipped with the reason. With CI=true having none is a failure.
/// </summary>
public abstract class RealServer : IAsyncDisposable
{
    private readonly string _variable;
    private readonly string? _password;
    private readonly Lazy<Task<(Uri? Address, string? Reason)>> _server;
    private ServerContainer? _container;

    protected RealServer(string variable, string? password)
    {
        _variable = variable;
        _password = password;
        _server = new(StartAsync);
    }

    /// <summary>Its address. Skips the test where there is none.</summary>
    public async Task<Uri> RequireAsync()
    {
        var (address, reason) = await _server.Value;
        ElasticsearchServer.FailIfContract(address is null, reason);
        Assert.SkipWhen(address is null, reason ?? string.Empty);
        return address!;
    }

    /// <summary>Why tests that asked for it were skipped, in one line; null where none was.</summary>
    public async Task<string?> TellWhyMissingAsync() => _server.IsValueCreated ? (await _server.Value).Reason : null;

    public async ValueTask DisposeAsync()
    {
        if (_container is { } container)
        {
            await container.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    private async Task<(Uri? Address, string? Reason)> StartAsync()
    {
        if (Environment.GetEnvironmentVariable(_variable) is { Length: > 0 } given)
        {
            return (new Uri(given), null);
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        var (container, reason) = await ServerContainer.TryStartAsync(_password, patience.Token);
        _container = container;
        if (container is null)
        {
            return (null, $"No Elasticsearch: {reason} Start docker, or name a server in {_variable}.");
        }

        var address = new UriBuilder(container.Address);
        (address.UserName, address.Password) = _password is null ? (string.Empty, string.Empty) : ("elastic", _password);
        return (address.Uri, null);
    }
}
