using Microsoft.Data.Sqlite;
using Search.Archive.Freezing;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Freezing;

/// <summary>
/// Frozen results in a table of their own, which is made with the first of them. A file without it is an archive like any other, so
/// that the format is the same with and without.
/// </summary>
internal static class FrozenTable
{
    private const string IsThere = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'frozen_search'";

    /// <summary>A short transaction beside an import's: it waits for its turn as another process's would.</summary>
    public static void Keep(ArchiveConnections connections, FrozenText frozen)
    {
        using var connection = connections.OpenWriter();
        using var transaction = connection.BeginTransaction(deferred: false);
        Execute("CREATE TABLE IF NOT EXISTS frozen_search (hash TEXT PRIMARY KEY, text TEXT NOT NULL)");
        if (Execute("SELECT 1 FROM frozen_search WHERE hash = ?1", frozen.Hash) is null)
        {
            if ((long)Execute("SELECT count(*) FROM frozen_search")! >= FrozenText.Most)
            {
                throw new FrozenRoomException();
            }

            Execute("INSERT INTO frozen_search (hash, text) VALUES (?1, ?2)", frozen.Hash, frozen.Text);
        }

        transaction.Commit();

        object? Execute(string sql, params string[] values)
        {
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = sql;
            foreach (var (index, value) in values.Index())
            {
                command.Parameters.Add(new SqliteParameter($"?{index + 1}", value));
            }

            return command.ExecuteScalar();
        }
    }

    public static string? Find(ReaderConnection reader, string hash) => reader.Command(IsThere).ExecuteScalar() is null
        ? null
        : (string?)reader.Command("SELECT text FROM frozen_search WHERE hash = ?1", hash).ExecuteScalar();
}
