using System.Diagnostics;
using System.Globalization;
using Search.Core.Queries;
using Search.Testing.Generation;

namespace Search.Benchmarks.Queries;

/// <summary>
/// The slowest of a million random texts of up to 2,000 characters, errors with their repair included. Pauses of the
/// collector and of the scheduler are not the parser's: the slowest texts are read again, and each counts with the best of
/// ten readings. No text that was never among the slowest can be slower than it was the first time, so when the last of
/// them was faster than the slowest found, that is the slowest of all.
/// </summary>
internal static class ParsingBenchmark
{
    private const int Kept = 500;
    private const int Readings = 10;

    public static Task RunAsync(IReadOnlyList<string> arguments)
    {
        var count = arguments.Count > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 1_000_000;
        var seed = arguments.Count > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 1;
        Read(20_000, -seed); // Everything is compiled.
        var (slowest, total, refused) = Read(count, seed);
        var again = slowest.UnorderedItems.Select(item => (item.Element, First: item.Priority, Best: Best(item.Element))).OrderByDescending(entry => entry.Best).ToList();
        var pauses = GC.GetTotalPauseDuration();
        Console.WriteLine($"{count:N0} texts, {refused:N0} of them errors; {total.TotalMicroseconds / count:N0} µs each");
        Console.WriteLine($"slowest: {Milliseconds(again[0].Best)} ms; by the first reading {Milliseconds(again.Max(entry => entry.First))} ms, pauses included (of all: {pauses.TotalSeconds:N1} s)");
        Console.WriteLine($"slowest of those not read again: {Milliseconds(again.Min(entry => entry.First))} ms");
        foreach (var (text, first, best) in again.Take(5))
        {
            Console.WriteLine($"  {Milliseconds(best)} ms (first {Milliseconds(first)}), {text.Length} characters: {Escape(text)}");
        }

        return Task.CompletedTask;
    }

    private static (PriorityQueue<string, TimeSpan> Slowest, TimeSpan Total, int Refused) Read(int count, int seed)
    {
        var noise = new QueryNoise(new Random(seed));
        var slowest = new PriorityQueue<string, TimeSpan>();
        var (total, refused) = (TimeSpan.Zero, 0);
        for (var number = 0; number < count; number++)
        {
            var text = noise.Next();
            var start = Stopwatch.GetTimestamp();
            var isRead = QueryParser.TryParse(text, out _, out _);
            var elapsed = Stopwatch.GetElapsedTime(start);
            total += elapsed;
            refused += isRead ? 0 : 1;
            slowest.Enqueue(text, elapsed);
            if (slowest.Count > Kept)
            {
                slowest.Dequeue();
            }
        }

        return (slowest, total, refused);
    }

    private static TimeSpan Best(string text)
    {
        var best = TimeSpan.MaxValue;
        for (var reading = 0; reading < Readings; reading++)
        {
            var start = Stopwatch.GetTimestamp();
            _ = QueryParser.TryParse(text, out _, out _);
            var elapsed = Stopwatch.GetElapsedTime(start);
            best = elapsed < best ? elapsed : best;
        }

        return best;
    }

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("N2", CultureInfo.InvariantCulture);

    private static string Escape(string text) =>
        string.Concat((text.Length > 80 ? text[..80] : text).Select(character => char.IsAscii(character) && !char.IsControl(character) ? $"{character}" : $"{{U+{(int)character:X4}}}"));
}
