using System.Diagnostics;
using System.Globalization;
using Search.Reading;
using Search.Reading.Files;
using Search.Testing.Generation;

namespace Search.Benchmarks.Reading;

/// <summary>
/// What files cost that are made to cost: time, memory, and the reason that the reader names, each file in a process of its own.
/// </summary>
internal static class HostileReading
{
    private const double MostSeconds = 5;
    private const long MostBytes = 500L << 20;

    /// <summary>Without an argument all files, each by this program started again with the file's name; with a name that file.</summary>
    public static async Task RunAsync(IReadOnlyList<string> arguments)
    {
        if (arguments.Count > 0)
        {
            await ReadAsync(HostileFiles.All.First(file => file.Name == arguments[0]));
            return;
        }

        Console.WriteLine("file                      size MB   seconds   CPU s   peak MB   reason");
        foreach (var file in HostileFiles.All)
        {
            using var process = Process.Start(Environment.ProcessPath!, ["hostile", file.Name]);
            await process.WaitForExitAsync();
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Bound: {MostSeconds} s and {MostBytes >> 20} MB each, the process and the file itself included. "
                + $"! marks what is over, ? what is not refused by the name it should have."));
    }

    private static async Task ReadAsync(HostileFile file)
    {
        var bytes = file.Make();
        GC.Collect();
        using var self = Process.GetCurrentProcess();
        var (processor, watch) = (self.TotalProcessorTime, Stopwatch.StartNew());
        var peak = 0L;
        using var stop = new CancellationTokenSource();
        var watcher = WatchAsync(value => peak = Math.Max(peak, value), stop.Token);
        var results = new List<ReadResult>();
        using var stream = new MemoryStream(bytes);
        await foreach (var result in new StatementFileReader().ReadAsync(stream, file.Name, ReadOptions.Default, CancellationToken.None))
        {
            results.Add(result);
        }

        watch.Stop();
        self.Refresh();
        await stop.CancelAsync();
        await watcher;
        var fault = results.Select(result => result.Fault).FirstOrDefault(fault => fault is not null);
        var over = watch.Elapsed.TotalSeconds > MostSeconds || peak > MostBytes ? "!"
            : !file.IsNamed(fault?.Kind.ToString() ?? "Read") ? "?"
            : " ";
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{over} {file.Name,-22} {bytes.Length / 1048576.0,8:F1}  {watch.Elapsed.TotalSeconds,8:F2} "
                + $"{(self.TotalProcessorTime - processor).TotalSeconds,7:F2}  {peak >> 20,8}   "
                + $"{(fault is null ? "read" : $"{fault.Kind}: {fault.Reason}")}"));
    }

    /// <summary>
    /// The process's memory every few milliseconds: the operating system's own peak would count the making of the file too.
    /// </summary>
    private static async Task WatchAsync(Action<long> note, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        using var self = Process.GetCurrentProcess();
        do
        {
            self.Refresh();
            note(self.WorkingSet64);
        }
        while (await WaitAsync());

        async Task<bool> WaitAsync()
        {
            try
            {
                return await timer.WaitForNextTickAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                return false;
            }
        }
    }
}
