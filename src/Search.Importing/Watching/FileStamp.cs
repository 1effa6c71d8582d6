using Search.Importing.Files;

namespace Search.Importing.Watching;

/// <summary>A file at one moment; when two are equal, nobody has written to it in between.</summary>
public readonly record struct FileStamp(string Path, long Length, DateTime LastWriteUtc)
{
    public static FileStamp Of(InputFile file) => new(file.Name, file.Length ?? 0, file.LastWriteUtc);
}
