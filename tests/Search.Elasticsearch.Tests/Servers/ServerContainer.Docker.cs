using System.ComponentModel;
using System.Diagnostics;

namespace Search.Elasticsearch.Tests.Servers;

/// <summary>
/// Elasticsearch in a container of these tests' own, by the docker command. Its twin of the same name uses Testcontainers.
/// The container is removed at the end, and removes itself when a run is killed: its first process ends when the pipe
/// that this process holds does.
/// </summary>
internal sealed class ServerContainer : IAsyncDisposable
{
    private const string Label = "search-test-elasticsearch";

    private readonly string _id;
    private readonly Process _watch;

    private ServerContainer(string id, Uri address, Process watch)
    {
        _id = id;
        Address = address;
        _watch = watch;
    }

    /// <summary>Http without credentials, on loopback.</summary>
    public Uri Address { get; }

    /// <summary>The container, or the reason why there is none.</summary>
    public static async Task<(ServerContainer? Container, string Reason)> TryStartAsync(
        string? password, CancellationToken cancellationToken)
    {
        var (found, _) = await DockerAsync(cancellationToken, "image", "inspect", "--format", "{{.Id}}", ServerImage.Name);
        if (!found)
        {
            return (null, $"docker has no image {ServerImage.Name} here (docker pull gets it).");
        }

        var environment = ServerImage.Environment(password).SelectMany(variable => new[] { "--env", $"{variable.Key}={variable.Value}" });
        var (started, id) = await DockerAsync(
            cancellationToken,
            ["run", "--detach", "--rm", "--label", Label, "--publish", "127.0.0.1::9200", .. environment, ServerImage.Name]);
        if (!started)
        {
            return (null, $"its container does not start: {id}");
        }

        id = id.Trim();
        var watch = RemoveWhenThisProcessEnds(id);
        var (_, port) = await DockerAsync(cancellationToken, "port", id, "9200/tcp");
        var container = new ServerContainer(id, new Uri($"http://{port.Trim().Split('\n')[0]}"), watch);
        try
        {
            await container.WaitAsync(password, cancellationToken);
            return (container, string.Empty);
        }
        catch (Exception exception) when (exception is OperationCanceledException or InvalidOperationException)
        {
            var (_, log) = await DockerAsync(CancellationToken.None, "logs", "--tail", "40", id);
            await container.DisposeAsync();
            return (null, $"its container did not get well: {exception.Message}\n{log}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await DockerAsync(CancellationToken.None, "rm", "--force", "--volumes", _id);
        _watch.StandardInput.Close();
        _watch.Dispose();
    }

    /// <summary>A shell waits for the end of its input, which comes with the end of this process, however that ends.</summary>
    private static Process RemoveWhenThisProcessEnds(string id) =>
        Process.Start(new ProcessStartInfo("sh", ["-c", "cat >/dev/null; exec docker rm --force --volumes \"$0\" >/dev/null 2>&1", id])
        {
            RedirectStandardInput = true,
            UseShellExecute = false,
        })!;

    private async Task WaitAsync(string? password, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        client.DefaultRequestHeaders.Authorization = ServerImage.Credentials(password);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            try
            {
                using var answer = await client.GetAsync("_cluster/health?wait_for_status=yellow&timeout=1s", cancellationToken);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (Exception exception)
                when (exception is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
            {
                var (running, _) = await DockerAsync(cancellationToken, "inspect", "--format", "{{.State.Running}}", _id);
                if (!running)
                {
                    throw new InvalidOperationException("It has ended.", exception);
                }
            }
        }
    }

    private static async Task<(bool Success, string Output)> DockerAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        try
        {
            using var docker = Process.Start(new ProcessStartInfo("docker", arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            })!;
            var (output, errors) = (
                docker.StandardOutput.ReadToEndAsync(cancellationToken), docker.StandardError.ReadToEndAsync(cancellationToken));
            await docker.WaitForExitAsync(cancellationToken);
            return docker.ExitCode == 0 ? (true, await output) : (false, await errors);
        }
        catch (Win32Exception)
        {
            return (false, "there is no docker command.");
        }
    }
}
