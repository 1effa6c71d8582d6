namespace Search.Importing.Files;

/// <summary>Something to be read: a file, standard input, a resource.</summary>
/// <param name="Name">How people know it; its ending tells the reader what to expect.</param>
/// <param name="Length">Bytes; null when nobody knows.</param>
/// <param name="Open">Called once; the stream is its caller's.</param>
public sealed record InputFile(string Name, long? Length, Func<Stream> Open)
{
    /// <summary>When it was last written to; the beginning of time when nobody knows.</summary>
    public DateTime LastWriteUtc { get; init; }

    /// <summary>
    /// A file as it lies on disk now. It is looked at again when it is opened: by then another file, or a pipe, may have its name.
    /// </summary>
    /// <param name="name">How people know it: the name of a link, where it was found through one.</param>
    /// <param name="path">Where it lies.</param>
    /// <exception cref="IOException">Nothing lies there, or something other than a file.</exception>
    public static InputFile OnDisk(string name, string path)
    {
        SpecialFile.Refuse(path);
        var file = new FileInfo(path);
        return new InputFile(name, file.Length, () => OpenRegular(path)) { LastWriteUtc = file.LastWriteTimeUtc };
    }

    /// <summary>Opens a file and nothing else: to open a pipe is to wait until somebody writes to it.</summary>
    /// <exception cref="IOException">Nothing lies there, or something other than a file.</exception>
    public static Stream OpenRegular(string path)
    {
        SpecialFile.Refuse(path);
        return new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
    }
}
