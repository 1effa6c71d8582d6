using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Search.Core.Countries;

namespace Search.Benchmarks.Countries;

/// <summary>Measures the country matcher: building it, holding it, and how much text it reads a second on one core.</summary>
internal static class CountryMatcherBenchmark
{
    private const int Rounds = 6;
    private const int MostTexts = 10_000;

    /// <summary>The <c>text</c> of the first ten thousand lines of a JSON Lines file, which may be compressed.</summary>
    private static List<string> ReadTexts(string path)
    {
        var texts = new List<string>();
        foreach (var line in StatementFiles.Lines(path).Take(MostTexts))
        {
            using var document = JsonDocument.Parse(line);
            texts.Add(document.RootElement.GetProperty("text").GetString() ?? "");
        }

        return texts;
    }

    public static Task RunAsync(IReadOnlyList<string> arguments)
    {
        Run(ReadTexts(arguments[0]), Console.Out);
        return Task.CompletedTask;
    }

    private static void Run(List<string> texts, TextWriter output)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var started = Environment.CpuUsage.TotalTime;
        var matcher = CountryMatcher.Default;
        var built = Environment.CpuUsage.TotalTime - started;
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        output.WriteLine($"built in {built.TotalMilliseconds:F0} ms of processor time, {held / 1e6:F1} MB held");

        var bytes = texts.Sum(text => (long)Encoding.UTF8.GetByteCount(text));
        for (var round = 1; round <= Rounds; round++)
            output.WriteLine(Read(matcher, texts, bytes));
    }

    private static string Read(CountryMatcher matcher, List<string> texts, long bytes)
    {
        var watch = Stopwatch.StartNew();
        var started = Environment.CpuUsage.TotalTime;
        var mentions = texts.Sum(text => (long)matcher.Find("", text).Count);
        var used = Environment.CpuUsage.TotalTime - started;
        return $"{bytes / 1e6:F1} MB, {mentions} mentions: {bytes / 1e6 / watch.Elapsed.TotalSeconds:F0} MB/s on the clock, "
            + $"{bytes / 1e6 / used.TotalSeconds:F0} MB/s of processor time";
    }
}
