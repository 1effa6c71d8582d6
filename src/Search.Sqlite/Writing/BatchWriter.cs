using Search.Archive.Searching;
using Search.Core.Statements;

namespace Search.Sqlite.Writing;

/// <summary>Decides what each statement of a batch changes, and writes the changes in the order of rows.</summary>
/// <remarks>FTS5 takes ascending rows into one segment; a row out of order would make it close what it has begun.</remarks>
/// <param name="transaction">What is written to.</param>
/// <param name="buffer">In which the batch's texts and tokens are.</param>
/// <param name="dictionaries">The keys of sources, languages and issuers.</param>
/// <param name="rewrite">Whether statements that the archive has just so are indexed again.</param>
internal sealed class BatchWriter(ArchiveTransaction transaction, ReadOnlyMemory<byte> buffer, WriterDictionaries dictionaries, bool rewrite)
{
    private int _added;
    private int _changed;
    private int _unchanged;

    public WriteResult Write(IReadOnlyList<PreparedStatement> batch, IReadOnlyList<RefusedStatement> refused)
    {
        // A statement that comes twice in one batch is written twice, in its order.
        var rest = batch;
        while (rest.Count > 0)
        {
            var again = new List<PreparedStatement>();
            WriteDistinct(rest, again);
            rest = again;
        }

        return new WriteResult(_added, _changed, _unchanged, refused);
    }

    private void WriteDistinct(IReadOnlyList<PreparedStatement> batch, List<PreparedStatement> again)
    {
        var ids = new HashSet<StatementId>();
        var changes = new List<Change>();
        foreach (var prepared in batch)
        {
            if (!ids.Add(prepared.Statement.Id))
            {
                again.Add(prepared);
            }
            else if (Plan(prepared) is { } change)
            {
                changes.Add(change);
            }
        }

        foreach (var change in changes.OrderBy(change => change.Row))
        {
            Apply(change);
        }
    }

    private Change? Plan(PreparedStatement prepared)
    {
        var existing = transaction.Find(prepared.Statement.Id);
        if (existing is null)
        {
            _added++;
            return new Change(transaction.NextRow(), prepared, null);
        }

        if (existing.ContentHash.AsSpan().SequenceEqual(prepared.ContentHash))
        {
            _unchanged++;
            return rewrite ? new Change(existing.Row, prepared, existing) : null;
        }

        _changed++;
        return new Change(existing.Row, prepared, existing);
    }

    private void Apply(Change change)
    {
        if (change.Existing is { } existing)
        {
            var isNewText = !existing.TextHash.AsSpan().SequenceEqual(change.Prepared.TextHash);
            if (isNewText)
            {
                transaction.KeepVersion(existing);
            }
            else
            {
                transaction.RemoveText(existing.Text);
            }

            transaction.Empty(existing.Row);
        }

        transaction.Insert(change.Row, change.Prepared, buffer, dictionaries);
    }

    private sealed record Change(long Row, PreparedStatement Prepared, ExistingStatement? Existing);
}
