using System.Buffers;
using Microsoft.Data.Sqlite;
using Search.Archive.Searching;
using Search.Archive.Upkeep;
using Search.Core.Statements;
using Search.Sqlite.Searching;
using Search.Sqlite.Storage;
using Search.Sqlite.Writing;

namespace Search.Sqlite.Checking;

/// <summary>Reads an archive back and compares it with itself: the file, the hashes, the index against the text.</summary>
internal static class ArchiveFileChecker
{
    private const int MaxFaults = 100;

    /// <summary>Importing its source again changes nothing: by its hash the archive has the statement.</summary>
    private const string Mend = "take it from a sound copy of the archive, or import its sources into a new one.";

    private const string InOrderOfIds = "SELECT row, content_hash, tokens FROM statement ORDER BY id";

    public static ArchiveCheck Check(ReadSession session, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        using var hash = new ArchiveHash();
        var count = 0L;
        try
        {
            CheckFile(session, faults);
            CheckStatements(session, hash, faults, ref count, progress, cancellationToken);
            CheckVersions(session, faults, cancellationToken);
            CheckIndex(session, count, faults);
        }
        catch (SqliteException exception)
            when (SqliteFaults.Translate(exception, session.Reader.Connection.DataSource) is ArchiveDamagedException)
        {
            faults.Add(
                $"The file is damaged behind statement {count} in the order of ids, and cannot be read further: {exception.Message}");
        }

        return new ArchiveCheck(count, hash.Finish(), faults);
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

    private static void CheckStatements(
        ReadSession session,
        ArchiveHash hash,
        List<string> faults,
        ref long count,
        IProgress<long>? progress,
        CancellationToken cancellationToken)
    {
        var preparer = new StatementPreparer();
        var buffer = new ArrayBufferWriter<byte>();
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
    }

    private static void CheckVersions(ReadSession session, List<string> faults, CancellationToken cancellationToken)
    {
        using var rows = session.Reader.Command("SELECT DISTINCT id FROM version").ExecuteReader();
        while (rows.Read() && faults.Count < MaxFaults)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                _ = StatementRow.ReadSound(session.Reader, session.Columns.Dictionaries, StatementRow.Versions, rows.GetString(0));
            }
            catch (ArchiveDamagedException exception)
            {
                faults.Add($"An earlier capture is damaged. {exception.Message}");
            }
        }
    }

    private static string? CheckStatement(
        ReadSession session, long row, byte[] contentHash, int tokenCount, StatementPreparer preparer, ArrayBufferWriter<byte> buffer)
    {
        var columns = session.Columns;
        if (Read(session, row, out var unreadable) is not { } statement)
        {
            return unreadable;
        }

        buffer.ResetWrittenCount();
        var prepared = preparer.Prepare(statement, buffer);
        if (!prepared.ContentHash.AsSpan().SequenceEqual(contentHash))
        {
            return $"Statement {statement.Id} is not what was written (its content hash differs); {Mend}";
        }

        if (prepared.TokenCount != tokenCount)
        {
            return $"Statement {statement.Id} was indexed with {tokenCount} words and has {prepared.TokenCount}; run rebuild.";
        }

        return columns.CapitalsOf(columns.SlotOf(row)).SequenceEqual(prepared.Capitals)
            ? null
            : $"Statement {statement.Id} was indexed with capitals at other words; run rebuild.";
    }

    private static Statement? Read(ReadSession session, long row, out string? fault)
    {
        try
        {
            var statement = StatementRow.ReadOne(session.Reader, session.Columns.Dictionaries, StatementRow.ByRow, row);
            fault = statement is null ? $"The statement in row {row} has lost its text; {Mend}" : null;
            return statement;
        }
        catch (ArchiveDamagedException exception)
        {
            fault = $"The statement in row {row} is damaged: {exception.InnerException?.Message}; {Mend}";
            return null;
        }
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
