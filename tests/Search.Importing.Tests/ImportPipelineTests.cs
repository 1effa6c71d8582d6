using Search.Archive;
using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Importing.Files;
using Search.Reading;
using Search.Reading.Files;

namespace Search.Importing.Tests;

public sealed class ImportPipelineTests
{
    private readonly ImportPipeline _pipeline = new(new StatementFileReader(), TimeProvider.System);
    private readonly List<ImportFault> _faults = [];

    [Fact]
    public async Task Run_ManyStatements_AreCutByCount()
    {
        var engine = new RecordingEngine();

        var report = await RunAsync(engine, Pipes.Of(Pipes.File("a.jsonl", Pipes.Lines(1, 25))), new ImportOptions { BatchCount = 10 });

        Assert.Equal([10, 10, 5], engine.Batches);
        Assert.Equal(25, report.Added);
        Assert.True(engine.Completed);
        Assert.True(report.IsClean);
    }

    [Fact]
    public async Task Run_FilesOfSeveralKinds_AreCountedByKind()
    {
        var input = Pipes.Of(
            Pipes.File("a.jsonl", Pipes.Lines(1, 3)),
            Pipes.File("b.csv", "title,text\nOn lamps,The keepers ask for oil.\nOn oil,too,many\n"),
            Pipes.File("c.doc", "{\\rtf1 x}"),
            Pipes.File("d.jsonl", Pipes.Lines(4, 6)));

        var report = await RunAsync(new RecordingEngine(), input, new ImportOptions());

        Assert.Equal(
            [
                new(FileKind.JsonLines, new KindCount(2, 6)), new(FileKind.Table, new KindCount(1, 1)),
                new KeyValuePair<FileKind, KindCount>(FileKind.Office, new KindCount(1, 0)),
            ],
            report.Kinds);
    }

    [Fact]
    public async Task Run_LargeStatements_AreCutBySize()
    {
        var engine = new RecordingEngine();

        await RunAsync(
            engine, Pipes.Of(Pipes.File("a.jsonl", Pipes.Lines(1, 6, padding: 1_000))), new ImportOptions { BatchCharacters = 2_000 });

        Assert.Equal([2, 2, 2], engine.Batches);
    }

    [Fact]
    public async Task Run_SlowEngine_HasAFewBatchesAtATime()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var engine = new RecordingEngine { Gate = () => gate.Task };
        var running = RunAsync(
            engine, Pipes.Of(Pipes.File("a.jsonl", Pipes.Lines(1, 50))), new ImportOptions { BatchCount = 1, WritesInFlight = 3 });
        while (engine.MostInFlight < 3)
        {
            await Task.Yield();
        }

        gate.SetResult();
        var report = await running;

