using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Search.Archive.Searching;
using Search.Service.Composition;
using Search.Testing;
using Search.Testing.Servers;
using Search.Web.Hosting;

namespace Search.Web.Tests.Hosting;

/// <summary>The host as a process of its own: what ends its start is a sentence and an exit code.</summary>
public sealed class StartFaultTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--Search:Engine=lucene", "Search:Engine is \"lucene\"; it must be one of: sqlite, elasticsearch.")]
    [InlineData("--Search:Samples=perhaps", "Search:Samples")]
    [InlineData("--Search:RateLimit:Burst=0", "Search:RateLimit:Burst")]
    [InlineData("--Search:Engine=elasticsearch", "Search:Elasticsearch:Urls")]
    [InlineData("--Search:Engine=elasticsearch --Search:Elasticsearch:Urls=nowhere", "Search:Elasticsearch:Urls")]
    [InlineData("--urls=nonsense", "urls has \"nonsense\"; it must be an address such as http://localhost:5000.")]
    public async Task Start_UnusableConfiguration_EndsWith2AndOneSentence(string arguments, string told) =>
        Assert.Contains(told, await FailAsync(arguments.Split(' ')), StringComparison.Ordinal);

    [Fact]
    public void Describe_ArchiveOfAnotherFormatOrName_IsToldByItsMessage() => Assert.All(
        (Exception[])[new ArchiveFormatException("told"), new ArchiveNameClashException("told"), new ConfigurationException("told")],
        exception => Assert.Equal("told", StartFault.Describe(exception)));

    [Fact]
    public void Describe_FaultOfTheProgram_IsNone() => Assert.All(
        (Exception[])[new InvalidOperationException("told"), new IOException("told"), new EngineUnavailableException("told")],
        exception => Assert.Null(StartFault.Describe(exception)));

    [Fact]
    public async Task Start_SettingsFileThatIsNoJson_EndsWith2AndNamesIt()
    {
        await File.WriteAllTextAsync(_folder.File("appsettings.json"), "{ \"Search\": ", TestContext.Current.CancellationToken);

        Assert.Contains("appsettings.json", await FailAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_ArchiveThatIsAnotherFile_EndsWith2AndNamesIt()
    {
        var path = _folder.File("letter.txt");
        var text = new string('x', 5_000);
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);

        Assert.Contains(path, await FailAsync($"--Search:Sqlite:Path={path}"), StringComparison.Ordinal);

        Assert.Equal(text, await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Start_WrongKeyOfElasticsearch_EndsWith2AndNamesTheKey()
    {
        await using var server = new FaultyServer(
            Answer.Of(401, """{"error":{"type":"security_exception","reason":"x"},"status":401}"""));

        var error = await FailAsync("--Search:Engine=elasticsearch", $"--Search:Elasticsearch:Urls={server.Url}");

        Assert.Contains("Search:Elasticsearch:ApiKey", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_PortThatIsTaken_EndsWith2AndNamesIt()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var url = $"http://{listener.LocalEndpoint}";

        Assert.Contains(url, await FailAsync($"--urls={url}"), StringComparison.Ordinal);
    }

    /// <summary>What the host says on standard error, which is one line.</summary>
    private async Task<string> FailAsync(params string[] arguments)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        string[] defaults =
        [
            Path.Combine(AppContext.BaseDirectory, "Search.Web.dll"),
            "--urls=http://127.0.0.1:0",
            $"--Search:Sqlite:Path={_folder.File("archive.db")}",
        ];
        using var process = Process.Start(new ProcessStartInfo("dotnet", [.. defaults, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder.Path,
        })!;
        try
        {
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            Assert.True(process.ExitCode == 2, $"{process.ExitCode}: {output}\n{await error}");
            Assert.DoesNotContain("   at ", output + await error, StringComparison.Ordinal);
            Assert.Single((await error).TrimEnd().Split('\n'));
            return await error;
        }
        finally
        {
            process.Kill();
        }
    }
}
