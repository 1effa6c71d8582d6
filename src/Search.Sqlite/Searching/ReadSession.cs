using Search.Sqlite.Indexing;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Searching;

/// <summary>A reader that sees one revision of the archive from beginning to end, with the columns of that revision.</summary>
internal sealed class ReadSession : IDisposable
{
    private readonly ArchiveConnections _connections;

    private ReadSession(ArchiveConnections connections, ReaderConnection reader, StatementColumns columns)
    {
        _connections = connections;
        Reader = reader;
        Columns = columns;
    }

    public ReaderConnection Reader { get; }

    public StatementColumns Columns { get; }

    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">The archive cannot be read.</exception>
    public static ReadSession Begin(ArchiveConnections connections, ColumnsCache cache)
    {
        var reader = connections.BorrowReader();
        try
        {
            while (true)
            {
                reader.Command("BEGIN").ExecuteNonQuery();
                if (cache.For(reader) is { } columns)
                {
                    return new ReadSession(connections, reader, columns);
                }

                reader.Command("ROLLBACK").ExecuteNonQuery();
            }
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        try
        {
            Reader.Command("ROLLBACK").ExecuteNonQuery();
        }
        catch (Microsoft.Data.Sqlite.SqliteException)
        {
            // The connection is of no more use; the next search opens another.
            Reader.Dispose();
            return;
        }

        _connections.GiveBack(Reader);
    }
}
