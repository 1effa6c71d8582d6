namespace Search.Importing.Files;

/// <summary>The files that paths stand for, and the paths that stand for none.</summary>
public sealed record InputFiles(IReadOnlyList<InputFile> Files, IReadOnlyList<ImportFault> Faults)
{
    /// <summary>The path that means standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>What faults of standard input are located by; its content is JSON Lines.</summary>
    private const string StandardInputName = "stdin.jsonl";

    /// <summary>
    /// Folders stand for all files below them, in ordinal order of their names, but for hidden ones. Links inside a folder lead to
    /// files that have other names there; links out of it are faults unless they are asked for. Pipes, sockets and devices are
    /// faults, however they are named.
    /// </summary>
    /// <param name="paths">As the user gave them.</param>
    /// <param name="openStandardInput">For the path <c>-</c>.</param>
    /// <param name="followLinks">Whether links in folders may lead out of them.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    public static InputFiles Find(
        IEnumerable<string> paths, Func<Stream> openStandardInput, bool followLinks, CancellationToken cancellationToken)
    {
        var files = new List<InputFile>();
        var faults = new List<ImportFault>();
        foreach (var path in paths)
        {
            if (path == StandardInput)
            {
                files.Add(new InputFile(StandardInputName, Length: null, openStandardInput));
                continue;
            }

            var walk = new FolderWalk(path, followLinks);
            walk.Run(cancellationToken);
            files.AddRange(walk.Files);
            faults.AddRange(walk.Faults);
        }

        return new InputFiles(files, faults);
    }
}
