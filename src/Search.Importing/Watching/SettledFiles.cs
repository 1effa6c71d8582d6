namespace Search.Importing.Watching;

/// <summary>
/// Tells which files of a watched folder are ready: those that look the same in two scans in a row, and differ from what
/// was taken before. A file that is still being written is left for later.
/// </summary>
public sealed class SettledFiles
{
    private readonly Dictionary<string, FileStamp> _taken = new(StringComparer.Ordinal);
    private Dictionary<string, FileStamp> _lastScan = new(StringComparer.Ordinal);

    /// <summary>The files that have settled since; they are offered again until <see cref="Take"/>.</summary>
    public IReadOnlyList<string> Observe(IEnumerable<FileStamp> scan)
    {
        var now = scan.ToDictionary(stamp => stamp.Path, StringComparer.Ordinal);
        string[] settled =
        [
            .. now.Values
                .Where(stamp => _lastScan.GetValueOrDefault(stamp.Path) == stamp && _taken.GetValueOrDefault(stamp.Path) != stamp)
                .Select(stamp => stamp.Path)
                .Order(StringComparer.Ordinal),
        ];
        _lastScan = now;
        foreach (var gone in _taken.Keys.Where(path => !now.ContainsKey(path)).ToList())
        {
            _taken.Remove(gone);
        }

        return settled;
    }

    /// <summary>Notes that files were dealt with as they were at the last scan.</summary>
    public void Take(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            if (_lastScan.TryGetValue(path, out var stamp))
            {
                _taken[path] = stamp;
            }
        }
    }
}
