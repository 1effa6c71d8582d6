using Search.Archive.Fingerprints;
using Search.Sqlite.Searching;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Fingerprints;

/// <summary>The rows found for one request, each with how many of its fingerprints it has.</summary>
internal sealed class SharedRows(int least, long except, int notAfter)
{
    private readonly List<(long Row, int Count)> _rows = [];

    public static SharedRows For(SharedRequest request, ReadSession session) => new(
        Math.Max(1, request.Least),
        session.Reader.Command("SELECT row FROM statement WHERE id = ?1", request.Except.Value).ExecuteScalar() as long? ?? 0,
        request.NotAfter is { } day ? ArchiveDay.Of(day) : ArchiveDay.Last);

    public IReadOnlyList<(long Row, int Count)> Rows => _rows;

    /// <summary>Adds a row, unless it is left out or has too few.</summary>
    public void Add(long row, int day, int count)
    {
        if (count >= least && row != except && day <= notAfter)
        {
            _rows.Add((row, count));
        }
    }
}
