using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Core.Statements;

namespace Search.Sqlite.Writing;

/// <summary>Decides what each statement of a batch changes, and writes the changes in the order of rows.</summary>
/// <remarks>FTS5 takes ascending rows into one segment; a row out of order would make it close what it has begun.</remarks>
/// <param name="transaction">What is written to.</param>
/// <param name="buffer">In which the batch's texts and tokens are.</param>
/// <param name="dictionaries">The keys of sources, languages and issuers.</param>
/// <param name="now">When the batch came.</param>
internal sealed class ChangeWriter(
    ArchiveTransaction transaction, ReadOnlyMemory<byte> buffer, WriterDictionaries dictionaries, DateTimeOffset now)
{
    private readonly List<RefusedStatement> _refused = [];
    private int _added;
    private int _changed;
    private int _unchanged;
    private int _skipped;

    public WriteResult Write(IReadOnlyList<StatementChange> batch, IReadOnlyList<RefusedStatement> refused)
    {
        // A statement that comes twice in one batch is written twice, in its order.
        var rest = batch;
        while (rest.Count > 0)
        {
            var again = new List<StatementChange>();
            WriteDistinct(rest, again);
            rest = again;
        }

        return new WriteResult(_added, _changed, _unchanged, [.. refused, .. _refused]) { Skipped = _skipped };
    }

    private void WriteDistinct(IReadOnlyList<StatementChange> batch, List<StatementChange> again)
    {
        var ids = new HashSet<StatementId>();
        var writes = new List<RowWrite>();
        foreach (var change in batch)
        {
            if (!ids.Add(change.Prepared.Statement.Id))
            {
                again.Add(change);
            }
            else if (Plan(change) is { } write)
            {
                writes.Add(write);
            }
        }

        foreach (var write in writes.OrderBy(write => write.Row))
        {
            Apply(write);
        }
    }

    /// <summary>What is to be written; null for nothing.</summary>
    private RowWrite? Plan(StatementChange change)
    {
        var existing = transaction.Find(change.Prepared.Statement.Id);
        return change switch
        {
            ReviseChange revise => Revise(revise, existing),
            RestoreChange restore => Restore(restore, existing),
            _ => Import(change.Prepared, existing),
        };
    }

    private RowWrite? Import(PreparedStatement prepared, ExistingStatement? existing)
    {
        if (existing is null)
        {
            _added++;
            return new RowWrite(transaction.NextRow(), prepared, null, Versions: null, ArchiveTrace.At(now));
        }

        if (IsSame(existing, prepared))
        {
            if (existing.Trace.Missing is not null)
            {
                transaction.NoteMissing(existing.Row, null);
            }

            _unchanged++;
            return null;
        }

        _changed++;
        var isNewText = !existing.TextHash.AsSpan().SequenceEqual(prepared.TextHash);
        return new RowWrite(existing.Row, prepared, existing, Versions: null, existing.Trace.Captured(isNewText, now));
    }

    private RowWrite? Revise(ReviseChange change, ExistingStatement? existing)
    {
        if (existing is null || !existing.ContentHash.AsSpan().SequenceEqual(change.MadeFrom.Span))
        {
            _skipped++;
            return null;
        }

        _ = IsSame(existing, change.Prepared) ? _unchanged++ : _changed++;
        return new RowWrite(existing.Row, change.Prepared, existing, Versions: null, existing.Trace);
    }

    private RowWrite? Restore(RestoreChange change, ExistingStatement? existing)
    {
        if (existing is null)
        {
            _added++;
            var first = ArchiveTrace.Restored(change.History.Statement.Trace, null, change.History.Versions.Count, now);
            return new RowWrite(transaction.NextRow(), change.Prepared, null, change.History.Versions, first);
        }

        if (History(existing, change.Prepared.Statement) is not { } had)
        {
            return null;
        }

        var joined = change.History.Over(had);
        if (joined.IsSame(had))
        {
            _unchanged++;
            return null;
        }

        _changed++;
        var trace = ArchiveTrace.Restored(change.History.Statement.Trace, existing.Trace, joined.Versions.Count, now);
        return new RowWrite(existing.Row, change.Prepared, existing, joined.Versions, trace);
    }

    /// <summary>What the archive has; null where that is damaged and nothing can be joined with it.</summary>
    private StatementHistory? History(ExistingStatement existing, Statement statement)
    {
        try
        {
            return transaction.History(existing, statement.Id, dictionaries.Made);
        }
        catch (ArchiveDamagedException exception)
        {
            _refused.Add(new RefusedStatement(statement, exception.Message));
            return null;
        }
    }

    private void Apply(RowWrite write)
    {
        if (write.Existing is { } existing)
        {
            if (write.Versions is not null)
            {
                transaction.RemoveVersions(write.Prepared.Statement.Id);
                transaction.RemoveText(existing.Text);
            }
            else if (existing.TextHash.AsSpan().SequenceEqual(write.Prepared.TextHash))
            {
                transaction.RemoveText(existing.Text);
            }
            else
            {
                transaction.KeepVersion(existing);
            }

            transaction.Empty(existing.Row);
        }

        transaction.Insert(write.Row, write.Prepared, buffer, dictionaries, write.Trace);
        foreach (var (index, version) in (write.Versions ?? []).Reverse().Index())
        {
            transaction.InsertVersion(index + 1, version, dictionaries);
        }
    }

    private static bool IsSame(ExistingStatement existing, PreparedStatement prepared) =>
        existing.ContentHash.AsSpan().SequenceEqual(prepared.ContentHash);

    /// <param name="Row">Where the statement comes to.</param>
    /// <param name="Prepared">The statement.</param>
    /// <param name="Existing">What is there now.</param>
    /// <param name="Versions">The earlier captures that it is to have, newest first; null for those that follow from what is there.</param>
    /// <param name="Trace">What is noted of it.</param>
    private sealed record RowWrite(
        long Row, PreparedStatement Prepared, ExistingStatement? Existing, IReadOnlyList<Statement>? Versions, ArchiveTrace Trace);
}
