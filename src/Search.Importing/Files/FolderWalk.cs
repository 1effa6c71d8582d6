namespace Search.Importing.Files;

/// <summary>
/// Finds the files that one path stands for. Each is found once, under its own name rather than a link's: links are looked at
/// when everything else has been, and one that leads in a circle leads to what is found already.
/// </summary>
/// <param name="root">As the user gave it; a link is followed, since it was asked for.</param>
/// <param name="followLinks">Whether links below it may lead out of it.</param>
internal sealed class FolderWalk(string root, bool followLinks)
{
    // A file such as .DS_Store or a folder such as .git is never meant.
    private static readonly EnumerationOptions s_visible =
        new() { AttributesToSkip = FileAttributes.Hidden | FileAttributes.System, IgnoreInaccessible = false };

    private readonly List<InputFile> _files = [];
    private readonly List<ImportFault> _faults = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Queue<string> _links = new();
    private string _realRoot = string.Empty;

    public IReadOnlyList<InputFile> Files => _files;

    public IReadOnlyList<ImportFault> Faults => _faults;

    public void Run(CancellationToken cancellationToken)
    {
        Attempt(root, () =>
        {
            _realRoot = root.Length > 0 ? RealPath.Of(root) : throw new FileNotFoundException();
            Take(root, _realRoot, cancellationToken);
        });
        while (_links.TryDequeue(out var link))
        {
            Attempt(link, () => Follow(link, cancellationToken));
        }
    }

    /// <summary>What is wrong with one entry is told, and the others are found all the same.</summary>
    private void Attempt(string name, Action find)
    {
        try
        {
            find();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _faults.Add(ImportFault.Of(name, exception));
        }
    }

    /// <param name="name">The path to show.</param>
    /// <param name="path">The path without links.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    private void Take(string name, string path, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!_seen.Add(path))
        {
            return;
        }

        if (!Directory.Exists(path))
        {
            _files.Add(InputFile.OnDisk(name, path));
            return;
        }

        var entries = new DirectoryInfo(path).EnumerateFileSystemInfos("*", s_visible);
        foreach (var entry in entries.OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            var entryName = Path.Combine(name, entry.Name);
            if (entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && entry.LinkTarget is not null)
            {
                _links.Enqueue(entryName);
            }
            else
            {
                Attempt(entryName, () => Take(entryName, Path.Combine(path, entry.Name), cancellationToken));
            }
        }
    }

    private void Follow(string link, CancellationToken cancellationToken)
    {
        var path = RealPath.Of(link);
        if (_seen.Contains(path))
        {
            return;
        }

        if (!followLinks && !RealPath.IsInside(path, _realRoot))
        {
            var reason = $"The link leads out of the folder, to {path}; --follow-links reads it.";
            _faults.Add(new ImportFault(link, ImportFaultKinds.Outside, reason));
            return;
        }

        Take(link, path, cancellationToken);
    }
}
