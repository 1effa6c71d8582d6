using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Search.Archive.Searching;
using Search.Core.Statements;
using Search.Elasticsearch.Documents;
using Search.Elasticsearch.Indices;
using Search.Elasticsearch.Queries;
using Search.Elasticsearch.Transport;

namespace Search.Elasticsearch.Writing;

/// <summary>What a writer does to the live index.</summary>
internal sealed class ArchiveWriting(ClusterClient client, IndexAdministration indices, BulkSender sender, ILogger logger) : IDisposable
{
    /// <summary>Two importers that write the same statement in turn cannot hold each other up for longer.</summary>
    private const int MaxRounds = 20;

    public Task RefreshAsync(CancellationToken cancellationToken) => indices.RefreshAsync(indices.Alias, cancellationToken);

    public Task EndLoadAsync(CancellationToken cancellationToken) => indices.EndLoadAsync(indices.Alias, cancellationToken);

    public void Log(Exception exception) => logger.LogWarning(exception, "The writer could not be closed well");

    public void Dispose() => sender.Dispose();

    /// <summary>Whether the archive holds samples, or real statements.</summary>
    public async Task<bool> HasAsync(bool sample, CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken);
        var body = new JsonObject { ["query"] = QueryJson.Term(Fields.Sample, sample) };
        var answer = await client.CallAsync("POST", $"{indices.Alias}/_count", body, repeatable: true, cancellationToken);
        return answer.GetProperty("count").GetInt64() > 0;
    }

    /// <returns>True, always.</returns>
    public async Task<bool> RemoveSamplesAsync(CancellationToken cancellationToken)
    {
        if (await HasAsync(sample: true, cancellationToken))
        {
            var body = new JsonObject { ["query"] = QueryJson.Term(Fields.Sample, true) };
            await client.CallAsync(
                "POST", $"{indices.Alias}/_delete_by_query?refresh=true&conflicts=proceed", body, repeatable: true, cancellationToken);
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
        var outcomes = await SendAsync(first, statement => New(statement.Statement, samples), cancellationToken);
        var known = again;
        for (var index = 0; index < first.Length; index++)
        {
            switch (outcomes[index].Result)
            {
                case BulkResult.Written:
                    tally.Added++;
                    break;
                case BulkResult.Refused:
                    tally.Refuse(first[index].Statement, outcomes[index].Reason!);
                    break;
                default:
                    first[index].Uncertain |= outcomes[index].Uncertain;
                    known.Add(first[index]);
                    break;
            }
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
        var (changed, items) = (new List<PendingStatement>(), new List<BulkItem>());
        var whole = await ReadWholeAsync([.. turn.Where(statement => stored[statement.Id] is { } hashes && !hashes.IsSame(statement.Statement))], cancellationToken);
        foreach (var statement in turn)
        {
            if (stored[statement.Id] is { } hashes && hashes.IsSame(statement.Statement))
            {
                // An attempt without an answer may have written it.
                (tally.Added, tally.Unchanged) = statement.Uncertain ? (tally.Added + 1, tally.Unchanged) : (tally.Added, tally.Unchanged + 1);
            }
            else
            {
                changed.Add(statement);
                items.Add(whole.TryGetValue(statement.Id, out var found) ? Replacement(statement.Statement, found, samples) : New(statement.Statement, samples));
            }
        }

        var outcomes = await sender.SendAsync(indices.Alias, items, cancellationToken);
        for (var index = 0; index < items.Count; index++)
        {
            Count(changed[index], items[index], outcomes[index], tally, left);
        }

        return [.. statements.Where(left.Contains)];
    }

    private static void Count(
        PendingStatement statement, BulkItem item, BulkOutcome outcome, WriteTally tally, HashSet<PendingStatement> left)
    {
        switch (outcome.Result)
        {
            case BulkResult.Written when item.Replaces is null:
                tally.Added++;
                break;
            case BulkResult.Written:
                tally.Changed++;
                break;
            case BulkResult.Refused:
                tally.Refuse(statement.Statement, outcome.Reason!);
                break;
            default:
                left.Add(statement);
                break;
        }
    }

    private static BulkItem New(Statement statement, bool samples) => new(statement.Id.Value, StatementDocument.Write(statement, [], samples));

    /// <summary>A text that differs makes the one before a version.</summary>
    private static BulkItem Replacement(Statement statement, JsonElement found, bool samples)
    {
        var source = found.GetProperty("_source");
        IReadOnlyList<Statement> versions = StatementDocument.ReadVersions(source);
        if (source.GetProperty(Fields.TextHash).GetString() != StatementDocument.TextHash(statement))
        {
            versions = [StatementDocument.Read(source), .. versions];
        }

        return new BulkItem(statement.Id.Value, StatementDocument.Write(statement, versions, samples))
        {
            Replaces = new DocumentState(found.GetProperty("_seq_no").GetInt64(), found.GetProperty("_primary_term").GetInt64()),
        };
    }

    private Task<IReadOnlyList<BulkOutcome>> SendAsync(
        IReadOnlyList<PendingStatement> statements, Func<PendingStatement, BulkItem> item, CancellationToken cancellationToken) =>
        sender.SendAsync(indices.Alias, [.. statements.Select(item)], cancellationToken);

    private async Task<Dictionary<string, StoredHashes?>> ReadAsync(IReadOnlyList<PendingStatement> statements, CancellationToken cancellationToken)
    {
        var stored = new Dictionary<string, StoredHashes?>();
        await foreach (var found in GetManyAsync(statements, $"?_source_includes={Fields.ContentHash}", cancellationToken))
        {
            stored[found.GetProperty("_id").GetString()!] = found.GetProperty("found").GetBoolean()
                ? new StoredHashes(found.GetProperty("_source").GetProperty(Fields.ContentHash).GetString()!)
                : null;
        }

        return stored;
    }

    private async Task<Dictionary<string, JsonElement>> ReadWholeAsync(IReadOnlyList<PendingStatement> statements, CancellationToken cancellationToken)
    {
        var whole = new Dictionary<string, JsonElement>();
        await foreach (var found in GetManyAsync(statements, string.Empty, cancellationToken))
        {
            if (found.GetProperty("found").GetBoolean())
            {
                whole.Add(found.GetProperty("_id").GetString()!, found);
            }
        }

        return whole;
    }

    /// <summary>Documents as they are now, whether findable yet or not.</summary>
    private async IAsyncEnumerable<JsonElement> GetManyAsync(
        IReadOnlyList<PendingStatement> statements,
        string parameters,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var part in statements.Chunk(200))
        {
            var body = new JsonObject { ["ids"] = QueryJson.Array(part.Select(statement => (JsonNode)statement.Id)) };
            var answer = await client.CallAsync("POST", $"{indices.Alias}/_mget{parameters}", body, repeatable: true, cancellationToken);
            foreach (var found in answer.GetProperty("docs").EnumerateArray())
            {
                if (found.TryGetProperty("error", out var error))
                {
                    throw new EngineUnavailableException($"Elasticsearch could not read a statement: {error.GetProperty("reason").GetString()}.");
                }

                yield return found;
            }
        }
    }

    private sealed record StoredHashes(string ContentHash)
    {
        public bool IsSame(Statement statement) => ContentHash == StatementDocument.ContentHash(statement);
    }
}
