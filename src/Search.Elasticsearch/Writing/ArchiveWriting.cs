using System.Text.Json;
using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.Core.Get;
using Elastic.Clients.Elasticsearch.QueryDsl;
using Microsoft.Extensions.Logging;
using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Core.Statements;
using Search.Elasticsearch.Documents;
using Search.Elasticsearch.Indices;
using Search.Elasticsearch.Searching;
using Search.Elasticsearch.Transport;

namespace Search.Elasticsearch.Writing;

/// <summary>What a writer does to the live index.</summary>
internal sealed class ArchiveWriting(ClusterClient client, IndexAdministration indices, BulkSender sender, ILogger logger) : IDisposable
{
    /// <summary>Two importers that write the same statement in turn cannot hold each other up for longer.</summary>
    private const int MaxRounds = 20;

    public Task RefreshAsync(CancellationToken cancellationToken) => indices.RefreshAsync(indices.Alias, cancellationToken);

    public Task EndLoadAsync(CancellationToken cancellationToken) => indices.EndLoadAsync(indices.Alias, cancellationToken);

    public Task MergeAsync(CancellationToken cancellationToken) => indices.Merging.BeginAsync(indices.Alias, cancellationToken);

    public void Log(Exception exception) => logger.LogWarning(exception, "The writer could not be closed well");

    public void Dispose() => sender.Dispose();

