using Search.Archive.Searching;

namespace Search.Service.Assistance;

/// <summary>
/// The time that one whole answer has: the page and whatever stands beside it. When it is over, or the reader has gone, all that
/// is still asked of the engine for the answer ends.
/// </summary>
internal sealed class AnswerDeadline : IDisposable
{
    private readonly TimeProvider _time;
    private readonly TimeSpan _budget;
    private readonly long _started;
    private readonly CancellationTokenSource _over;
    private readonly CancellationTokenSource _either;
    private volatile bool _hasLeftOut;

    /// <param name="budget">From now on.</param>
    /// <param name="cancellationToken">The reader's own.</param>
    public AnswerDeadline(TimeSpan budget, TimeProvider time, CancellationToken cancellationToken)
    {
        (_time, _budget, _started) = (time, budget, time.GetTimestamp());
        _over = new CancellationTokenSource(budget, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_over.Token, cancellationToken);
    }

    /// <summary>For what stands beside the page: over with the time, and with the reader.</summary>
    public CancellationToken Token => _either.Token;

    /// <summary>What an engine may still take; a moment where nothing is left.</summary>
    public TimeSpan Left => _budget - Elapsed is var left && left > TimeSpan.Zero ? left : TimeSpan.FromMilliseconds(1);

    public TimeSpan Elapsed => _time.GetElapsedTime(_started);

    /// <summary>Whether something that belongs to the answer is not in it.</summary>
    public bool HasLeftOut => _hasLeftOut;

    /// <summary>Ends what is still under way, when the answer cannot be given any more.</summary>
    public Task EndAsync() => _over.CancelAsync();

    /// <summary>
    /// Something beside the page, or <paramref name="otherwise"/> when it does not come in time, is dearer than the page, or finds
    /// the engine busy or gone: the page stands without it.
    /// </summary>
    public async Task<T> BesideAsync<T>(Func<Task<T>> work, T otherwise)
    {
        try
        {
            if (!_over.IsCancellationRequested)
            {
                // An engine may be slow to notice that it is not waited for any more.
                return await work().WaitAsync(Token);
            }
        }
        catch (Exception exception) when (IsLeftOut(exception))
        {
        }

        _hasLeftOut = true;
        return otherwise;
    }

    public void Dispose()
    {
        _either.Dispose();
        _over.Dispose();
    }

    private bool IsLeftOut(Exception exception) => exception switch
    {
        QueryTooCostlyException or EngineUnavailableException => true,
        OperationCanceledException => _over.IsCancellationRequested,
        _ => false,
    };
}
