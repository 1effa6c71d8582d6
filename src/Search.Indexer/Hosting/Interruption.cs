using System.Runtime.InteropServices;

namespace Search.Indexer.Hosting;

/// <summary>
/// Ctrl-C and the signal to end: the first asks commands to end well, the second ends the process at once. A command that has not
/// ended within <see cref="Patience"/> is ended as the second signal would: an archive survives that as it survives a power cut, and
/// whoever sends the signal (a person, a shell, a service manager) does not wait longer.
/// </summary>
internal sealed class Interruption : IDisposable
{
    /// <summary>How long a command may take to end well.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

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

    public void Dispose()
    {
        _ended.Set();
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _source.Dispose();
    }

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
