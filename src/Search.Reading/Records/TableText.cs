using System.Text;
using Search.Reading.Files;

namespace Search.Reading.Records;

/// <summary>
/// The text of a table. One that fits into memory may be in any character set, which is told from the whole; a larger one is
/// streamed, and must say in its first bytes that it is UTF-16, or be UTF-8.
/// </summary>
internal static class TableText
{
    private const int WholeBytes = 32 << 20;

    public static async Task<TextReader> OpenAsync(Stream content, CancellationToken cancellationToken)
    {
        var start = new MemoryStream();
        var chunk = new byte[64 << 10];
        for (int read; start.Length <= WholeBytes && (read = await content.ReadAsync(chunk, cancellationToken)) > 0;)
        {
            start.Write(chunk, 0, read);
        }

        if (start.Length <= WholeBytes)
        {
            return new StringReader(CharacterSet.Decode(start.GetBuffer().AsSpan(0, (int)start.Length)));
        }

        start.Position = 0;
        var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        return new StreamReader(new ConcatenatedStream(start, content), strict, detectEncodingFromByteOrderMarks: true, chunk.Length);
    }
}
