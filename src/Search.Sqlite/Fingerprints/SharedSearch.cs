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
    public static IReadOnlyList<SharedPrints> Find(
        ReadSession session, IReadOnlyList<SharedRequest> requests, CancellationToken cancellationToken)
    {
        if (requests.Count == 0)
        {
            return [];
        }

        ReaderConnection.StartDeadline(requests.Max(request => request.Budget), cancellationToken);
        try
        {
            return
            [
                .. Rows(session, requests).Zip(requests, (found, request) =>
                    new SharedPrints(found.Rows.Count, Read(session, Most(session, found, request.Size)))),
            ];
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

    /// <summary>One look through the archive answers all requests.</summary>
    private static SharedRows[] Rows(ReadSession session, IReadOnlyList<SharedRequest> requests)
    {
        var found = requests.Select(request => SharedRows.For(request, session)).ToArray();
        var filter = new PrintFilter(requests);
        session.Reader.Scan(Scan, scanned =>
        {
            if (filter.CountIn(PrintBlob.Read(raw.sqlite3_column_blob(scanned, 1))))
            {
                var row = raw.sqlite3_column_int64(scanned, 0);
                var day = session.Columns.Days[session.Columns.SlotOf(row)];
                for (var index = 0; index < found.Length; index++)
                {
                    found[index].Add(row, day, filter.Counts[index]);
                }
            }
        });
        return found;
    }

    /// <summary>Those with the most in common; ids are looked up only where they decide.</summary>
    private static IEnumerable<long> Most(ReadSession session, SharedRows found, int size)
    {
        var left = size;
        foreach (var equal in found.Rows.GroupBy(row => row.Count).OrderByDescending(group => group.Key).TakeWhile(_ => left > 0))
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
