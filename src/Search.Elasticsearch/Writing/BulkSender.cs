using Elastic.Clients.Elasticsearch;
using Microsoft.Extensions.Logging;
using Search.Archive.Searching;
using Search.Elasticsearch.Configuration;
using Search.Elasticsearch.Transport;

namespace Search.Elasticsearch.Writing;

/// <summary>
/// Sends items in bulk, as many requests at a time as the cluster takes, and sends again what it does not take for now, until its
/// patience ends. Callers wait meanwhile: that is the back-pressure.
/// </summary>
internal sealed class BulkSender(ClusterClient client, ElasticsearchOptions options, ILogger logger, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(10);

    private readonly SendWindow _window = new(options.Senders);

    /// <summary>Requests that may be under way now.</summary>
    public int AtOnce => _window.Size;

    /// <summary>The outcomes in the order of the items.</summary>
    /// <param name="alias">What to write to, which must be an alias: an index that is gone is never made by a write.</param>
    /// <exception cref="ArchiveFullException">The cluster's disks have no room for them.</exception>
    /// <exception cref="EngineUnavailableException">The cluster did not take them in time.</exception>
    public async Task<IReadOnlyList<BulkOutcome>> SendAsync(
        string alias, IReadOnlyList<BulkItem> items, CancellationToken cancellationToken)
    {
        var outcomes = new BulkOutcome[items.Count];
        await Task.WhenAll(BatchCutter.Cut(items).Select(range => SendBatchAsync(alias, items, range, outcomes, cancellationToken)));
        return outcomes;
    }

    public void Dispose() => _window.Dispose();

    private async Task SendBatchAsync(
        string alias, IReadOnlyList<BulkItem> items, Range range, BulkOutcome[] outcomes, CancellationToken cancellationToken)
    {
        var batch = new BulkBatch(items, range, outcomes);
        long? started = null;
        for (var attempt = 0; ; attempt++)
        {
            var round = await _window.EnterAsync(cancellationToken);
            EngineUnavailableException? problem;
            try
            {
                started ??= time.GetTimestamp();
                problem = await TryAsync(alias, batch, round, cancellationToken);
            }
            finally
            {
                _window.Leave(); // waiting to send again holds up nobody else
            }

            if (batch.IsDone)
            {
                return;
            }

            if (time.GetElapsedTime(started.Value) >= options.WritePatience)
            {
                throw batch.NoRoom
                    ? EngineErrors.Full($"{batch.Pending.Count} statements were not taken within {options.WritePatience}")
                    : problem ?? new EngineUnavailableException(
                        $"Elasticsearch did not take {batch.Pending.Count} statements within {options.WritePatience}.");
            }

            logger.LogWarning(
                "Elasticsearch did not take {Count} statements for now ({Reason}); they are sent again",
                batch.Pending.Count,
                problem?.Message ?? batch.LastProblem);
            TimeSpan? asked = problem?.RetryAfter is { } wait && wait < s_longestWait ? wait : null;
            await Task.Delay(RetryDelays.Next(options.RetryDelay, s_longestWait, attempt, asked), time, cancellationToken);
        }
    }

    /// <summary>One request with what is pending; null unless the whole of it failed.</summary>
    private async Task<EngineUnavailableException?> TryAsync(
        string alias, BulkBatch batch, int round, CancellationToken cancellationToken)
    {
        ClusterAnswer<BulkResponse> answer;
        try
        {
            answer = await client.SendAsync<BulkResponse>(BulkLines.Path(alias), BulkLines.Body(batch.Next()), cancellationToken);
        }
        catch (EngineUnavailableException exception)
        {
            batch.MarkUncertain();
            return exception;
        }

        if (answer.Busy)
        {
            _window.Shrink(round);
        }

        if (answer.Status == 413)
        {
            batch.Split();
            return null;
        }

        if (!answer.IsSuccess)
        {
            batch.MarkUncertain();
            return client.Error(answer) is EngineUnavailableException unavailable && answer.IsTransient
                ? unavailable
                : throw client.Error(answer);
        }

        if (batch.Take(answer.Response.Items, answer.Resent))
        {
            _window.Shrink(round);
        }
        else if (!answer.Busy)
        {
            _window.Grow();
        }

        return null;
    }
}
