using System.Diagnostics;
using System.Text.Json;
using Search.Testing;

namespace Search.Indexer.Tests;

/// <summary>An import that is killed in the middle, as by a power cut: the one thing a test cannot do within its own process.</summary>
public sealed class KilledImportTests : IDisposable
{
    private const int Statements = 12_000;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Import_KilledInTheMiddle_LeavesASoundArchiveThatASecondImportCompletes()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var path = WriteStatements();
        using (var import = Start("import", path))
        {
            await AwaitFirstBatchAsync(import, cancellationToken);
            import.Kill(entireProcessTree: true);
            await import.WaitForExitAsync(cancellationToken);
        }

        var verified = await RunAsync(cancellationToken, "verify");
        var before = verified.GetProperty("statements").GetInt64();
        Assert.InRange(before, 1, Statements - 1);

        await RunAsync(cancellationToken, "import", path);

        Assert.Equal(Statements, (await RunAsync(cancellationToken, "verify")).GetProperty("statements").GetInt64());
    }

    private string WriteStatements()
    {
        var path = _folder.File("statements.jsonl");
        var body = string.Join(' ', Enumerable.Repeat("The harbour board keeps its word on every tide and every lantern.", 30));
        File.WriteAllLines(path, Enumerable.Range(0, Statements).Select(number => JsonSerializer.Serialize(new
        {
            id = $"harbour-{number}",
            title = $"Notice {number}",
            date = new DateOnly(2020, 1, 1).AddDays(number % 1500).ToString("yyyy-MM-dd"),
            source = "Harbour Gazette",
            language = "en",
            text = $"{body} Number {number}.",
        })));
        return path;
    }

    /// <summary>Until the archive's log has grown by a batch: then some are acknowledged and most are not.</summary>
    private async Task AwaitFirstBatchAsync(Process import, CancellationToken cancellationToken)
    {
        using var written = new FileSystemWatcher(_folder.Path, "archive.db-wal") { NotifyFilter = NotifyFilters.Size, EnableRaisingEvents = true };
        while (!import.HasExited && !(File.Exists(_folder.File("archive.db-wal")) && new FileInfo(_folder.File("archive.db-wal")).Length > 4_000_000))
        {
            await Task.Run(() => written.WaitForChanged(WatcherChangeTypes.Changed | WatcherChangeTypes.Created, 100), cancellationToken);
        }

        Assert.False(import.HasExited, "The import ended before it could be killed.");
    }

    private async Task<JsonElement> RunAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        using var process = Start([.. arguments, "--json"]);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        Assert.True(process.ExitCode == 0, await error);
        return JsonDocument.Parse(output).RootElement;
    }

    private Process Start(params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "search.dll");
        return Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments, $"--Search:Sqlite:Path={_folder.File("archive.db")}"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }
}
