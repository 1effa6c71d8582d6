using System.Security.Cryptography;

namespace Search.Sqlite.Tests;

/// <summary>The files of a folder with their content, to tell that nothing was changed, made or left.</summary>
internal static class FolderState
{
    /// <summary>A line for each file: its name and its hash. Memory that SQLite shares between processes is named only.</summary>
    public static string Of(string folder) => string.Join('\n', Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(Describe));

    private static string Describe(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var hash = path.EndsWith("-shm", StringComparison.Ordinal) ? string.Empty : Convert.ToHexString(SHA256.HashData(file));
        return $"{Path.GetFileName(path)} {hash}";
    }
}
