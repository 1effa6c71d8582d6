using System.Diagnostics;
using System.Globalization;
using Search.Importing;
using Search.Importing.Files;
using Search.Reading;
using Search.Reading.Files;

namespace Search.Benchmarks.Importing;

/// <summary>
/// How fast a folder of single pages is understood and imported, beside the same pages read one after the other, in turns. The
/// processor time that a second takes says how many cores were busy.
/// </summary>
internal static class FolderBenchmark
{
    public static async Task RunAsync(IReadOnlyList<string> arguments)
    {
        var copies = arguments.Count > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 200;
        var rounds = arguments.Count > 2 ? int.Parse(arguments[2], CultureInfo.InvariantCulture) : 5;
        var folder = Directory.CreateTempSubdirectory("search-bench-");
        try
        {
            foreach (var page in Directory.EnumerateFiles(arguments[0], "*.html"))
            {
                foreach (var copy in Enumerable.Range(0, copies))
                {
                    File.Copy(page, Path.Combine(folder.FullName, $"{copy:D5}-{Path.GetFileName(page)}"));
                }
            }

            await CompareAsync(folder.FullName, rounds);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task CompareAsync(string folder, int rounds)
    {
        var input = InputFiles.Find([folder], () => Stream.Null, followLinks: false, CancellationToken.None);
        Console.WriteLine($"{input.Files.Count:N0} pages, {input.Files.Sum(file => file.Length) / 1e6:N0} MB");
        var ratios = new List<double>();
        await OneByOneAsync(input);
        for (var round = 1; round <= rounds; round++)
        {
            var one = await TimeAsync(() => OneByOneAsync(input));
            var together = await TimeAsync(() => ImportAsync(input, dryRun: true));
            var written = await TimeAsync(() => ImportAsync(input, dryRun: false));
            ratios.Add(one.Wall / together.Wall);
            Console.WriteLine(
                $"round {round}: one by one {Rate(input, one)}, together {Rate(input, together)}, imported {Rate(input, written)}, "
                + $"ratio {ratios[^1]:N2}");
        }

        Console.WriteLine($"together to one by one, median: {ratios.Order().ElementAt(rounds / 2):N2}");
    }

    private static string Rate(InputFiles input, (double Wall, double Processor) time) =>
        $"{input.Files.Count / time.Wall:N0}/s ({time.Processor / time.Wall:N2} cores)";

    private static async Task OneByOneAsync(InputFiles input)
    {
        var reader = new StatementFileReader();
        foreach (var file in input.Files)
        {
            await using var stream = file.Open();
            await foreach (var _ in reader.ReadAsync(stream, file.Name, ReadOptions.Default, CancellationToken.None))
            {
                // Understood; that is all.
            }
        }
    }

    private static Task ImportAsync(InputFiles input, bool dryRun) =>
        TemporaryArchive.UseSqliteAsync(async engine =>
        {
            var report = await new ImportPipeline(new StatementFileReader(), TimeProvider.System).RunAsync(
                input, engine, new ImportOptions { DryRun = dryRun }, _ => { }, progress: null, CancellationToken.None);
            if (report.Failure is not null)
            {
                throw new InvalidOperationException("The import failed.", report.Failure);
            }
        });

    private static async Task<(double Wall, double Processor)> TimeAsync(Func<Task> work)
    {
        var clock = Stopwatch.StartNew();
        var processor = Environment.CpuUsage.TotalTime;
        await work();
        return (clock.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds);
    }
}
