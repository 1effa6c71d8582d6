using System.IO.Compression;
using System.Text;
using Search.Archive.Storing;
using Search.Archive.Upkeep;
using Search.Indexer.Hosting;
using Search.Service.Composition;
using Search.Testing;

namespace Search.Indexer.Tests;

public sealed class ImportCommandTests : IDisposable
{
    private readonly CommandLine _search = new();

    public void Dispose() => _search.Dispose();

    [Fact]
    public async Task Import_File_AddsItsStatements()
    {
        var result = await _search.RunAsync("import", _search.Write("a.jsonl", Lines.Many(3)), "--json");

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Equal(3, result.Json.GetProperty("added").GetInt32());
        Assert.Equal(1, result.Json.GetProperty("files").GetInt32());
        Assert.Equal(3, (await StatusAsync()).Statements);
    }

    [Fact]
    public async Task Import_SameFileAgain_ChangesNothing()
    {
        var path = _search.Write("a.jsonl", Lines.Many(3));
        await _search.RunAsync("import", path);

        var result = await _search.RunAsync("import", path, "--json");

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Equal(3, result.Json.GetProperty("unchanged").GetInt32());
        Assert.Equal(0, result.Json.GetProperty("added").GetInt32());
    }

    [Fact]
    public async Task Import_StatementWithAnotherText_CountsAsChangedAndKeepsTheVersion()
    {
        await _search.RunAsync("import", _search.Write("a.jsonl", Lines.Statement("1")));

        var path = _search.Write("b.jsonl", Lines.Statement("1", text: "The harbour is closed."));
        var result = await _search.RunAsync("import", path, "--json");

        Assert.Equal(1, result.Json.GetProperty("changed").GetInt32());
        Assert.Equal(1, (await StatusAsync()).Versions);
    }

