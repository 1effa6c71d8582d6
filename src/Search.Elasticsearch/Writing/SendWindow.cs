namespace Search.Elasticsearch.Writing;

/// <summary>
/// How many bulk requests may be under way: as many as there are senders, half as many (at least one) each time that the cluster says
/// it has too much to do, and one more whenever it has taken as many as are allowed.
/// </summary>
internal sealed class SendWindow(int most) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly int _most = most;
    private readonly SemaphoreSlim _free = new(most);

    /// <summary>Places that are taken away as soon as somebody leaves them.</summary>
    private int _toTakeAway;

    private int _round;
    private int _taken;

    /// <summary>Requests that may be under way.</summary>
    public int Size { get; private set; } = most;

    /// <summary>Waits for a place.</summary>
    /// <returns>What a refusal is to be reported with.</returns>
    public async Task<int> EnterAsync(CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        lock (_lock)
        {
            return _round;
        }
    }

    public void Leave()
    {
        lock (_lock)
        {
            if (_toTakeAway > 0)
            {
                _toTakeAway--;
                return;
            }
        }

        _free.Release();
    }

    /// <summary>The cluster refused a request for having too much to do.</summary>
    /// <param name="round">When the request set out: all that were under way together are one sign and not several.</param>
    public void Shrink(int round)
    {
        lock (_lock)
        {
            if (round != _round)
            {
                return;
            }

            var less = Size / 2; // of one, nothing
            Size -= less;
            _toTakeAway += less;
            _taken = 0;
            _round++;
        }
    }

    /// <summary>The cluster took a request.</summary>
    public void Grow()
    {
        lock (_lock)
        {
            if (Size == _most || ++_taken < Size)
            {
                return;
            }

            Size++;
            _taken = 0;
            if (_toTakeAway > 0)
            {
                _toTakeAway--;
                return;
            }
        }

        _free.Release();
    }

    public void Dispose() => _free.Dispose();
}
