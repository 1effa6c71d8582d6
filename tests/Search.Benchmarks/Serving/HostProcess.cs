using System.Diagnostics;

namespace Search.Benchmarks.Serving;

/// <summary>The web host in a process of its own, with its own settings of the runtime, on an archive in Elasticsearch.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process _process;
    private readonly Task _output;

    private HostProcess(Process process, Uri address)
    {
        _process = process;
        _output = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null); // what is not read would stop it in the end
        Client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };
    }

    /// <summary>Asks the host.</summary>
    public HttpClient Client { get; }

    /// <param name="server">Address of an Elasticsearch.</param>
    /// <param name="alias">The archive.</param>
    public static async Task<HostProcess> StartAsync(string server, string alias)
    {
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "Search.Web.dll"),
            "--urls=http://127.0.0.1:0",
            "--Search:Engine=elasticsearch",
            $"--Search:Elasticsearch:Urls={server}",
            $"--Search:Elasticsearch:Index={alias}",
            "--Search:RateLimit:Enabled=false",
        ];
        var process = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            {
                return new HostProcess(process, new Uri(line[(at + Listening.Length)..]));
            }
        }

        process.Dispose();
        throw new InvalidOperationException("The host ended before it listened.");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        await _output;
        _process.Dispose();
    }
}
