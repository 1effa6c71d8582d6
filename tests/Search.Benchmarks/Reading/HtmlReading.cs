using System.Diagnostics;
using System.Globalization;
using Search.Reading;
using Search.Reading.Files;

namespace Search.Benchmarks.Reading;

/// <summary>Pages a second of processor time on one core; other work on the machine does not change the figure.</summary>
internal static class HtmlReading
{
    private const int WarmUps = 60;
    private const int Rounds = 60;

    public static async Task RunAsync(IReadOnlyList<string> arguments) =>
        Console.WriteLine(await MeasureAsync(arguments[0], CancellationToken.None));

    private static async Task<string> MeasureAsync(string folder, CancellationToken cancellationToken)
    {
        var pages = new List<(string Name, byte[] Bytes)>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.html"))
        {
            pages.Add((path, await File.ReadAllBytesAsync(path, cancellationToken)));
        }

        await ReadAsync(pages, WarmUps, cancellationToken);
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var count = await ReadAsync(pages, Rounds, cancellationToken);
        var seconds = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"HTML: {count / seconds:F0} pages a second of one core, {pages.Average(page => page.Bytes.Length) / 1024:F0} KB each");
    }

    private static async Task<int> ReadAsync(List<(string Name, byte[] Bytes)> pages, int rounds, CancellationToken cancellationToken)
    {
        var reader = new StatementFileReader();
        var count = 0;
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (name, bytes) in pages)
            {
                using var stream = new MemoryStream(bytes);
                await foreach (var result in reader.ReadAsync(stream, name, ReadOptions.Default, cancellationToken))
                {
                    count += result.Location.Length > 0 ? 1 : 0;
                }
            }
        }

        return count;
    }
}
