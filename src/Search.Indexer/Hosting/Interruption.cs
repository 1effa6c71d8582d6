using System.Globalization;
using System.Runtime.InteropServices;

namespace Search.Indexer.Hosting;

/// <summary>
/// Ctrl-C and the signal to end: the first asks commands to end well, the second ends the process at once. A command that has not
/// ended within <see cref="Patience"/> (a second and a half) is ended as the second signal would: an archive survives that as it
/// survives a power cut, and whoever sends the signal (a person, a shell, a service manager) does not wait longer.
/// </summary>
internal sealed class Interruption : IDisposable
{
    /// <summary>
    /// Seconds that a command may take to end well instead of one and a half, for a machine that is too busy or a disk that is too slow
    /// for that, where whoever sends the signal waits longer. Not a setting of the archive: it holds before any setting is read.
    /// </summary>
    public const string PatienceVariable = "SEARCH_END_PATIENCE";

    private const double LongestPatience = 3600;
    private static readonly TimeSpan s_usualPatience = TimeSpan.FromSeconds(1.5);

    private readonly CancellationTokenSource _source = new();
    private readonly ManualResetEventSlim _ended = new();
    private readonly PosixSignalRegistration[] _registrations;

    public Interruption()
    {
        // Signals are told to a thread of the pool: there is one even while all cores understand pages.
        ThreadPool.GetMinThreads(out var workers, out var completions);
        ThreadPool.SetMinThreads(Math.Max(workers, Environment.ProcessorCount + 4), completions);
        _registrations = [Register(PosixSignal.SIGINT), Register(PosixSignal.SIGTERM)];
    }

    public CancellationToken Token => _source.Token;

    /// <summary>How long a command may take to end well.</summary>
    public static TimeSpan Patience { get; } = PatienceOf(Environment.GetEnvironmentVariable(PatienceVariable));

    public void Dispose()
    {
        _ended.Set();
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _source.Dispose();
    }

    /// <summary>The usual patience where the variable holds no number of seconds from 0 to an hour.</summary>
    public static TimeSpan PatienceOf(string? seconds) =>
        double.TryParse(seconds, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && number is >= 0 and <= LongestPatience
            ? TimeSpan.FromSeconds(number)
            : s_usualPatience;

    private PosixSignalRegistration Register(PosixSignal signal) => PosixSignalRegistration.Create(signal, context =>
    {
        if (_source.IsCancellationRequested)
        {
            return;
        }

        context.Cancel = true;
        new Thread(EndInTime) { IsBackground = true }.Start();
        _source.Cancel();
    });

    private void EndInTime()
    {
        if (!_ended.Wait(Patience))
        {
            Console.Error.WriteLine("search: Ended in the middle of its work. What was acknowledged is in the archive.");
            Environment.Exit(ExitCode.Cancelled);
        }
    }
}