    /// <summary>Whether the archive holds samples, or real statements.</summary>
    public async Task<bool> HasAsync(bool sample, CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken);
        var request = new CountRequest(indices.Alias) { Query = new TermQuery(Fields.Sample, sample) };
        return (await client.CallAsync(request, (es, token) => es.CountAsync(request, token), cancellationToken)).Count > 0;
    }

    /// <summary>A source's statements as they are findable now.</summary>
    public async IAsyncEnumerable<Statement> ReadSourceAsync(
        string source, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var hits = new ArchiveReader(client).ReadAsync(
            indices.Alias, new TermQuery(Fields.Source, source), [new FieldSort(Fields.Id)], cancellationToken);
        await foreach (var hit in hits)
        {
            yield return StatementDocument.Read(hit.Source);
        }
    }

    /// <returns>True, always.</returns>
    public async Task<bool> RemoveSamplesAsync(CancellationToken cancellationToken)
    {
        if (await HasAsync(sample: true, cancellationToken))
        {
            var request = new DeleteByQueryRequest(indices.Alias)
            {
                Query = new TermQuery(Fields.Sample, true),
                Refresh = true,
                Conflicts = Conflicts.Proceed,
            };
            await client.CallAsync(request, (es, token) => es.DeleteByQueryAsync(request, token), cancellationToken);
            logger.LogInformation("Removed the sample statements: real ones come");
        }

        return true;
    }

    /// <summary>How many the archive had already.</summary>
    /// <param name="statements">In the order in which they are to be written.</param>
    /// <param name="expectKnown">Whether to ask for each before sending it: sending is in vain for those that are known.</param>
    public async Task<int> WriteAsync(
        IReadOnlyList<PendingStatement> statements, bool samples, bool expectKnown, WriteTally tally, CancellationToken cancellationToken)
    {
        var known = expectKnown ? [.. statements] : await CreateAsync(statements, samples, tally, cancellationToken);
        var knownCount = 0;
        for (var round = 0; known.Count > 0; round++)
        {
            if (round == MaxRounds + statements.Count)
            {
                throw new EngineUnavailableException("Other importers change the same statements over and over.");
            }

            var left = await CompareAsync(known, samples, tally, cancellationToken);
            knownCount = round == 0 ? tally.Changed + tally.Unchanged : knownCount;
            known = left;
        }

        return knownCount;
    }

    /// <summary>Sends all as new, and returns those that are not, in their order.</summary>
    private async Task<List<PendingStatement>> CreateAsync(
        IReadOnlyList<PendingStatement> statements, bool samples, WriteTally tally, CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>();
        var again = statements.Where(statement => !seen.Add(statement.Id)).ToHashSet();
        var first = statements.Where(statement => !again.Contains(statement)).ToArray();
        var items = first.Select(statement => New(statement.Onto()!, samples)).ToArray();
        var outcomes = await sender.SendAsync(indices.Alias, items, cancellationToken);
        var known = again;
        for (var index = 0; index < first.Length; index++)
        {
            Count(first[index], items[index], outcomes[index], tally, known);
        }

        return [.. statements.Where(known.Contains)];
    }

    /// <summary>Compares with what the archive has and replaces what differs; returns those that have to be looked at again.</summary>
    private async Task<List<PendingStatement>> CompareAsync(
        List<PendingStatement> statements, bool samples, WriteTally tally, CancellationToken cancellationToken)
    {
        var turn = statements.DistinctBy(statement => statement.Id).ToArray(); // one after the other where an id comes twice
        var left = statements.Except(turn).ToHashSet();
        var stored = await ReadAsync(turn, cancellationToken);
        var open = turn.Where(statement => !TrySettle(statement, stored[statement.Id], tally)).ToArray();
        var whole = await ReadWholeAsync([.. open.Where(statement => stored[statement.Id] is not null)], cancellationToken);
        var (changed, items) = (new List<PendingStatement>(), new List<BulkItem>());
        foreach (var statement in open)
        {
            if (Item(statement, whole.GetValueOrDefault(statement.Id), samples, tally) is { } item)
            {
                changed.Add(statement);
                items.Add(item);
            }
        }

        var outcomes = await sender.SendAsync(indices.Alias, items, cancellationToken);
        for (var index = 0; index < items.Count; index++)
        {
            Count(changed[index], items[index], outcomes[index], tally, left);
        }

        return [.. statements.Where(left.Contains)];
    }

    /// <summary>Whether what is stored tells already that nothing is to be written.</summary>
    private static bool TrySettle(PendingStatement statement, StoredState? stored, WriteTally tally)
    {
        if (stored is null)
        {
            tally.Skipped += statement.Onto() is null ? 1 : 0;
            return statement.Onto() is null;
        }

        var isOurs = statement.Uncertain != UncertainAttempt.None && stored.ContentHash == statement.ContentHash;
        if (isOurs || statement.IsSettledBy(stored.ContentHash, stored.Versions, stored.IsMissing))
        {
            tally.Added += isOurs && statement.Uncertain == UncertainAttempt.ToAdd ? 1 : 0;
            tally.Changed += isOurs && statement.Uncertain == UncertainAttempt.ToReplace ? 1 : 0;
            tally.Unchanged += isOurs ? 0 : 1;
            return true;
        }

        var skipped = statement.IsSkippedOver(stored.ContentHash);
        tally.Skipped += skipped ? 1 : 0;
        return skipped;
    }

    /// <summary>What is to be sent over what the archive has; null for nothing.</summary>
    private static BulkItem? Item(PendingStatement statement, GetResult<JsonElement>? found, bool samples, WriteTally tally)
    {
        if (found is null)
        {
            tally.Skipped += statement.Onto() is null ? 1 : 0;
            return statement.Onto() is { } history ? New(history, samples) : null;
        }

        var source = found.Source;
        var contentHash = source.GetProperty(Fields.ContentHash).GetString()!;
        if (statement.IsSkippedOver(contentHash))
        {
            tally.Skipped++;
            return null;
        }

        if (Sound(source, statement, tally) is not { } existing)
        {
            return null;
        }

        if (statement.Over(existing) is not { } wanted)
        {
            tally.Unchanged++;
            return null;
        }

        return new BulkItem(statement.Id, StatementDocument.Write(wanted, samples))
        {
            Replaces = new DocumentState(found.SeqNo!.Value, found.PrimaryTerm!.Value),
            IsSameContent = contentHash == statement.ContentHash && wanted.Versions.Count == existing.Versions.Count,
        };
    }

    /// <summary>
    /// What the archive has, which becomes a version or keeps its versions; null where that is damaged and nothing may come over it:
    /// written anew, it would have a hash that fits it.
    /// </summary>
    private static StatementHistory? Sound(JsonElement source, PendingStatement statement, WriteTally tally)
    {
        try
        {
            return StatementDocument.ReadSoundHistory(source);
        }
        catch (ArchiveDamagedException exception)
        {
            tally.Refuse(statement.Statement, exception.Message);
            return null;
        }
    }

    private static void Count(
        PendingStatement statement, BulkItem item, BulkOutcome outcome, WriteTally tally, HashSet<PendingStatement> left)
    {
        switch (outcome.Result)
        {
            case BulkResult.Written when item.Replaces is null:
                tally.Added++;
                break;
            case BulkResult.Written when item.IsSameContent:
                tally.Unchanged++;
                break;
            case BulkResult.Written:
                tally.Changed++;
                break;
            case BulkResult.Refused:
                tally.Refuse(statement.Statement, outcome.Reason!);
                break;
            default:
                statement.Uncertain = !outcome.Uncertain ? statement.Uncertain
                    : item.Replaces is null ? UncertainAttempt.ToAdd : UncertainAttempt.ToReplace;
                left.Add(statement);
                break;
        }
    }

    private static BulkItem New(StatementHistory history, bool samples) =>
        new(history.Statement.Id.Value, StatementDocument.Write(history, samples));

    private async Task<Dictionary<string, StoredState?>> ReadAsync(
        IReadOnlyList<PendingStatement> statements, CancellationToken cancellationToken)
    {
        var stored = new Dictionary<string, StoredState?>();
        await foreach (var found in GetManyAsync(statements, [Fields.ContentHash, Fields.VersionCount, Fields.Missing], cancellationToken))
        {
            stored[found.Id] = found.Found
                ? new StoredState(
                    found.Source.GetProperty(Fields.ContentHash).GetString()!,
                    found.Source.GetProperty(Fields.VersionCount).GetInt32(),
                    found.Source.TryGetProperty(Fields.Missing, out _))
                : null;
        }

        return stored;
    }

    private async Task<Dictionary<string, GetResult<JsonElement>>> ReadWholeAsync(
        IReadOnlyList<PendingStatement> statements, CancellationToken cancellationToken)
    {
        var whole = new Dictionary<string, GetResult<JsonElement>>();
        await foreach (var found in GetManyAsync(statements, null, cancellationToken))
        {
            if (found.Found)
            {
                whole.Add(found.Id, found);
            }
        }

        return whole;
    }

    /// <summary>Documents as they are now, whether findable yet or not.</summary>
    /// <param name="fields">What is read of them; null for all.</param>
    private async IAsyncEnumerable<GetResult<JsonElement>> GetManyAsync(
        IReadOnlyList<PendingStatement> statements,
        string[]? fields,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var part in statements.Chunk(200))
        {
            var request = new MultiGetRequest(indices.Alias)
            {
                Ids = part.Select(statement => statement.Id).ToArray(),
                SourceIncludes = fields is null ? null : fields,
            };
            var answer = await client.CallAsync(request, (es, token) => es.MultiGetAsync<JsonElement>(request, token), cancellationToken);
            foreach (var found in answer.Docs)
            {
                yield return found.Value1 ?? throw new EngineUnavailableException(
                    $"Elasticsearch could not read a statement: {EngineProblem.Of(found.Value2?.Error).Reason}.");
            }
        }
    }

    private sealed record StoredState(string ContentHash, int Versions, bool IsMissing);
}
