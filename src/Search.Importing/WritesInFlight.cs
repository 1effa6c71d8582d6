using Search.Core.Statements;

namespace Search.Importing;

/// <summary>
/// Batches that an engine has at the same time. Whichever is done first makes room for the next: an engine that lets one wait, to write
/// to its disk or to ask a cluster again, takes others meanwhile. Batches with a statement in common are never there at the same time,
/// so that its later capture in a file comes over the earlier, however long either takes.
/// </summary>
/// <param name="most">How many.</param>
internal sealed class WritesInFlight(int most)
{
    private readonly List<(Task Write, StatementBatch Batch)> _writes = [];

    /// <summary>Of all of them: no two have one in common.</summary>
    private readonly HashSet<StatementId> _ids = [];

    /// <summary>Begins to write a batch when there is room for it.</summary>
    /// <remarks>What a batch before it has failed with is thrown.</remarks>
    public async Task AddAsync(StatementBatch batch, Func<Task> write)
    {
        while (_writes.Count == most || batch.Statements.Any(statement => _ids.Contains(statement.Id)))
        {
            var done = await Task.WhenAny(_writes.Select(written => written.Write));
            var index = _writes.FindIndex(written => written.Write == done);
            _ids.ExceptWith(_writes[index].Batch.Statements.Select(statement => statement.Id));
            _writes.RemoveAt(index);
            await done;
        }

        _ids.UnionWith(batch.Statements.Select(statement => statement.Id));
        _writes.Add((write(), batch));
    }

    /// <summary>Waits for all that are left.</summary>
    public Task EndAsync() => Task.WhenAll(_writes.Select(written => written.Write));
}
