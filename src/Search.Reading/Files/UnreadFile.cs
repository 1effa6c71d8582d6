namespace Search.Reading.Files;

/// <summary>Names a file that is not read as what it is.</summary>
internal static class UnreadFile
{
    public static UnreadRecord Refuse(SourceFile file, FileKind kind, ReadOnlySpan<byte> start) => file.Refuse(
        file.Name,
        kind == FileKind.Empty ? ReadFaultKind.Shell : ReadFaultKind.Unsupported,
        kind == FileKind.Empty ? "The file is empty." : Describe(kind, start));

    private static string Describe(FileKind kind, ReadOnlySpan<byte> start)
    {
        var name = FileSignature.Find(start)?.Name ?? kind switch
        {
            FileKind.Picture => "a picture (SVG)",
            FileKind.Mail => "a message (EML)",
            _ => null,
        };
        return name is null ? "The file is not text, and of no kind that is read." : $"The file is {name}, which is not read.";
    }
}
