using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Containers;

namespace Search.Elasticsearch.Tests.Servers;

/// <summary>
/// Elasticsearch in a container of these tests' own, by Testcontainers. Its twin of the same name uses the docker command.
/// </summary>
internal sealed class ServerContainer : IAsyncDisposable
{
    private const int Port = 9200;
    private const string Loopback = "127.0.0.1";

    private readonly IContainer _container;

    private ServerContainer(IContainer container) => _container = container;

    /// <summary>Http without credentials, on loopback.</summary>
    public Uri Address => new UriBuilder(Uri.UriSchemeHttp, Loopback, _container.GetMappedPublicPort(Port)).Uri;

    /// <summary>The container, or the reason why there is none.</summary>
    public static async Task<(ServerContainer? Container, string Reason)> TryStartAsync(
        string? password, CancellationToken cancellationToken)
    {
        IContainer? container = null;
        try
        {
            container = new ContainerBuilder(ServerImage.Name)
                .WithEnvironment(ServerImage.Environment(password).ToDictionary())
                .WithPortBinding(Port, assignRandomHostPort: true)
                .WithCreateParameterModifier(parameters =>
                {
                    foreach (var binding in parameters.HostConfig!.PortBindings.Values.SelectMany(bindings => bindings))
                    {
                        binding.HostIP = Loopback;
                    }
                })
                .WithWaitStrategy(Wait.ForUnixContainer().UntilHttpRequestIsSucceeded(request => request
                    .ForPort(Port)
                    .ForPath("/_cluster/health")
                    .WithBasicAuthentication(ServerImage.User, password ?? string.Empty)))
                .Build();
            await container.StartAsync(cancellationToken);
            return (new ServerContainer(container), string.Empty);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            var log = container is null ? string.Empty : await LogAsync(container);
            return (null, $"no container could be started: {exception.Message}\n{log}");
        }
    }

    public ValueTask DisposeAsync() => _container.DisposeAsync();

    private static async Task<string> LogAsync(IContainer container)
    {
        await using (container)
        {
            var (output, errors) = container.State == TestcontainersStates.Undefined
                ? (string.Empty, string.Empty) : await container.GetLogsAsync();
            return output + errors;
        }
    }
}
