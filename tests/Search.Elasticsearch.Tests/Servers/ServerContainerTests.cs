using System.Net;
using Docker.DotNet;
using DotNet.Testcontainers.Configurations;
using DotNet.Testcontainers.Containers;

namespace Search.Elasticsearch.Tests.Servers;

/// <summary>The container that stands in where no server is named: that it comes, answers, and goes.</summary>
[Trait("Runs", "apart")]
public sealed class ServerContainerTests
{
    private const string Password = "test-password";

    [Theory]
    [InlineData(null, HttpStatusCode.OK)]
    [InlineData(Password, HttpStatusCode.Unauthorized)]
    public async Task TryStart_ServerIsWell_AndGoesWhenDisposed(string? password, HttpStatusCode forStrangers)
    {
        var container = await RequireAsync(password);
        var id = container.Id;
        using var client = new HttpClient { BaseAddress = container.Address };
        try
        {
            using var stranger = await client.GetAsync("/", TestContext.Current.CancellationToken);
            Assert.Equal(forStrangers, stranger.StatusCode);
            client.DefaultRequestHeaders.Authorization = ServerImage.Credentials(password);
            using var known = await client.GetAsync("/", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, known.StatusCode);
            await AssertGoesWhenTheRunIsKilledAsync(container);
        }
        finally
        {
            await container.DisposeAsync();
        }

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("/", TestContext.Current.CancellationToken));
        using var docker = new DockerClientBuilder().Build();
        await Assert.ThrowsAsync<DockerContainerNotFoundException>(
            () => docker.Containers.InspectContainerAsync(id, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task TryStart_IsCancelled_LeavesNothingAndSaysWhyInOneLine()
    {
        await (await RequireAsync(null)).DisposeAsync();
        using var docker = new DockerClientBuilder().Build();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        var password = $"cancelled-{Guid.NewGuid():N}"; // by which its container is told from those of other tests

        var (container, reason) = await ServerContainer.TryStartAsync(password, patience.Token);

        Assert.Null(container);
        Assert.Contains(ServerImage.Name, reason, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', reason);
        foreach (var left in await docker.Containers.ListContainersAsync(new() { All = true }, TestContext.Current.CancellationToken))
        {
            Assert.DoesNotContain(
                await EnvironmentOfAsync(docker, left.ID), variable => variable.Contains(password, StringComparison.Ordinal));
        }
    }

    /// <summary>It has to be told the daemon's version where that is older than its own, which it does not make known otherwise.</summary>
    [Fact]
    public async Task SpokenByDefault_IsWhatTestcontainersSpeaks()
    {
        await ContainerDaemon.FindAsync();
        var told = Environment.GetEnvironmentVariable("DOCKER_API_VERSION");

        using var docker = new DockerEndpointAuthenticationConfiguration(new Uri("tcp://localhost:1"))
            .GetDockerClientBuilder(Guid.Empty).Build();

        Assert.Equal(told is null ? ContainerDaemon.SpokenByDefault : Version.Parse(told), docker.Options.ApiVersion);
    }

    private static async Task AssertGoesWhenTheRunIsKilledAsync(ServerContainer container)
    {
        var daemon = await ContainerDaemon.FindAsync();
        using var docker = new DockerClientBuilder().Build();
        var made = await docker.Containers.InspectContainerAsync(container.Id, TestContext.Current.CancellationToken);
        if (daemon.Reaps)
        {
            Assert.Equal(
                ResourceReaper.DefaultSessionId.ToString("D"), made.Config!.Labels![ResourceReaper.ResourceReaperSessionLabel]);
        }
        else
        {
            Assert.Equal(["timeout", "1800"], made.Config!.Entrypoint!.Take(2));
            Assert.True(made.HostConfig!.AutoRemove);
        }

        if (daemon.IsLocal)
        {
            Assert.All(made.NetworkSettings!.Ports!["9200/tcp"], port => Assert.Equal(ContainerDaemon.Loopback, port.HostIP));
        }
    }

    /// <summary>Empty for a container that another test has removed meanwhile.</summary>
    private static async Task<IList<string>> EnvironmentOfAsync(DockerClient docker, string id)
    {
        try
        {
            return (await docker.Containers.InspectContainerAsync(id, TestContext.Current.CancellationToken)).Config!.Env!;
        }
        catch (DockerContainerNotFoundException)
        {
            return [];
        }
    }

    private static async Task<ServerContainer> RequireAsync(string? password)
    {
        var (container, reason) = await ServerContainer.TryStartAsync(password, TestContext.Current.CancellationToken);
        Assert.SkipWhen(container is null, $"No container: {reason}");
        return container!;
    }
}
