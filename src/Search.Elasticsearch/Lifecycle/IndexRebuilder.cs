using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Search.Archive.Searching;
using Search.Elasticsearch.Documents;
using Search.Elasticsearch.Indices;
using Search.Elasticsearch.Searching;
using Search.Elasticsearch.Transport;
using Search.Elasticsearch.Writing;

namespace Search.Elasticsearch.Lifecycle;

/// <summary>
/// Makes a new index from the live one while that goes on serving and taking statements. At the end writes are held up for
/// a moment, what came meanwhile is carried over, both are counted, and the alias moves in one step. Whatever fails
/// before, the live index is as it was.
/// </summary>
internal sealed class IndexRebuilder(
    ClusterClient client, IndexAdministration indices, BulkSender sender, ILogger logger, TimeProvider time)
{
    private const int BatchItems = 500;
    private const int MaxCatchUps = 5;
    private static readonly TimeSpan s_heartbeat = TimeSpan.FromMinutes(1);

    private readonly ArchiveReader _reader = new(client);

    /// <summary>The new index's name.</summary>
    public async Task<string> RebuildAsync(string from, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var to = IndexNames.Create(indices.Alias, time.GetUtcNow());
        to = to != from ? to : IndexNames.Create(indices.Alias, time.GetUtcNow().AddSeconds(1)); // made in this very second
        await indices.CreateAsync(to, IndexNotes.Of(IndexMapping.Current, time.GetUtcNow()), loading: true, cancellationToken);
        var blocked = false;
        try
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

            blocked = true;
            await indices.BlockWritesAsync(from, cancellationToken);
            await CatchUpAsync(from, to, carried.Last, cancellationToken);
            await indices.RefreshAsync(to, cancellationToken);
            await CompareCountsAsync(from, to, cancellationToken);
            await indices.NoteAsync(to, IndexNotes.Of(IndexMapping.Current), cancellationToken);
            await indices.PointAliasAsync(from, to, cancellationToken);
            return to;
        }
        catch
        {
            await UndoAsync(from, to, blocked);
            throw;
        }
    }

    private async Task<(long Count, long Last)> CopyAsync(string from, string to, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var last = await LastSequenceNumberAsync(from, cancellationToken); // before the refresh: all up to it is then seen
        await indices.RefreshAsync(from, cancellationToken);
        return (await CarryAsync(from, to, null, progress, cancellationToken), last);
    }

    /// <summary>Carries over what has changed since a copy began; what is carried twice is the same twice.</summary>
    private async Task<(long Count, long Last)> CatchUpAsync(string from, string to, long since, CancellationToken cancellationToken)
    {
        var last = await LastSequenceNumberAsync(from, cancellationToken); // before the refresh: all up to it is then seen
        await indices.RefreshAsync(from, cancellationToken);
        var changed = new JsonObject { ["range"] = new JsonObject { ["_seq_no"] = new JsonObject { ["gt"] = since } } };
        return (await CarryAsync(from, to, changed, null, cancellationToken), last);
    }

    private async Task<long> CarryAsync(
        string from, string to, JsonObject? query, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var (batch, count, noted) = (new List<BulkItem>(), 0L, time.GetTimestamp());
        var sending = new Queue<Task>();
        await foreach (var hit in _reader.ReadAsync(from, query, [new JsonObject { [Fields.Id] = "asc" }], cancellationToken))
        {
            batch.Add(Item(hit.GetProperty("_source")));
            count++;
            if (batch.Count < BatchItems)
            {
                continue;
            }

            sending.Enqueue(SendAsync(to, batch, cancellationToken));
            batch = [];
            while (sending.Count > 3)
            {
                await sending.Dequeue();
            }

            progress?.Report(count);
            if (time.GetElapsedTime(noted) > s_heartbeat)
            {
                noted = time.GetTimestamp();
                await indices.NoteAsync(to, IndexNotes.Of(IndexMapping.Current, time.GetUtcNow()), cancellationToken);
            }
        }

        await SendAsync(to, batch, cancellationToken);
        await Task.WhenAll(sending);
        progress?.Report(count);
        return count;
    }

    /// <summary>Written anew by the mapping of this program: what is derived from the statement may have changed.</summary>
    private static BulkItem Item(JsonElement source)
    {
        var statement = StatementDocument.Read(source);
        var sample = source.GetProperty(Fields.Sample).GetBoolean();
        return new BulkItem(statement.Id.Value, StatementDocument.Write(statement, StatementDocument.ReadVersions(source), sample))
        {
            Unconditional = true,
        };
    }

    private async Task SendAsync(string to, List<BulkItem> batch, CancellationToken cancellationToken)
    {
        foreach (var outcome in await sender.SendAsync(to, batch, cancellationToken))
        {
            if (outcome.Result != BulkResult.Written)
            {
                throw new InvalidDataException($"A statement of the archive does not fit the new index: {outcome.Reason}. The live index stays.");
            }
        }
    }

    /// <summary>The least of the parts' greatest numbers: each part counts by itself.</summary>
    private async Task<long> LastSequenceNumberAsync(string index, CancellationToken cancellationToken)
    {
        var answer = await client.CallAsync("GET", $"{index}/_stats/docs?level=shards", null, repeatable: true, cancellationToken);
        return answer.GetProperty("indices").EnumerateObject().Single().Value.GetProperty("shards").EnumerateObject()
            .SelectMany(shard => shard.Value.EnumerateArray())
            .Min(copy => copy.GetProperty("seq_no").GetProperty("local_checkpoint").GetInt64());
    }

    /// <summary>Documents may also have gone from the live index meanwhile: the samples do, when the first real statement comes.</summary>
    private async Task CompareCountsAsync(string from, string to, CancellationToken cancellationToken)
    {
        var (before, after) = (await CountAsync(from, cancellationToken), await CountAsync(to, cancellationToken));
        if (before != after)
        {
            throw new ArchiveBusyException(
                $"The new index holds {after} statements and the live one {before}: it changed too much meanwhile. The live index stays; try again.");
        }
    }

    private async Task<long> CountAsync(string index, CancellationToken cancellationToken) =>
        (await client.CallAsync("GET", $"{index}/_count", null, repeatable: true, cancellationToken)).GetProperty("count").GetInt64();

    private async Task UndoAsync(string from, string to, bool blocked)
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        try
        {
            if (blocked)
            {
                await indices.AllowWritesAsync(from, soon.Token);
            }

            await indices.DeleteAsync(to, soon.Token);
        }
        catch (Exception exception)
        {
            logger.LogWarning(exception, "The unfinished index {Index} could not be removed; the next cleanup does it", to);
        }
    }
}
