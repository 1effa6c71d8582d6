namespace Search.Elasticsearch.Transport;

/// <summary>How long to wait before asking again: full jitter, so that callers who failed together do not return together.</summary>
internal static class RetryDelays
{
    /// <param name="first">The longest first wait.</param>
    /// <param name="longest">No wait is longer.</param>
    /// <param name="attempt">From 0.</param>
    /// <param name="asked">What the server asked for; it is kept, with some jitter on top.</param>
    public static TimeSpan Next(TimeSpan first, TimeSpan longest, int attempt, TimeSpan? asked)
    {
        var ceiling = TimeSpan.FromTicks((long)Math.Min(longest.Ticks, first.Ticks * Math.Pow(2, Math.Min(attempt, 20))));
#pragma warning disable CA5394 // Nobody gains by guessing when we come back.
        var jitter = ceiling * Random.Shared.NextDouble();
#pragma warning restore CA5394
        return asked is { } wait ? (wait < longest ? wait : longest) + (jitter / 10) : jitter;
    }
}
