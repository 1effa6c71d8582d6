namespace Search.Archive.Matching;

/// <summary>
/// The work of looking for matches in texts, counted step by step, so that it can end inside a text: one text may hold a word
/// half a million times. Belongs to one query on one thread.
/// </summary>
/// <param name="isOver">Whether the query's time is over; null for no limit.</param>
/// <param name="cancellationToken">Ends the work too.</param>
public sealed class MatchWork(Func<bool>? isOver = null, CancellationToken cancellationToken = default)
{
    /// <summary>Steps between two looks at the clock, a step being a word compared or a place tried: under a millisecond.</summary>
    private const long StepsPerCheck = 1 << 17;

    private long _unchecked;

    /// <summary>Steps so far.</summary>
    public long Steps { get; private set; }

    /// <summary>Counts steps that are about to be taken.</summary>
    /// <exception cref="QueryTooCostlyException">The time is over.</exception>
    /// <exception cref="OperationCanceledException">Nobody waits for the answer.</exception>
    public void Add(long steps)
    {
        Steps += steps;
        _unchecked += steps;
        if (_unchecked >= StepsPerCheck)
        {
            Check();
        }
    }

    /// <summary>Looks at the clock now.</summary>
    /// <exception cref="QueryTooCostlyException">The time is over.</exception>
    /// <exception cref="OperationCanceledException">Nobody waits for the answer.</exception>
    public void Check()
    {
        _unchecked = 0;
        cancellationToken.ThrowIfCancellationRequested();
        if (isOver is not null && isOver())
        {
            throw new QueryTooCostlyException("This query took too long; make it narrower, with more or rarer words.");
        }
    }
}
