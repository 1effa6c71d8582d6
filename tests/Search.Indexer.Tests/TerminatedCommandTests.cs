using System.Text.Json;
using Search.Indexer.Hosting;
using Search.Testing;
using Search.Testing.Generation;
using Search.Testing.Servers;

namespace Search.Indexer.Tests;

/// <summary>
/// Commands that are told to end in the middle of their work, by SIGTERM as a service manager sends it: they end by themselves and not
/// by the last means, and the archive is sound. That this takes less than two seconds, with the usual patience, is asked where nothing
/// else runs on the machine.
/// </summary>
[Trait("Runs", "apart")]
public sealed class TerminatedCommandTests(TerminatedCommandTests.FilledArchive filled)
    : IClassFixture<TerminatedCommandTests.FilledArchive>, IDisposable
{
    private static readonly TimeSpan s_promised = TimeSpan.FromSeconds(2);
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    private string Archive => _folder.File("archive.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Import_OfAFile_EndsInTimeAndTellsWhatIsInTheArchive()
    {
        using var import = Start("import", filled.Statements, "--json");
        await import.UntilFileAsync(Archive + "-wal", 4_000_000, CancellationToken);

        var result = await TerminateAsync(import, ExitCode.Cancelled);

        Assert.True(result.Json.GetProperty("cancelled").GetBoolean());
        Assert.Equal(result.Json.GetProperty("added").GetInt64(), await VerifyAsync());
    }

    [Fact]
    public async Task Import_OfStandardInputThatNobodyWritesTo_EndsInTime()
    {
        using var import = Start("import", "-");
        await import.UntilErrorAsync("Archive: ", CancellationToken);

        await TerminateAsync(import, ExitCode.Cancelled);
    }

    [Fact]
    public async Task Watch_BetweenTwoLooks_EndsInTimeWith0()
    {
        using var watch = Start("watch", _folder.Path, "--interval", "3600");
        await watch.UntilErrorAsync("Watching ", CancellationToken);

        await TerminateAsync(watch, ExitCode.Success);
    }

    [Fact]
    public async Task Watch_InTheMiddleOfAnImport_EndsInTimeAndLeavesASoundArchive()
    {
        Directory.CreateDirectory(_folder.File("in"));
        File.Copy(filled.Statements, _folder.File("in/statements.jsonl"));
        using var watch = Start("watch", _folder.File("in"), "--interval", "0.05");
        await watch.UntilFileAsync(Archive + "-wal", 4_000_000, CancellationToken);

        await TerminateAsync(watch, ExitCode.Success);

        Assert.InRange(await VerifyAsync(), 1, LongStatements.Count);
    }

    [Theory]
    [InlineData("rebuild", "Rebuilding")]
    [InlineData("rebuild --dry-run", "Rebuilding")]
    [InlineData("verify", "Verifying")]
    public async Task LongWorkOnTheEmbeddedArchive_EndsInTimeAndLeavesASoundArchive(string line, string begun)
    {
        filled.CopyTo(Archive);
        using var command = Start(line.Split(' '));
        await command.UntilErrorAsync(begun, CancellationToken);

        await TerminateAsync(command, ExitCode.Cancelled);

        Assert.Equal(LongStatements.Count, await VerifyAsync());
    }

    [Theory]
    [InlineData("status", "Archive: ")]
    [InlineData("query harbour", "Archive: ")]
    [InlineData("verify", "Archive: ")]
    [InlineData("rebuild", "Archive: ")]
    [InlineData("cleanup", "Archive: ")]
    [InlineData("import FILE", "Archive: ")]
    [InlineData("copy --from sqlite --to elasticsearch", "To: ")]
    [InlineData("verify --engine sqlite --against elasticsearch", "Against: ")]
    public async Task EngineThatNeverAnswers_CommandEndsInTime(string line, string begun)
    {
        await using var server = new FaultyServer(Answer.Never);
        using var command = Start(
        [
            .. line.Replace("FILE", filled.Statements, StringComparison.Ordinal).Split(' '),
            .. line.Contains("--from", StringComparison.Ordinal) || line.Contains("--engine", StringComparison.Ordinal)
                ? (string[])[]
                : ["--engine", "elasticsearch"],
            $"--Search:Elasticsearch:Urls={server.Url}",
        ]);
        await command.UntilErrorAsync(begun, CancellationToken);

        await TerminateAsync(command, ExitCode.Cancelled);
    }

    [Fact]
    public async Task Evaluate_WhileItIndexes_EndsInTime()
    {
        var queries = Write("queries.jsonl", """{"id": "q1", "text": "harbour"}""");
        var grades = Write("qrels.tsv", "query\tdocument\tgrade\nq1\tharbour-1\t1\n");
        using var evaluate = Start("evaluate", filled.Statements, queries, grades);
        await evaluate.UntilErrorAsync("Indexing", CancellationToken);

        await TerminateAsync(evaluate, ExitCode.Cancelled);
    }

    [Fact]
    public async Task EvaluateCountries_InTheMiddle_EndsInTime()
    {
        var text = string.Join(' ', Enumerable.Repeat("Japan, Chile and the harbour board of Norway have met in Lima.", 2_000));
        var line = JsonSerializer.Serialize(new { id = "1", text, countries = (string[])["JP"] }) + "\n";
        using var evaluate = Start("evaluate-countries", Write("gold.jsonl", string.Concat(Enumerable.Repeat(line, 400))));
        await evaluate.UntilErrorAsync("Evaluating", CancellationToken);

        await TerminateAsync(evaluate, ExitCode.Cancelled);
    }

    [Fact]
    public async Task Read_OfHostileFiles_EndsInTime()
    {
        Directory.CreateDirectory(_folder.File("in"));
        Write("in/0.html", string.Empty);
        var hostile = HostileFiles.All.Single(file => file.Name == "misnested.html").Make();
        foreach (var number in Enumerable.Range(1, 30))
        {
            await File.WriteAllBytesAsync(_folder.File($"in/{number}.html"), hostile, CancellationToken);
        }

        using var read = Start("read", _folder.File("in"));
        await read.UntilErrorAsync("0.html: shell: ", CancellationToken);

        await TerminateAsync(read, ExitCode.Cancelled);
    }

    private static async Task<CommandResult> TerminateAsync(SearchProcess process, int exitCode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no signals.");
        var took = await process.TerminateAsync(CancellationToken);
        var result = await process.EndAsync(CancellationToken);
        Assert.True(exitCode == result.ExitCode, $"{result.ExitCode}: {result.Error}");
        Assert.DoesNotContain("in the middle of its work", result.Error, StringComparison.Ordinal);
        Assert.True(!MachineTimes.AreAsked || took < s_promised, $"It took {took}.");
        return result;
    }

    /// <summary>How many statements a sound archive holds.</summary>
    private async Task<long> VerifyAsync()
    {
        using var verify = Start("verify", "--json");
        var result = await verify.EndAsync(CancellationToken);
        Assert.True(result.ExitCode == ExitCode.Success, result.Error + result.Output);
        return result.Json.GetProperty("statements").GetInt64();
    }

    private SearchProcess Start(params string[] arguments) =>
        SearchProcess.Start([.. arguments, $"--Search:Sqlite:Path={Archive}", "--Search:Samples=false"]);

    private string Write(string name, string content)
    {
        File.WriteAllText(_folder.File(name), content);
        return _folder.File(name);
    }

    /// <summary>Many statements as a file and as an archive, made once.</summary>
    public sealed class FilledArchive : IAsyncLifetime
    {
        private readonly TemporaryFolder _folder = new();

        public string Statements => _folder.File("statements.jsonl");

        public void CopyTo(string path) => File.Copy(_folder.File("archive.db"), path);

        public async ValueTask InitializeAsync()
        {
            LongStatements.Write(Statements);
            using var import = SearchProcess.Start("import", Statements, $"--Search:Sqlite:Path={_folder.File("archive.db")}");
            Assert.Equal(ExitCode.Success, (await import.EndAsync(TestContext.Current.CancellationToken)).ExitCode);
        }

        public ValueTask DisposeAsync()
        {
            _folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
