namespace Search.Importing.Files;

/// <summary>Where a path leads once all links in it are followed: two paths with the same one are one file.</summary>
internal static class RealPath
{
    /// <summary>As many as Linux follows.</summary>
    private const int MostLinks = 40;

    private static readonly char[] s_separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    /// <summary>
    /// The path without links, whether or not anything lies there. One step at a time: <c>..</c> behind a link leads up from its
    /// target.
    /// </summary>
    /// <exception cref="IOException">The links lead in a circle, or one cannot be read.</exception>
    public static string Of(string path)
    {
        var absolute = Path.Combine(Environment.CurrentDirectory, path);
        var real = Path.GetPathRoot(absolute)!;
        var steps = new Stack<string>(Steps(absolute[real.Length..]));
        var links = 0;
        while (steps.TryPop(out var step))
        {
            if (step is "." or "..")
            {
                real = step == "." ? real : Path.GetDirectoryName(real) ?? real;
                continue;
            }

            var next = Path.Combine(real, step);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MostLinks)
            {
                throw new IOException("The link leads in a circle.");
            }

            var root = Path.IsPathRooted(target) ? Path.GetPathRoot(target)! : string.Empty;
            real = root.Length > 0 ? root : real;
            foreach (var other in Steps(target[root.Length..]))
            {
                steps.Push(other);
            }
        }

        return real;
    }

    /// <summary>True for a folder itself and all that is below it; both paths are without links.</summary>
    public static bool IsInside(string path, string folder) =>
        path == folder
        || path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>The last one first.</summary>
    private static IEnumerable<string> Steps(string path) => path.Split(s_separators, StringSplitOptions.RemoveEmptyEntries).Reverse();
}