        Assert.Equal(3, engine.MostInFlight);
        Assert.Equal(50, report.Added);
    }

    /// <summary>The first batch waits until the engine has been given all others.</summary>
    [Fact]
    public async Task Run_OneBatchTakesLong_OthersAreWrittenMeanwhile()
    {
        var (begun, last) = (0, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var engine = new RecordingEngine
        {
            Gate = () =>
            {
                switch (Interlocked.Increment(ref begun))
                {
                    case 1:
                        return last.Task;
                    case 50:
                        last.SetResult();
                        break;
                }

                return Task.CompletedTask;
            },
        };

        var report = await RunAsync(
            engine, Pipes.Of(Pipes.File("a.jsonl", Pipes.Lines(1, 50))), new ImportOptions { BatchCount = 1, WritesInFlight = 3 })
            .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Equal(50, report.Added);
        Assert.InRange(engine.MostInFlight, 2, 3);
    }

    /// <summary>Of captures of one statement, the later in a file comes over the earlier.</summary>
    [Fact]
    public async Task Run_SameStatementInSeveralBatches_IsWrittenInTheOrderOfTheFile()
    {
        var engine = new RecordingEngine { Gate = YieldAsync };
        var again = string.Concat(Enumerable.Repeat(Pipes.Lines(1, 1), 20));

        await RunAsync(engine, Pipes.Of(Pipes.File("a.jsonl", again)), new ImportOptions { BatchCount = 1, WritesInFlight = 3 });

        Assert.Equal(20, engine.Batches.Count);
        Assert.Equal(1, engine.MostInFlight);

        static async Task YieldAsync()
        {
            for (var turn = 0; turn < 100; turn++)
            {
                await Task.Yield();
            }
        }
    }

    [Fact]
    public async Task Run_CancelledWhileWriting_EndsWellAndCountsWhatWasHandedOver()
    {
        using var cancellation = new CancellationTokenSource();
        var engine = new RecordingEngine { Gate = cancellation.CancelAsync };

        var report = await _pipeline.RunAsync(
            Pipes.Of(Pipes.File("a.jsonl", Pipes.Lines(1, 1_000))),
            engine,
            new ImportOptions { BatchCount = 1, WritesInFlight = 2 },
            _faults.Add,
            progress: null,
            cancellation.Token);

        Assert.True(report.Cancelled);
        Assert.Null(report.Failure);
        Assert.Equal(engine.Batches.Sum(), report.Added);
        Assert.InRange(report.Added, 1, 999);
        Assert.True(engine.Completed);
    }

    [Fact]
    public async Task Run_EngineFails_StopsAndSaysWhatWasWritten()
    {
        var engine = new RecordingEngine { FailingWrite = 3 };

        var report = await RunAsync(
            engine, Pipes.Of(Pipes.File("a.jsonl", Pipes.Lines(1, 100))), new ImportOptions { BatchCount = 10, WritesInFlight = 1 });

        Assert.IsType<EngineUnavailableException>(report.Failure);
        Assert.Equal(20, report.Added);
        Assert.False(report.IsClean);
        Assert.False(engine.Completed);
    }

    [Fact]
    public async Task Run_FileThatCannotBeOpened_IsAFaultAndTheNextIsRead()
    {
        var locked = new InputFile("locked.jsonl", 10, () => throw new UnauthorizedAccessException("Access is denied."));
        var engine = new RecordingEngine();

        var report = await RunAsync(engine, Pipes.Of(locked, Pipes.File("a.jsonl", Pipes.Lines(1, 2))), new ImportOptions());

        Assert.Equal(new ImportFault("locked.jsonl", ImportFaultKinds.Unreadable, "Access is denied."), Assert.Single(_faults));
        Assert.Equal(2, report.Added);
        Assert.Equal(1, report.Faults[ImportFaultKinds.Unreadable]);
    }

    [Fact]
    public async Task Run_FileThatBreaksOffWhileRead_KeepsWhatCameBefore()
    {
        var broken = new InputFile("broken.jsonl", null, () => new BrokenStream(Pipes.Lines(1, 3)));
        var engine = new RecordingEngine();

        var report = await RunAsync(engine, Pipes.Of(broken, Pipes.File("a.jsonl", Pipes.Lines(4, 5))), new ImportOptions());

        Assert.Equal("broken.jsonl", Assert.Single(_faults).Location);
        Assert.InRange(report.Added, 2, 5);
        Assert.Equal(2, report.Files);
    }

    [Fact]
    public async Task Run_NothingToWrite_LeavesTheEngineAlone()
    {
        var engine = new RecordingEngine();

        await RunAsync(engine, Pipes.Of(Pipes.File("a.jsonl", "nothing\n")), new ImportOptions());

        Assert.Null(engine.Purpose);
        Assert.Equal("a.jsonl:1", Assert.Single(_faults).Location);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(long.MaxValue, false)]
    public async Task Run_LargeInput_IsAnnouncedToTheEngine(long bulkBytes, bool bulk)
    {
        var engine = new RecordingEngine();

        await RunAsync(engine, Pipes.Of(Pipes.File("a.jsonl", Pipes.Lines(1, 2))), new ImportOptions { BulkBytes = bulkBytes });

        Assert.Equal(bulk ? WritePurpose.Load : WritePurpose.Update, engine.Purpose);
    }

    [Fact]
    public async Task Run_Progress_EndsAtAllBytesAndNeverGoesBack()
    {
        var seen = new List<ImportReport>();
        var input = Pipes.Of(Pipes.File("a.jsonl", Pipes.Lines(1, 40)), Pipes.File("b.jsonl", Pipes.Lines(41, 60)));

        await _pipeline.RunAsync(
            input,
            new RecordingEngine(),
            new ImportOptions { BatchCount = 7 },
            _faults.Add,
            new Recorder(seen),
            TestContext.Current.CancellationToken);

        Assert.NotEmpty(seen);
        Assert.All(seen, report => Assert.InRange(report.BytesRead, 0, report.BytesTotal!.Value));
        Assert.Equal(60, seen[^1].Documents);
        Assert.Equal(seen[^1].BytesTotal, seen[^1].BytesRead);
        Assert.Equal(1, seen[^1].Fraction);
    }

    [Fact]
    public void Fraction_EverythingReadAndLittleWritten_IsLittle()
    {
        var report = new ImportReport { Documents = 100, Added = 3, Unchanged = 1, Refused = 1, BytesRead = 80, BytesTotal = 100 };

        Assert.Equal(0.04, report.Fraction!.Value, precision: 9);
        Assert.Null((report with { BytesTotal = null }).Fraction);
    }

    private Task<ImportReport> RunAsync(ISearchEngine engine, InputFiles input, ImportOptions options) =>
        _pipeline.RunAsync(input, engine, options, _faults.Add, progress: null, TestContext.Current.CancellationToken);

    private sealed class Recorder(List<ImportReport> seen) : IProgress<ImportReport>
    {
        public void Report(ImportReport value)
        {
            lock (seen)
            {
                seen.Add(value);
            }
        }
    }
}
