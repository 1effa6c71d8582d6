using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Containers;
using Microsoft.Extensions.Logging.Abstractions;

namespace Search.Elasticsearch.Tests.Servers;

/// <summary>
/// Elasticsearch in a container of these tests' own. It is removed at the end of the run. When the run is killed, the reaper
/// removes it; where there is none, it ends by itself after <see cref="Lifetime"/> and the daemon removes it.
/// </summary>
internal sealed class ServerContainer : IAsyncDisposable
{
    /// <summary>Much more than a run takes.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private const int Port = 9200;

    private readonly IContainer _container;

    private ServerContainer(IContainer container) => _container = container;

    /// <summary>Http without credentials.</summary>
    public Uri Address => new UriBuilder(Uri.UriSchemeHttp, _container.Hostname, _container.GetMappedPublicPort(Port)).Uri;

    public string Id => _container.Id;

    /// <summary>The container, or the reason why there is none, in one line.</summary>
    public static async Task<(ServerContainer? Container, string Reason)> TryStartAsync(
        string? password, CancellationToken cancellationToken)
    {
        var daemon = await ContainerDaemon.FindAsync();
        IContainer? container = null;
        try
        {
            container = Describe(daemon, password);
            await container.StartAsync(cancellationToken);
            return (new ServerContainer(container), string.Empty);
        }
        catch (DockerUnavailableException)
        {
            return (null, "no docker daemon answers.");
        }
        catch (Exception exception)
        {
            var log = container is null ? string.Empty : await LogAsync(container);
            return (null, OneLine($"no container of {ServerImage.Name} could be started: {exception.Message} {log}"));
        }
    }

    public ValueTask DisposeAsync() => _container.DisposeAsync();

    private static IContainer Describe(ContainerDaemon daemon, string? password)
    {
        var builder = new ContainerBuilder(ServerImage.Name)
            .WithLogger(NullLogger.Instance)
            .WithEnvironment(ServerImage.Environment(password))
            .WithPortBinding(Port, assignRandomHostPort: true)
            .WithWaitStrategy(Wait.ForUnixContainer().UntilHttpRequestIsSucceeded(request => request
                .ForPort(Port)
                .ForPath("/_cluster/health")
                .WithBasicAuthentication(ServerImage.User, password ?? string.Empty)));
        if (!daemon.Reaps)
        {
            builder = builder
                .WithEntrypoint(["timeout", $"{Lifetime.TotalSeconds:0}", .. ServerImage.Entrypoint])
                .WithAutoRemove(true);
        }

        // Without security nobody but this machine may reach it.
        return !daemon.IsLocal ? builder.Build() : builder.WithCreateParameterModifier(parameters =>
        {
            foreach (var binding in parameters.HostConfig!.PortBindings.Values.SelectMany(bindings => bindings))
            {
                binding.HostIP = ContainerDaemon.Loopback;
            }
        }).Build();
    }

    /// <summary>The end of what it said, before it is removed.</summary>
    private static async Task<string> LogAsync(IContainer container)
    {
        await using (container)
        {
            try
            {
                var (output, errors) = await container.GetLogsAsync(timestampsEnabled: false);
                var log = (output + errors).Trim();
                return log.Length > 500 ? log[^500..] : log;
            }
            catch (Exception exception)
                when (exception is InvalidOperationException or Docker.DotNet.DockerApiException)
            {
                return string.Empty; // It was never made, or is gone already.
            }
        }
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
