using System.Diagnostics;
using System.Globalization;
using Search.Queries;
using Search.Testing.Generation;

namespace Search.Benchmarks.Queries;

/// <summary>
/// The slowest of a million random texts of up to 2,000 characters, errors with their repair included. Pauses of the
/// collector and of the scheduler are not the parser's: a text that takes longer than the slowest so far is read again, up to
/// ten times, and is the slowest now only if every reading was slower. So the figure holds for all texts, on a busy machine
/// too; the slowest single reading is told beside it.
/// </summary>
internal static class ParsingBenchmark
{
    private const int Readings = 10;

    public static Task RunAsync(IReadOnlyList<string> arguments)
    {
        var count = arguments.Count > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 1_000_000;
        var seed = arguments.Count > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 1;
        ReadAll(20_000, -seed); // Everything is compiled.
        var pauses = GC.GetTotalPauseDuration();
        var (slowest, single, total, refused) = ReadAll(count, seed);
        pauses = GC.GetTotalPauseDuration() - pauses;
        Console.WriteLine(
            $"{count:N0} texts, {refused:N0} of them errors; {total.TotalMicroseconds / count:N0} µs each, "
                + $"{pauses.TotalSeconds:N1} s of pauses in all");
        Console.WriteLine(
            $"slowest text: {Milliseconds(slowest[^1].Time)} ms; slowest single reading, pauses included: {Milliseconds(single)} ms");
        foreach (var (text, time) in slowest.AsEnumerable().Reverse().Take(5))
        {
            Console.WriteLine($"  {Milliseconds(time)} ms, {text.Length} characters: {Escape(text)}");
        }

        return Task.CompletedTask;
    }

    /// <summary>Each text that was the slowest until then, the last of them of all.</summary>
    private static (List<(string Text, TimeSpan Time)> Slowest, TimeSpan Single, TimeSpan Total, int Refused) ReadAll(int count, int seed)
    {
        var noise = new QueryNoise(new Random(seed));
        var slowest = new List<(string Text, TimeSpan Time)> { (string.Empty, TimeSpan.Zero) };
        var (single, total, refused) = (TimeSpan.Zero, TimeSpan.Zero, 0);
        for (var number = 0; number < count; number++)
        {
            var text = noise.Next();
            var (time, isRead) = Read(text);
            total += time;
            refused += isRead ? 0 : 1;
            single = time > single ? time : single;
            for (var readings = 1; readings < Readings && time > slowest[^1].Time; readings++)
            {
                var (again, _) = Read(text);
                time = again < time ? again : time;
            }

            if (time > slowest[^1].Time)
            {
                slowest.Add((text, time));
            }
        }

        return (slowest, single, total, refused);
    }

    private static (TimeSpan Time, bool IsRead) Read(string text)
    {
        var start = Stopwatch.GetTimestamp();
        var isRead = QueryParser.TryParse(text, out _, out _);
        return (Stopwatch.GetElapsedTime(start), isRead);
    }

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("N2", CultureInfo.InvariantCulture);

    private static string Escape(string text) =>
        string.Concat((text.Length > 60 ? text[..60] : text)
            .Select(character =>
                char.IsAscii(character) && !char.IsControl(character) ? $"{character}" : $"{{U+{(int)character:X4}}}"));
}
