namespace Search.Elasticsearch.Transport;

/// <summary>
/// How long one node is waited for. The client keeps connections apart by this time: one that differs with every call, as what is
/// left of a deadline does, would have each call open a connection of its own. So it comes in few steps, and the deadline itself
/// ends calls to the instant.
/// </summary>
internal static class NodeTime
{
    private static readonly TimeSpan s_longestReserve = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// Of several nodes a silent one is given up a little before the time is over, so that it is known as silent and another still
    /// has its chance.
    /// </summary>
    /// <param name="budget">Of all attempts together.</param>
    /// <param name="nodes">How many there are to ask.</param>
    public static TimeSpan Of(TimeSpan budget, int nodes)
    {
        if (nodes == 1)
        {
            return s_step * Math.Ceiling(budget / s_step);
        }

        var time = budget - Reserve(budget);
        return time > s_step ? s_step * Math.Floor(time / s_step) : time;
    }

    /// <summary>Kept for the nodes after a silent one.</summary>
    private static TimeSpan Reserve(TimeSpan budget) => budget / 4 < s_longestReserve ? budget / 4 : s_longestReserve;
}
