using System.Net.NetworkInformation;
using Docker.DotNet;
using DotNet.Testcontainers.Configurations;
using DotNet.Testcontainers.Containers;
using Microsoft.Extensions.Logging.Abstractions;

namespace Search.Elasticsearch.Tests.Servers;

/// <summary>
/// The container daemon of this machine, and what Testcontainers must be told of it. Testcontainers reads its settings once and
/// for all, so nothing else of it may be touched before <see cref="FindAsync"/> has answered.
/// </summary>
/// <param name="IsLocal">Ports that it publishes on its loopback address are reached on ours.</param>
/// <param name="Reaps">The reaper runs beside it, which removes what a killed run has left.</param>
internal sealed record ContainerDaemon(bool IsLocal, bool Reaps)
{
    public const string Loopback = "127.0.0.1";

    private const string ApiVersionVariable = "DOCKER_API_VERSION";

    private static readonly Lazy<Task<ContainerDaemon>> s_daemon = new(PrepareAsync);

    /// <summary>The version of the daemon's interface that Testcontainers speaks when it is not told another.</summary>
    public static Version SpokenByDefault { get; } = new(1, 44);

    public static Task<ContainerDaemon> FindAsync() => s_daemon.Value;

    private static async Task<ContainerDaemon> PrepareAsync()
    {
        var isLocal = await AskAsync();
        if (TestcontainersSettings.DockerHostOverride is not null)
        {
            isLocal = false; // Somebody knows better, and Testcontainers follows them.
        }
        else if (isLocal)
        {
            TestcontainersSettings.DockerHostOverride = Loopback;
        }

        return new ContainerDaemon(isLocal, await StartReaperAsync());
    }

    /// <summary>
    /// Asks the daemon that the docker command would ask. An older daemon refuses Testcontainers' version of the interface,
    /// and is then taken for none.
    /// </summary>
    private static async Task<bool> AskAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            using var client = new DockerClientBuilder().Build();
            var version = Version.Parse((await client.System.GetVersionAsync(patience.Token)).APIVersion);
            if (Environment.GetEnvironmentVariable(ApiVersionVariable) is null && version < SpokenByDefault)
            {
                Environment.SetEnvironmentVariable(ApiVersionVariable, version.ToString());
            }

            return client.Options.Endpoint.Scheme is "unix" or "npipe"
                && (!File.Exists("/.dockerenv") || await HasItsBridgeHereAsync(client, patience.Token));
        }
        catch (Exception)
        {
            return false; // No daemon at that address: Testcontainers looks in more places, and says so where it finds none.
        }
    }

    /// <summary>
    /// Inside a container Testcontainers takes every daemon for the host's, and goes to the address of its bridge. A daemon that
    /// runs in this very container has its bridge among our interfaces.
    /// </summary>
    private static async Task<bool> HasItsBridgeHereAsync(DockerClient client, CancellationToken cancellationToken)
    {
        var bridge = await client.Networks.InspectNetworkAsync("bridge", cancellationToken);
        var own = NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(network => network.GetIPProperties().UnicastAddresses)
            .Select(address => address.Address.ToString())
            .ToHashSet();
        return bridge.IPAM.Config.Any(range => own.Contains(range.Gateway));
    }

    /// <summary>The reaper is a container too; where its image is not at hand and cannot be fetched, it is switched off.</summary>
    private static async Task<bool> StartReaperAsync()
    {
        if (!TestcontainersSettings.ResourceReaperEnabled || TestcontainersSettings.OS.DockerEndpointAuthConfig is not { } endpoint)
        {
            return false;
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        try
        {
            await ResourceReaper.GetAndStartDefaultAsync(endpoint, NullLogger.Instance, ct: patience.Token);
        }
        catch (Exception)
        {
            TestcontainersSettings.ResourceReaperEnabled = false;
        }

        return TestcontainersSettings.ResourceReaperEnabled;
    }
}
