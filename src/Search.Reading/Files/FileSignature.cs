using Search.Reading.Text;

namespace Search.Reading.Files;

/// <summary>Tells files by the bytes they begin with. The bytes are data: signatures.txt.</summary>
internal sealed record FileSignature(FileKind Kind, IReadOnlyList<byte?> Bytes, byte[] Inside, string Name)
{
    private static readonly FileSignature[] s_all = [.. EmbeddedTable.Rows("Files.signatures.txt").Select(Parse)];

    public static FileSignature? Find(ReadOnlySpan<byte> start)
    {
        foreach (var signature in s_all)
        {
            if (signature.Fits(start))
            {
                return signature;
            }
        }

        return null;
    }

    private bool Fits(ReadOnlySpan<byte> start)
    {
        if (start.Length < Bytes.Count)
        {
            return false;
        }

        for (var index = 0; index < Bytes.Count; index++)
        {
            if (Bytes[index] is { } wanted && wanted != start[index])
            {
                return false;
            }
        }

        return start.IndexOf(Inside) >= 0;
    }

    private static FileSignature Parse(string row)
    {
        var parts = row.Split(' ', 3);
        var bytes = parts[1].Split('*');
        return new FileSignature(
            Enum.Parse<FileKind>(parts[0]),
            [.. bytes[0].Chunk(2).Select(pair => pair is ['?', '?'] ? (byte?)null : Convert.FromHexString(pair)[0])],
            bytes.Length > 1 ? Convert.FromHexString(bytes[1]) : [],
            parts[2]);
    }
}
