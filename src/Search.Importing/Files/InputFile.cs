namespace Search.Importing.Files;

/// <summary>Something to be read: a file, standard input, a resource.</summary>
/// <param name="Name">How people know it; its ending tells the reader what to expect.</param>
/// <param name="Length">Bytes; null when nobody knows.</param>
/// <param name="Open">Called once; the stream is its caller's.</param>
public sealed record InputFile(string Name, long? Length, Func<Stream> Open)
{
    public static InputFile OnDisk(string path, long length) => new(path, length, () => new FileStream(
        path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan));
}
