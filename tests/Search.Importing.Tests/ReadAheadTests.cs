using Search.Importing.Files;
using Search.Reading;
using Search.Reading.Files;

namespace Search.Importing.Tests;

/// <summary>Files are understood several at once, and nothing that comes of it shows it.</summary>
public sealed class ReadAheadTests
{
    [Fact]
    public async Task Run_ManySinglePages_KeepTheOrderOfFilesAndFaults()
    {
        // Every third is bad in a way of its own, every seventh is slow to understand.
        InputFile[] files =
        [
            .. Enumerable.Range(0, 300).Select(number => (number % 3, number % 7) switch
            {
                (1, _) => Pipes.File($"{number:D3}.html", string.Empty),
                (2, _) => new InputFile($"{number:D3}.html", 10, () => throw new UnauthorizedAccessException("Access is denied.")),
                (_, 0) => Pipes.File($"{number:D3}.html", Page(number, paragraphs: 400)),
                _ => Pipes.File($"{number:D3}.html", Page(number, paragraphs: 3)),
            }),
        ];
        var faults = new List<ImportFault>();
        var engine = new RecordingEngine();

        var report = await RunAsync(files, engine, faults);

        Assert.Equal(
            Enumerable.Range(0, 300).Where(number => number % 3 != 0).Select(number => $"{number:D3}.html"),
            faults.Select(fault => fault.Location));
        Assert.Equal(
            Enumerable.Range(0, 100).Select(number => $"Notice {number * 3} of the Harbour Office"),
            engine.Written.Select(statement => statement.Title));
        Assert.Equal((300, 100L, 100L), (report.Files, report.Documents, report.Added));
    }

    [Fact]
    public async Task Run_FaultsWithinAndAtTheEndOfAFile_ComeInItsOrder()
    {
        var broken = new InputFile("b.jsonl", null, () => new BrokenStream("nothing\n" + Pipes.Lines(1, 2, padding: 100_000)));
        var faults = new List<ImportFault>();

        await RunAsync([Pipes.File("a.jsonl", "nothing\n"), broken, Pipes.File("c.jsonl", "nothing\n")], new RecordingEngine(), faults);

        Assert.Equal(["a.jsonl:1", "b.jsonl:1", "b.jsonl", "c.jsonl:1"], faults.Select(fault => fault.Location));
    }

    [Fact]
    public async Task Run_SinglePages_AreReadAheadAcrossFiles()
    {
        var opened = 0;
        InputFile[] files =
        [
            .. Enumerable.Range(0, 8).Select(number => Pipes.File($"{number}.html", Page(number, paragraphs: 3))).Select(page => page with
            {
                Open = () =>
                {
                    opened++;
                    return page.Open();
                },
            }),
        ];
        List<int> openedAtReports = [];

        await new ImportPipeline(new StatementFileReader(), TimeProvider.System).RunAsync(
            Pipes.Of(files),
            new RecordingEngine(),
            new ImportOptions { DryRun = true },
            _ => { },
            new Reports(() => openedAtReports.Add(opened)),
            TestContext.Current.CancellationToken);

        Assert.True(openedAtReports[0] > 1, "The first page was understood before the second was opened.");
    }

    [Fact]
    public async Task IsFull_LargePages_HoldBackLongBeforeManySmallOnes()
    {
        var small = await FillAsync(Pipes.File("a.txt", "Notice\n\nThe harbour is open."));
        var paragraphs = string.Join("\n\n", Enumerable.Repeat("The harbour is open.", 60_000));
        var large = await FillAsync(Pipes.File("a.txt", $"Notice\n\n{paragraphs}"));

        Assert.Equal(2 * Environment.ProcessorCount * ReadAhead.ChunkCount, small);
        Assert.InRange(large, 2, 2 * Environment.ProcessorCount);
    }

    /// <summary>How many copies of a page fit until the first must be taken.</summary>
    private static async Task<int> FillAsync(InputFile file)
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var cancellationToken = TestContext.Current.CancellationToken;
        var ahead = new ReadAhead();
        var count = 0;
        for (; !ahead.IsFull; count++)
        {
            await using var stream = file.Open();
            var records = await new StatementFileReader().CutAsync(stream, file.Name, ReadOptions.Default, cancellationToken)
                .ToListAsync(cancellationToken);

            // Cancelled beforehand: nobody understands what this test only counts.
            ahead.Add(records, records.Sum(record => record.Size), end: null, cancelled.Token);
        }

        return count;
    }

    private static Task<ImportReport> RunAsync(InputFile[] files, RecordingEngine engine, List<ImportFault> faults) =>
        new ImportPipeline(new StatementFileReader(), TimeProvider.System).RunAsync(
            Pipes.Of(files), engine, new ImportOptions { BatchCount = 7 }, faults.Add, null, TestContext.Current.CancellationToken);

    private static string Page(int number, int paragraphs)
    {
        const string Paragraph =
            "<p>The harbour board keeps its word on every tide, and every lantern of the quay is lit until the morning.</p>";
        var title = $"Notice {number} of the Harbour Office";
        return $"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>"
            + string.Concat(Enumerable.Repeat(Paragraph, paragraphs))
            + "</article></body></html>";
    }

    private sealed class Reports(Action seen) : IProgress<ImportReport>
    {
        public void Report(ImportReport value) => seen();
    }
}
