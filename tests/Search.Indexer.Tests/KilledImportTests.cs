using System.Text.Json;
using Search.Testing;

namespace Search.Indexer.Tests;

/// <summary>An import that is killed in the middle, as by a power cut: the one thing a test cannot do within its own process.</summary>
public sealed class KilledImportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Import_KilledInTheMiddle_LeavesASoundArchiveThatASecondImportCompletes()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var path = LongStatements.Write(_folder.File("statements.jsonl"));
        using (var import = Start("import", path))
        {
            // The archive's log has grown by a batch: some are acknowledged and most are not.
            await import.UntilFileAsync(_folder.File("archive.db-wal"), 4_000_000, cancellationToken);
            import.Kill();
            await import.EndAsync(cancellationToken);
        }

        var before = (await RunAsync("verify")).GetProperty("statements").GetInt64();
        Assert.InRange(before, 1, LongStatements.Count - 1);

        await RunAsync("import", path);

        Assert.Equal(LongStatements.Count, (await RunAsync("verify")).GetProperty("statements").GetInt64());
    }

    private async Task<JsonElement> RunAsync(params string[] arguments)
    {
        using var process = Start([.. arguments, "--json"]);
        var result = await process.EndAsync(TestContext.Current.CancellationToken);
        Assert.True(result.ExitCode == 0, result.Error);
        return result.Json;
    }

    private SearchProcess Start(params string[] arguments) =>
        SearchProcess.Start([.. arguments, $"--Search:Sqlite:Path={_folder.File("archive.db")}"]);
}
