using System.Runtime.CompilerServices;

namespace Search.Reading.Files;

/// <summary>A file that is one record: read whole, up to a limit, decoded, and handed on.</summary>
internal static class WholeFile
{
    public delegate ReadResult TextReader(string text, RecordOrigin origin, CancellationToken cancellationToken);

    public static async IAsyncEnumerable<UnreadRecord> ReadAsync(
        SourceFile file, ReadOptions options, TextReader read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var bytes = await ReadBytesAsync(file.Content, ReadLimits.PageBytes, cancellationToken);
        var origin = RecordOrigin.Of(file, file.Name, options);
        yield return bytes is null
            ? file.Refuse(file.Name, ReadFaultKind.TooLarge, $"The page is larger than {ReadLimits.PageBytes >> 20} MB.")
            : origin.Unread(token => read(CharacterSet.Decode(bytes), origin, token), bytes.Length);
    }

    public delegate ReadResult BytesReader(byte[] bytes, RecordOrigin origin, CancellationToken cancellationToken);

    /// <summary>The same for files that are no text.</summary>
    public static async IAsyncEnumerable<UnreadRecord> ReadAsync(
        SourceFile file, ReadOptions options, int limit, BytesReader read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var bytes = await ReadBytesAsync(file.Content, limit, cancellationToken);
        var origin = RecordOrigin.Of(file, file.Name, options);
        yield return bytes is null
            ? file.Refuse(file.Name, ReadFaultKind.TooLarge, $"The file is larger than {limit >> 20} MB.")
            : origin.Unread(token => read(bytes, origin, token), bytes.Length);
    }

    /// <summary>Null when there is more than the limit.</summary>
    public static async Task<byte[]?> ReadBytesAsync(Stream stream, int limit, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[64 << 10];
        for (int read; (read = await stream.ReadAsync(chunk, cancellationToken)) > 0;)
        {
            if (buffer.Length + read > limit)
            {
                return null;
            }

            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }
}
