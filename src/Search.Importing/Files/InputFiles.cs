namespace Search.Importing.Files;

/// <summary>The files that paths stand for, and the paths that stand for none.</summary>
public sealed record InputFiles(IReadOnlyList<InputFile> Files, IReadOnlyList<ImportFault> Faults)
{
    /// <summary>The path that means standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>What faults of standard input are located by; its content is JSON Lines.</summary>
    private const string StandardInputName = "stdin.jsonl";

    /// <summary>
    /// Folders stand for all files below them, in ordinal order of their names, but for hidden ones; links to folders are
    /// not followed, as they may lead in circles.
    /// </summary>
    /// <param name="paths">As the user gave them.</param>
    /// <param name="openStandardInput">For the path <c>-</c>.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    public static InputFiles Find(
        IEnumerable<string> paths, Func<Stream> openStandardInput, CancellationToken cancellationToken)
    {
        var files = new List<InputFile>();
        var faults = new List<ImportFault>();
        foreach (var path in paths)
        {
            if (path == StandardInput)
            {
                files.Add(new InputFile(StandardInputName, Length: null, openStandardInput));
            }
            else
            {
                Add(path, files, faults, cancellationToken);
            }
        }

        return new InputFiles(files, faults);
    }

    private static void Add(
        string path, List<InputFile> files, List<ImportFault> faults, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            if (Directory.Exists(path))
            {
                foreach (var entry in Entries(path))
                {
                    Add(entry, files, faults, cancellationToken);
                }
            }
            else if (File.Exists(path))
            {
                files.Add(InputFile.OnDisk(path, new FileInfo(path).Length));
            }
            else
            {
                faults.Add(new ImportFault(path, ImportFaultKinds.Missing, "There is no such file or folder."));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            faults.Add(new ImportFault(path, ImportFaultKinds.Unreadable, exception.Message));
        }
    }

    private static IEnumerable<string> Entries(string folder)
    {
        // A file such as .DS_Store or a folder such as .git is never meant.
        var options = new EnumerationOptions { AttributesToSkip = FileAttributes.Hidden | FileAttributes.System, IgnoreInaccessible = false };
        return new DirectoryInfo(folder).EnumerateFileSystemInfos("*", options)
            .Where(entry => entry is FileInfo || entry.LinkTarget is null)
            .Select(entry => Path.Combine(folder, entry.Name))
            .Order(StringComparer.Ordinal);
    }
}
