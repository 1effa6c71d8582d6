namespace Search.Web.Hosting;

/// <summary>
/// Gives a load's memory back when it is over: the collector looks at a heap only while somebody allocates in it, so that a host
/// that has become quiet would keep what its busiest minute took.
/// </summary>
/// <param name="allocated">Bytes allocated since the process began.</param>
/// <param name="collect">Collects everything and returns what is free to the system.</param>
internal sealed class QuietCollection(TimeProvider time, Func<long> allocated, Action collect) : IHostedService, IDisposable
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(5);

    /// <summary>Bytes allocated in an interval below which the host is quiet: what a few requests take.</summary>
    private const long Quiet = 16 << 20;

    /// <summary>Bytes allocated since the last collection from which another is worth its pause.</summary>
    private const long Worthwhile = 256 << 20;

    private long _seen;
    private long _collected;
    private ITimer? _timer;

    public QuietCollection(TimeProvider time)
        : this(
            time,
            () => GC.GetTotalAllocatedBytes(),
            () => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true))
    {
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _seen = _collected = allocated();
        _timer = time.CreateTimer(_ => Look(), null, s_interval, Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _timer?.Dispose();

    private void Look()
    {
        var now = allocated();
        if (now - _seen < Quiet && now - _collected >= Worthwhile)
        {
            collect();
            _collected = now;
        }

        _seen = now;
        _timer?.Change(s_interval, Timeout.InfiniteTimeSpan);
    }
}
