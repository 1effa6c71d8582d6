using Microsoft.Data.Sqlite;
using Search.Archive.Fingerprints;
using Search.Archive.Matching;
using Search.Core.Statements;
using Search.Sqlite.Indexing;
using Search.Sqlite.Searching;
using Search.Sqlite.Storage;
using SQLitePCL;

namespace Search.Sqlite.Fingerprints;

/// <summary>Looks through the fingerprints of all statements, within one read session.</summary>
/// <remarks>docs/decisions/0104 has why there is no index of them.</remarks>
internal static class SharedSearch
{
    private const string Scan = "SELECT row, prints FROM statement_prints";

    /// <exception cref="QueryTooCostlyException">Not all could be looked through in time.</exception>
    public static SharedPrints Find(ReadSession session, SharedRequest request, CancellationToken cancellationToken)
    {
        ReaderConnection.StartDeadline(request.Budget, cancellationToken);
        try
        {
            var found = Rows(session, request);
            return new SharedPrints(found.Count, Read(session, Most(session, found, request.Size)));
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == raw.SQLITE_INTERRUPT)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new QueryTooCostlyException("Not all statements could be looked through in time.");
        }
        finally
        {
            ReaderConnection.EndDeadline();
        }
    }

    private static List<(long Row, int Count)> Rows(ReadSession session, SharedRequest request)
    {
        var except = session.Reader.Command("SELECT row FROM statement WHERE id = ?1", request.Except.Value).ExecuteScalar() as long? ?? 0;
        var notAfter = request.NotAfter is { } day ? ArchiveDay.Of(day) : ArchiveDay.Last;
        var filter = new PrintFilter(request.Prints);
        var found = new List<(long Row, int Count)>();
        session.Reader.Scan(Scan, scanned =>
        {
            var row = raw.sqlite3_column_int64(scanned, 0);
            if (row != except && session.Columns.Days[session.Columns.SlotOf(row)] <= notAfter
                && filter.CountIn(PrintBlob.Read(raw.sqlite3_column_blob(scanned, 1))) is var count && count >= request.Least)
            {
                found.Add((row, count));
            }
        });
        return found;
    }

    /// <summary>Those with the most in common; ids are looked up only where they decide.</summary>
    private static IEnumerable<long> Most(ReadSession session, List<(long Row, int Count)> found, int size)
    {
        var left = size;
        foreach (var equal in found.GroupBy(row => row.Count).OrderByDescending(group => group.Key).TakeWhile(_ => left > 0))
        {
            var rows = equal.Select(row => row.Row)
                .OrderBy(row => (string)session.Reader.Command("SELECT id FROM statement WHERE row = ?1", row).ExecuteScalar()!,
                    StringComparer.Ordinal)
                .Take(left)
                .ToList();
            left -= rows.Count;
            foreach (var row in rows)
            {
                yield return row;
            }
        }
    }

    private static IReadOnlyList<Statement> Read(ReadSession session, IEnumerable<long> rows) =>
        [.. rows.Select(row => RowLookup.InRow(session, row, hasVersions: false).Statement)];
}
