using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Search.Archive.Searching;
using Search.Elasticsearch.Configuration;
using Search.Elasticsearch.Transport;

namespace Search.Elasticsearch.Writing;

/// <summary>
/// Sends items in bulk, a few requests at a time, and sends again what the cluster does not take for now, until its
/// patience ends. Callers wait while all senders are busy: that is the back-pressure.
/// </summary>
internal sealed class BulkSender(ClusterClient client, ElasticsearchOptions options, ILogger logger, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _senders = new(options.Senders);

    /// <summary>Bodies are large; one for each sender is used again and again, so that memory does not grow with an import.</summary>
    private readonly ConcurrentBag<MemoryStream> _bodies = [];

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

    public void Dispose() => _senders.Dispose();

    private async Task SendBatchAsync(
        string alias, IReadOnlyList<BulkItem> items, Range range, BulkOutcome[] outcomes, CancellationToken cancellationToken)
    {
        await _senders.WaitAsync(cancellationToken);
        try
        {
            var batch = new BulkBatch(items, range, outcomes);
            var body = _bodies.TryTake(out var used) ? used : new MemoryStream();
            var started = time.GetTimestamp();
            for (var attempt = 0; ; attempt++)
            {
                var problem = await TryAsync(alias, batch, body, cancellationToken);
                if (batch.IsDone)
                {
                    _bodies.Add(body);
                    return;
                }

                body = problem is null ? body : new MemoryStream(); // a request that has failed may still be on its way

                if (time.GetElapsedTime(started) >= options.WritePatience)
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
        finally
        {
            _senders.Release();
        }
    }

    /// <summary>One request with what is pending; null unless the whole of it failed.</summary>
    private async Task<EngineUnavailableException?> TryAsync(
        string alias, BulkBatch batch, MemoryStream body, CancellationToken cancellationToken)
    {
        // Without require_alias Elasticsearch would make an index of the alias's name where there is none.
        const string parameters = "require_alias=true&timeout=10s&filter_path=items.*.status,items.*.error";
        var request = new NodeRequest("POST", $"{alias}/_bulk?{parameters}", Repeatable: true)
        {
            Body = batch.Body(body),
            ContentType = "application/x-ndjson",
        };
        NodeResponse response;
        try
        {
            response = await client.SendAsync(request, cancellationToken);
        }
        catch (EngineUnavailableException exception)
        {
            batch.MarkUncertain();
            return exception;
        }

        if (response.Status == 413)
        {
            batch.Split();
            return null;
        }

        if (!response.IsSuccess)
        {
            batch.MarkUncertain();
            return client.Error(request, response) is EngineUnavailableException unavailable && response.IsTransient
                ? unavailable
                : throw client.Error(request, response);
        }

        batch.Take(JsonElement.Parse(response.Body).GetProperty("items"), response.Resent);
        return null;
    }
}
