using System.Text.Json;
using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.Core.Search;
using Elastic.Clients.Elasticsearch.IndexManagement;
using Elastic.Clients.Elasticsearch.QueryDsl;
using Microsoft.Extensions.Logging;
using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Core.Statements;
using Search.Elasticsearch.Documents;
using Search.Elasticsearch.Indices;
using Search.Elasticsearch.Searching;
using Search.Elasticsearch.Transport;
using Search.Elasticsearch.Writing;

namespace Search.Elasticsearch.Lifecycle;

/// <summary>
/// Makes a new index from the live one while that goes on serving and taking statements. At the end writes are held up for
/// a moment, what came meanwhile is carried over, both are counted, and the alias moves in one step. Whatever fails
/// before, the live index is as it was; an answer that was lost is no failure where its request was carried out.
/// </summary>
internal sealed class IndexRebuilder(
    ClusterClient client, IndexAdministration indices, BulkSender sender, ILogger logger, TimeProvider time)
{
    private const int BatchItems = 500;
    private const int MaxCatchUps = 5;
    private static readonly TimeSpan s_heartbeat = TimeSpan.FromMinutes(1);

    private readonly ArchiveReader _reader = new(client);
    private readonly RebuildEnding _ending = new(indices, logger);

    /// <summary>The new index's name.</summary>
    public async Task<string> RebuildAsync(string from, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var to = IndexNames.CreateNew(indices.Alias, time.GetUtcNow(), await indices.ListAsync(cancellationToken));
        await indices.CreateToFillAsync(to, time.GetUtcNow(), cancellationToken);
        try
        {
            await FillAsync(from, to, progress, cancellationToken);
            await indices.ArchiveAlias.MoveAsync(from, to, cancellationToken);
        }
        catch (Exception exception)
        {
            if (!await _ending.UndoAsync(from, to))
            {
                throw;
            }

            logger.LogInformation(exception, "{To} is live: the answer was lost, and not the request", to);
        }

        await _ending.FinishAsync(to);
        return to;
    }

    private async Task FillAsync(string from, string to, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var carried = await CopyAsync(from, to, progress, cancellationToken);
        logger.LogInformation("Carried {Count} statements from {From} to {To}", carried.Count, from, to);
        for (var round = 0; round < MaxCatchUps && carried.Count > BatchItems; round++)
        {
            carried = await CatchUpAsync(from, to, carried.Last, cancellationToken);
        }

        await indices.EndLoadAsync(to, cancellationToken);
        await indices.RefreshAsync(to, cancellationToken);
        await indices.WaitForCopiesAsync(to, cancellationToken);

        await indices.BlockWritesAsync(from, cancellationToken);
        await CatchUpAsync(from, to, carried.Last, cancellationToken);
        await indices.RefreshAsync(to, cancellationToken);
        await CompareCountsAsync(from, to, cancellationToken);
    }

    private async Task<(long Count, long Last)> CopyAsync(
        string from, string to, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var last = await LastSequenceNumberAsync(from, cancellationToken); // before the refresh: all up to it is then seen
        await indices.RefreshAsync(from, cancellationToken);
        return (await CarryAsync(from, to, null, progress, cancellationToken), last);
    }

    /// <summary>Carries over what has changed since a copy began.</summary>
    private async Task<(long Count, long Last)> CatchUpAsync(string from, string to, long since, CancellationToken cancellationToken)
    {
        var last = await LastSequenceNumberAsync(from, cancellationToken); // before the refresh: all up to it is then seen
        await indices.RefreshAsync(from, cancellationToken);
        var changed = new UntypedRangeQuery("_seq_no") { Gt = since };
        return (await CarryAsync(from, to, changed, null, cancellationToken), last);
    }

    private async Task<long> CarryAsync(
        string from, string to, Query? query, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var sending = new HashSet<Task>();
        try
        {
            return await CarryAsync(from, to, query, sending, progress, cancellationToken);
        }
        finally
        {
            // Whatever failed: nothing is undone while batches are still on their way. The first failure is thrown already.
            await Task.WhenAll(sending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<long> CarryAsync(
        string from, string to, Query? query, HashSet<Task> sending, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var (batch, count, noted) = (new List<BulkItem>(), 0L, time.GetTimestamp());
        await foreach (var hit in _reader.ReadAsync(from, query, [new FieldSort(Fields.Id)], cancellationToken))
        {
            batch.Add(Item(hit));
            count++;
            if (batch.Count < BatchItems)
            {
                continue;
            }

            sending.Add(SendAsync(to, batch, cancellationToken));
            batch = [];
            if (sending.Count > 3)
            {
                // Whichever it is: while the cluster lets one wait it takes others.
                var done = await Task.WhenAny(sending);
                sending.Remove(done);
                await done;
            }

            progress?.Report(count);
            if (time.GetElapsedTime(noted) > s_heartbeat)
            {
                noted = time.GetTimestamp();
                await indices.NoteAsync(to, IndexNotes.Of(IndexMapping.Current, time.GetUtcNow()), cancellationToken);
            }
        }

        sending.Add(SendAsync(to, batch, cancellationToken));
        await Task.WhenAll(sending);
        progress?.Report(count);
        return count;
    }

    /// <summary>
    /// Written anew by the mapping of this program: what is derived from the statement may have changed. Its version is the
    /// number of the change in the live index that made it so: a request that was given up and is carried out late all the
    /// same finds a newer state there, and leaves it.
    /// </summary>
    /// <exception cref="ArchiveDamagedException">It is not what was written: written anew, it would have a hash that fits it.</exception>
    private BulkItem Item(Hit<JsonElement> hit)
    {
        var history = Traced(ReadSound(hit));
        var sample = hit.Source.GetProperty(Fields.Sample).GetBoolean();
        return new BulkItem(history.Statement.Id.Value, StatementDocument.Write(history, sample))
        {
            Version = hit.SeqNo!.Value,
        };
    }

    /// <summary>Earlier mappings did not note when statements came: not before their capture, and it was known then.</summary>
    private StatementHistory Traced(StatementHistory history)
    {
        var (statement, versions) = history;
        if (statement.Trace is not null)
        {
            return history;
        }

        var first = versions.Append(statement).Min(version => version.Captured);
        var trace = ArchiveTrace.At(first ?? time.GetUtcNow()) with
        {
            TextReceived = ArchiveTrace.Whole(statement.Captured ?? time.GetUtcNow()),
            Versions = versions.Count,
        };
        return history with { Statement = statement with { Trace = trace } };
    }

    private static StatementHistory ReadSound(Hit<JsonElement> hit)
    {
        try
        {
            return StatementDocument.ReadSoundHistory(hit.Source);
        }
        catch (ArchiveDamagedException exception)
        {
            var document = $"/{hit.Index}/_doc/{hit.Id}";
            throw new ArchiveDamagedException(
                $"{exception.Message} No index is made anew from such a statement, and the live index stays. To do without it until "
                + $"its source is imported again: DELETE {document}",
                exception,
                exception.StatementId);
        }
    }

    private async Task SendAsync(string to, List<BulkItem> batch, CancellationToken cancellationToken)
    {
        foreach (var outcome in await sender.SendAsync(IndexNames.Filling(to), batch, cancellationToken))
        {
            // A conflict is none here: it says that a newer state of the statement is there already (BulkItem.Version).
            if (outcome.Result == BulkResult.Refused)
            {
                throw new InvalidDataException(
                    $"A statement of the archive does not fit the new index: {outcome.Reason}. The live index stays.");
            }
        }
    }

    /// <summary>The least of the parts' greatest numbers: each part counts by itself.</summary>
    private async Task<long> LastSequenceNumberAsync(string index, CancellationToken cancellationToken)
    {
        var request = new IndicesStatsRequest(index, [CommonStatsFlag.Docs]) { Level = Level.Shards };
        var answer = await client.CallAsync(request, (es, token) => es.Indices.StatsAsync(request, token), cancellationToken);
        return answer.Indices!.Values.Single().Shards!.Values.SelectMany(copies => copies).Min(copy => copy.SeqNo!.LocalCheckpoint);
    }

    /// <summary>Documents may also have gone from the live index meanwhile: the samples do, when the first real statement comes.</summary>
    private async Task CompareCountsAsync(string from, string to, CancellationToken cancellationToken)
    {
        var (before, after) = (await indices.CountAsync(from, cancellationToken), await indices.CountAsync(to, cancellationToken));
        if (before != after)
        {
            throw new ArchiveBusyException(
                $"The new index holds {after} statements and the live one {before}: it changed too much meanwhile. "
                + "The live index stays; try again.");
        }
    }
}