    [Fact]
    public async Task Import_BadLine_IsNamedAndTheRestIsImported()
    {
        var path = _search.Write("a.jsonl", Lines.Statement("1") + "{\"id\": \"2\", \"title\": \n" + Lines.Statement("3"));

        var result = await _search.RunAsync("import", path, "--json");

        Assert.Equal(ExitCode.Incomplete, result.ExitCode);
        Assert.Equal(2, result.Json.GetProperty("added").GetInt32());
        Assert.Equal(1, result.Json.GetProperty("faults").GetProperty("malformed").GetInt32());
        Assert.Contains($"{path}:2: malformed: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_MissingFile_IsNamedAndTheRestIsImported()
    {
        var missing = _search.PathOf("none.jsonl");

        var result = await _search.RunAsync("import", missing, _search.Write("a.jsonl", Lines.Many(1)), "--json");

        Assert.Equal(ExitCode.Incomplete, result.ExitCode);
        Assert.Equal(1, result.Json.GetProperty("added").GetInt32());
        Assert.Contains($"{missing}: missing: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OnlyAMissingFile_LeavesTheSamples()
    {
        _search.Variables["Search__Samples"] = "true";
        await _search.RunAsync("query", "harbour");

        await _search.RunAsync("import", _search.PathOf("none.jsonl"));

        Assert.True((await StatusAsync()).Samples);
    }

    [Fact]
    public async Task Import_FirstRealStatement_RemovesTheSamples()
    {
        _search.Variables["Search__Samples"] = "true";
        await _search.RunAsync("query", "harbour");

        await _search.RunAsync("import", _search.Write("a.jsonl", Lines.Many(1)));

        var status = await StatusAsync();
        Assert.False(status.Samples);
        Assert.Equal(1, status.Statements);
    }

    [Fact]
    public async Task Import_NulBytesAndBinaryAndPicture_AreRefusedByName()
    {
        var zeros = _search.Write("zeros.txt", new byte[4096]);
        var picture = _search.Write("picture.jsonl", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, .. new byte[64]]);
        var binary = _search.Write("binary.html", [.. Enumerable.Range(0, 4096).Select(number => (byte)((number * 7919) ^ (number >> 3)))]);

        var result = await _search.RunAsync("import", zeros, picture, binary, _search.Write("a.jsonl", Lines.Many(1)), "--json");

        Assert.Equal(ExitCode.Incomplete, result.ExitCode);
        Assert.Equal(1, result.Json.GetProperty("added").GetInt32());
        Assert.All([zeros, picture, binary], path => Assert.Contains(path, result.Error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Import_LineOfFiftyMegabytes_IsRefusedAndTheNextLineRead()
    {
        var path = _search.PathOf("long.jsonl");
        await using (var file = new StreamWriter(path))
        {
            await file.WriteAsync("{\"id\": \"1\", \"title\": \"Long\", \"text\": \"");
            var block = new string('x', 1 << 20);
            for (var megabyte = 0; megabyte < 50; megabyte++)
            {
                await file.WriteAsync(block);
            }

            await file.WriteAsync("\"}\n" + Lines.Statement("2"));
        }

        var result = await _search.RunAsync("import", path, "--json");

        Assert.Equal(ExitCode.Incomplete, result.ExitCode);
        Assert.Equal(1, result.Json.GetProperty("added").GetInt32());
        Assert.Contains($"{path}:1: too-large: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_Folder_TakesAllBelowInOrdinalOrderButHiddenFiles()
    {
        _search.Write("in/b/2.jsonl", "not json\n");
        _search.Write("in/a.jsonl", "not json\n");
        _search.Write("in/.git/c.jsonl", Lines.Many(1));
        _search.Write("in/B.jsonl", Lines.Many(1));

        var result = await _search.RunAsync("import", _search.PathOf("in"), "--json");

        Assert.Equal(3, result.Json.GetProperty("files").GetInt32());
        var faults = result.Error.Split('\n').Where(line => line.Contains("malformed", StringComparison.Ordinal)).ToList();
        Assert.Contains("a.jsonl:1", faults[0], StringComparison.Ordinal);
        Assert.Contains("2.jsonl:1", faults[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_StandardInput_IsReadAsJsonLines()
    {
        using var search = new CommandLine { Input = Lines.Many(2) };

        var result = await search.RunAsync("import", "-", "--json");

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Equal(2, result.Json.GetProperty("added").GetInt32());
    }

    [Fact]
    public async Task Import_Compressed_IsUnpacked()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(Lines.Many(4)), TestContext.Current.CancellationToken);
        }

        var result = await _search.RunAsync("import", _search.Write("a.jsonl.gz", packed.ToArray()), "--json");

        Assert.Equal(4, result.Json.GetProperty("added").GetInt32());
    }

    [Fact]
    public async Task Import_CompressedFileCutShort_IsNamedAndWhatCameBeforeIsKept()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(Lines.Many(4)), TestContext.Current.CancellationToken);
        }

        var path = _search.Write("a.jsonl.gz", packed.ToArray()[..^12]);
        var result = await _search.RunAsync("import", path, _search.Write("b.jsonl", Lines.Statement("b")), "--json");

        Assert.Equal(ExitCode.Incomplete, result.ExitCode);
        Assert.Contains(path, result.Error, StringComparison.Ordinal);
        Assert.NotNull(await _search.Archives![EngineNames.Sqlite].GetAsync("b", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Import_ManyFaults_PrintsTheFirstAndWritesAllToTheFile()
    {
        var path = _search.Write("a.jsonl", string.Concat(Enumerable.Repeat("nothing\n", 50)));
        var faults = _search.PathOf("faults.txt");

        var result = await _search.RunAsync("import", path, "--faults", faults);

        Assert.Equal(20, result.Error.Split('\n').Count(line => line.Contains(": malformed: ", StringComparison.Ordinal)));
        Assert.Contains("and 30 more", result.Error, StringComparison.Ordinal);
        Assert.Equal(50, File.ReadAllLines(faults).Length);
    }

    [Fact]
    public async Task Import_PipeInAFolder_IsNamedAndTheRestIsImported()
    {
        _search.Write("in/a.jsonl", Lines.Many(2));
        await NamedPipe.CreateAsync(_search.PathOf("in/pipe.html"));

        var result = await _search.RunAsync("import", _search.PathOf("in"), "--json");

        Assert.Equal(ExitCode.Incomplete, result.ExitCode);
        Assert.Equal(2, result.Json.GetProperty("added").GetInt64());
        Assert.Equal(1, result.Json.GetProperty("faults").GetProperty("not-a-file").GetInt64());
    }

    [Fact]
    public async Task Import_LinkOutOfTheFolder_IsFollowedOnlyWhenAsked()
    {
        _search.Write("out/a.jsonl", Lines.Many(2));
        Directory.CreateDirectory(_search.PathOf("in"));
        Directory.CreateSymbolicLink(_search.PathOf("in/link"), _search.PathOf("out"));

        var without = await _search.RunAsync("import", _search.PathOf("in"), "--json");
        var with = await _search.RunAsync("import", _search.PathOf("in"), "--json", "--follow-links");

        Assert.Equal(1, without.Json.GetProperty("faults").GetProperty("outside").GetInt64());
        Assert.Equal(0, without.Json.GetProperty("added").GetInt64());
        Assert.Equal(2, with.Json.GetProperty("added").GetInt64());
    }

    [Fact]
    public async Task Import_DryRun_WritesNothing()
    {
        var result = await _search.RunAsync("import", _search.Write("a.jsonl", Lines.Many(3)), "--dry-run", "--json");

        Assert.Equal(3, result.Json.GetProperty("documents").GetInt32());
        Assert.Equal(0, (await StatusAsync()).Statements);
    }

    [Fact]
    public async Task Import_Cancelled_SaysWhatWasDoneAndEndsWith130()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        var result = await _search.RunUntilAsync(["import", _search.Write("a.jsonl", Lines.Many(3))], cancelled.Token);

        Assert.Equal(ExitCode.Cancelled, result.ExitCode);
    }

    [Fact]
    public async Task Import_AnotherWriterHoldsTheArchive_EndsWith3()
    {
        await using var writer = await _search.Archives![EngineNames.Sqlite].OpenWriterAsync(
            WritePurpose.Update, TestContext.Current.CancellationToken);

        var result = await _search.RunAsync("import", _search.Write("a.jsonl", Lines.Many(3)));

        Assert.Equal(ExitCode.Unavailable, result.ExitCode);
        Assert.Contains("0 added", result.Output, StringComparison.Ordinal);
    }

    private Task<ArchiveStatus> StatusAsync() => _search.Archives![EngineNames.Sqlite].StatusAsync(TestContext.Current.CancellationToken);
}
