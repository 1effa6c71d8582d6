using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Search.Testing;

namespace Search.Web.Tests.Containers;

/// <summary>
/// docker-compose.yml brought up under a name of its own, on free ports of loopback, and taken down with its volume and
/// image at the end; also when the run is killed: a shell waits for the end of the pipe that this process holds.
/// </summary>
internal sealed class ComposeProject : IAsyncDisposable
{
    /// <summary>What the Dockerfile calls the image that the program is built in; older builders leave it behind without a name.</summary>
    private const string BuildLabel = "stage=search-build";

    private static readonly string[][] s_commands = [["docker", "compose"], ["docker-compose"]];

    private readonly string[] _command;
    private readonly Process _watch;

    private ComposeProject(string[] command)
    {
        _command = command;
        var removal = Start(["sh", "-c", "cat >/dev/null; \"$@\"; docker image rm --force \"$SEARCH_IMAGE\"", "sh", .. Down]);
        (removal.RedirectStandardInput, removal.RedirectStandardError) = (true, true);
        _watch = Process.Start(removal)!;
    }

    public string Name { get; } = $"search-test-{Guid.NewGuid():N}";

    private string Image => $"{Name}:local";

    private string[] Down => Compose("down", "--volumes", "--remove-orphans", "--timeout", "5");

    /// <summary>Skips the test where it was not asked for, or where there is no daemon or no compose.</summary>
    public static async Task<ComposeProject> RequireAsync(string variable)
    {
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable(variable) == "1",
            $"{variable} is not 1: this builds an image, starts two containers and takes some minutes.");
        var (running, reason) = await RunAsync(new("docker", ["version", "--format", "{{.Server.Version}}"]), Token);
        Assert.SkipUnless(running, $"No docker daemon: {reason}");
        foreach (var command in s_commands)
        {
            if ((await RunAsync(new(command[0], [.. command[1..], "version"]), Token)).Success)
            {
                return new ComposeProject(command);
            }
        }

        Assert.Skip("No docker compose beside the docker daemon.");
        throw new UnreachableException();
    }

    /// <summary>Builds and starts; ends when both containers are there, healthy or not.</summary>
    public async Task UpAsync()
    {
        var (success, output) = await RunAsync(Compose("up", "--detach", "--build"));
        Assert.True(success, output);
    }

    /// <summary>Where a service is found from outside.</summary>
    public async Task<Uri> AddressAsync(string service, int port)
    {
        var (success, address) = await RunAsync(Compose("port", service, port.ToString(CultureInfo.InvariantCulture)));
        Assert.True(success, address);
        return new Uri($"http://{address.Trim()}");
    }

    /// <summary>What a command prints inside a service's container.</summary>
    public async Task<string> ExecuteAsync(string service, params string[] command)
    {
        var (success, output) = await RunAsync([.. Compose("exec", "-T", service), .. command]);
        Assert.True(success, output);
        return output.Trim();
    }

    /// <summary>The last lines that both have logged.</summary>
    public async Task<string> LogsAsync() => (await RunAsync(Compose("logs", "--tail", "60"))).Output;

    /// <summary>Even when the run has been cancelled.</summary>
    public async Task DownAsync()
    {
        await RunAsync(Start(Down), CancellationToken.None);
        await RunAsync(Start(["docker", "image", "rm", "--force", Image]), CancellationToken.None);
        await RunAsync(Start(["docker", "image", "prune", "--force", "--filter", $"label={BuildLabel}"]), CancellationToken.None);
    }

    /// <summary>Containers, volumes, networks and images that are still there.</summary>
    public async Task<IReadOnlyList<string>> LeftAsync()
    {
        var left = new List<string>();
        foreach (var list in (string[][])[["ps", "--all"], ["volume", "ls"], ["network", "ls"]])
        {
            left.Add((await RunAsync(["docker", .. list, "--quiet", "--filter", $"label=com.docker.compose.project={Name}"])).Output);
        }

        left.Add((await RunAsync(["docker", "image", "ls", "--quiet", Image])).Output);
        left.Add(
            (await RunAsync(["docker", "image", "ls", "--quiet", "--filter", "dangling=true", "--filter", $"label={BuildLabel}"])).Output);
        return [.. left.Where(line => line.Length > 0)];
    }

    public async ValueTask DisposeAsync()
    {
        await DownAsync();
        _watch.StandardInput.Close();
        await _watch.WaitForExitAsync();
        _watch.Dispose();
    }

    private string[] Compose(params string[] arguments) =>
        [.. _command, "--file", Checkout.File("docker-compose.yml"), "--project-name", Name, .. arguments];

    private Task<(bool Success, string Output)> RunAsync(IReadOnlyList<string> command) => RunAsync(Start(command), Token);

    /// <summary>What docker-compose.yml leaves to its user: here an image, ports and memory that are in nobody's way.</summary>
    private ProcessStartInfo Start(IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1));
        start.Environment["SEARCH_IMAGE"] = Image;
        start.Environment["SEARCH_PORT"] = start.Environment["SEARCH_ELASTICSEARCH_PORT"] = "0"; // whichever is free
        start.Environment["SEARCH_ELASTICSEARCH_HEAP"] = "-Xms512m -Xmx512m";
        start.Environment["SEARCH_ELASTICSEARCH_MEMORY"] = "1g";
        return start;
    }

    private static async Task<(bool Success, string Output)> RunAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        try
        {
            using var process = Process.Start(start)!;
            var (output, error) =
                (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? (true, await output) : (false, $"{await output}\n{await error}".Trim());
        }
        catch (Win32Exception exception)
        {
            return (false, exception.Message);
        }
    }
}
