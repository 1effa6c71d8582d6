using System.Buffers;
using Search.Archive.Searching;
using Search.Core.Statements;
using Search.Sqlite.Searching;
using Search.Sqlite.Storage;
using Search.Sqlite.Writing;

namespace Search.Sqlite.Checking;

/// <summary>Reads an archive back and compares it with itself: the file, the hashes, the index against the text.</summary>
internal static class ArchiveFileChecker
{
    private const int MaxFaults = 100;

    private const string InOrderOfIds = "SELECT row, content_hash, tokens FROM statement ORDER BY id";

    public static ArchiveCheck Check(ReadSession session, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        CheckFile(session, faults);
        var (count, hash) = CheckStatements(session, faults, progress, cancellationToken);
        CheckIndex(session, count, faults);
        return new ArchiveCheck(count, hash, faults);
    }

    private static void CheckFile(ReadSession session, List<string> faults)
    {
        using var rows = session.Reader.Command("PRAGMA integrity_check").ExecuteReader();
        while (rows.Read())
        {
            if (rows.GetString(0) is not "ok" and var fault)
            {
                faults.Add($"The file is damaged: {fault}");
            }
        }
    }

    private static (long Count, string Hash) CheckStatements(
        ReadSession session, List<string> faults, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var count = 0L;
        var preparer = new StatementPreparer();
        var buffer = new ArrayBufferWriter<byte>();
        using var hash = new ArchiveHash();
        using var rows = session.Reader.Command(InOrderOfIds).ExecuteReader();
        while (rows.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            hash.Append((byte[])rows.GetValue(1));
            if (CheckStatement(session, rows.GetInt64(0), (byte[])rows.GetValue(1), rows.GetInt32(2), preparer, buffer) is { } fault
                && faults.Count < MaxFaults)
            {
                faults.Add(fault);
            }

            if (++count % 1000 == 0)
            {
                progress?.Report(count);
            }
        }

        progress?.Report(count);
        return (count, hash.Finish());
    }

    private static string? CheckStatement(
        ReadSession session, long row, byte[] contentHash, int tokenCount, StatementPreparer preparer, ArrayBufferWriter<byte> buffer)
    {
        var columns = session.Columns;
        var statement = StatementRow.ReadOne(session.Reader, columns.Dictionaries, StatementRow.ByRow, row);
        if (statement is null)
        {
            return $"The statement in row {row} has lost its text; import its source again.";
        }

        buffer.ResetWrittenCount();
        var prepared = preparer.Prepare(statement, buffer);
        if (!prepared.ContentHash.AsSpan().SequenceEqual(contentHash))
        {
            return $"Statement {statement.Id} is not what was written (its content hash differs); import its source again.";
        }

        if (prepared.TokenCount != tokenCount)
        {
            return $"Statement {statement.Id} was indexed with {tokenCount} words and has {prepared.TokenCount}; run rebuild.";
        }

        return columns.CapitalsOf(columns.SlotOf(row)).SequenceEqual(prepared.Capitals)
            ? null
            : $"Statement {statement.Id} was indexed with capitals at other words; run rebuild.";
    }

    /// <summary>Every statement is in the index of words, and nothing else is.</summary>
    private static void CheckIndex(ReadSession session, long count, List<string> faults)
    {
        var missing = (long)session.Reader.Command(
            "SELECT count(*) FROM statement WHERE row NOT IN (SELECT id FROM statement_index_docsize)").ExecuteScalar()!;
        var indexed = (long)session.Reader.Command("SELECT count(*) FROM statement_index_docsize").ExecuteScalar()!;
        if (missing > 0)
        {
            faults.Add($"{missing} statements are not in the index of words and cannot be found by them; run rebuild.");
        }

        if (indexed > count - missing)
        {
            faults.Add($"The index of words has {indexed - count + missing} entries too many; run rebuild.");
        }
    }
}
