using System.Threading.RateLimiting;
using Search.Archive.Searching;

namespace Search.Service.Admission;

/// <summary>So many searches at once, first come first served; a few may wait for a while.</summary>
internal sealed class SearchLane(int running, int queue, TimeSpan patience, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan s_retryAfter = TimeSpan.FromSeconds(1);

    private readonly ConcurrencyLimiter _limiter = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = running,
        QueueLimit = queue,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>A place in the lane, until it is disposed.</summary>
    /// <exception cref="EngineUnavailableException">Too many wait already, or the wait was too long; soon there may be a place.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        var lease = _limiter.AttemptAcquire();
        if (!lease.IsAcquired)
        {
            lease.Dispose();
            lease = await WaitAsync(cancellationToken);
        }

        return lease.IsAcquired ? lease : throw Refusal();
    }

    public void Dispose() => _limiter.Dispose();

    private async Task<RateLimitLease> WaitAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await _limiter.AcquireAsync(1, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Refusal();
        }
    }

    private static EngineUnavailableException Refusal() =>
        new("More is being searched for at once than the engine takes.", retryAfter: s_retryAfter);
}
