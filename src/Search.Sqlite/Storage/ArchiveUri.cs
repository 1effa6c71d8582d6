using Microsoft.Data.Sqlite;

namespace Search.Sqlite.Storage;

/// <summary>Opens files by SQLite's URIs, which say more than a path can.</summary>
internal static class ArchiveUri
{
    /// <summary>How long SQLite waits for another process that is writing, in seconds.</summary>
    private const int BusyTimeout = 30;

    /// <param name="path">An absolute path.</param>
    /// <param name="parameters">Of the URI, such as <c>immutable=1</c>; empty for none.</param>
    /// <param name="mode">What may be done.</param>
    /// <exception cref="SqliteException">The file cannot be opened.</exception>
    public static SqliteConnection Open(string path, string parameters, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = parameters.Length == 0 ? path : $"{new Uri(path).AbsoluteUri}?{parameters}",
            Mode = mode,
            // Functions are registered on each physical connection; a pool of somebody else's would hide which ones have them.
            Pooling = false,
            DefaultTimeout = BusyTimeout,
        }.ConnectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
