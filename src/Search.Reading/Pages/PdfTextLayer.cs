using System.IO.Compression;

namespace Search.Reading.Pages;

internal enum TextLayer
{
    None,
    Text,
    Encrypted,
    Broken,
}

/// <summary>
/// Looks for operators that show text in a PDF's streams. It reads no document structure: a text layer cannot be without BT, a font
/// and Tj or TJ in some stream, whether packed by Flate or plain.
/// </summary>
internal static class PdfTextLayer
{
    private const int MostUnpacked = 32 << 20;
    private const int MostOfOneStream = 4 << 20;
    private const int Fewest = 3;

    public static TextLayer Tell(ReadOnlySpan<byte> pdf, CancellationToken cancellationToken)
    {
        if (pdf.IndexOf("/Encrypt"u8) >= 0)
        {
            return TextLayer.Encrypted;
        }

        var (streams, shown, unpacked) = (0, 0, 0L);
        var buffer = new byte[MostOfOneStream];
        for (var rest = pdf; rest.IndexOf("stream"u8) is var at && at >= 0;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var before = rest[Math.Max(0, at - 400)..at];
            rest = SkipLineEnd(rest[(at + 6)..]);
            var end = rest.IndexOf("endstream"u8);
            if (end < 0)
            {
                break;
            }

            streams++;
            if (!IsPicture(Dictionary(before)) && unpacked < MostUnpacked)
            {
                var content = Unpack(rest[..end], buffer);
                unpacked += content.Length;
                shown += CountShown(content);
            }

            rest = rest[(end + 9)..];
        }

        return shown >= Fewest ? TextLayer.Text
            : streams > 0 || pdf.IndexOf("/Page"u8) >= 0 ? TextLayer.None
            : TextLayer.Broken;
    }

    private static ReadOnlySpan<byte> SkipLineEnd(ReadOnlySpan<byte> bytes) =>
        bytes is [(byte)'\r', (byte)'\n', .. var afterBoth] ? afterBoth
        : bytes is [(byte)'\n' or (byte)'\r', .. var after] ? after
        : bytes;

    /// <summary>The stream's own dictionary: from the last object's head.</summary>
    private static ReadOnlySpan<byte> Dictionary(ReadOnlySpan<byte> before)
    {
        var head = before.LastIndexOf(" obj"u8);
        return head < 0 ? before : before[head..];
    }

    private static bool IsPicture(ReadOnlySpan<byte> dictionary) =>
        dictionary.IndexOf("/Image"u8) >= 0 || dictionary.IndexOf("/DCTDecode"u8) >= 0 || dictionary.IndexOf("/CCITTFaxDecode"u8) >= 0
        || dictionary.IndexOf("/JBIG2Decode"u8) >= 0 || dictionary.IndexOf("/JPXDecode"u8) >= 0 || dictionary.IndexOf("/FontFile"u8) >= 0;

    private static ReadOnlySpan<byte> Unpack(ReadOnlySpan<byte> stream, byte[] buffer)
    {
        if (stream.Length < 2 || (stream[0] & 0x0F) != 8)
        {
            return stream;
        }

        try
        {
            // The buffer is shared: a file may have hundreds of thousands of streams of a few bytes.
            using var packed = new ZLibStream(new MemoryStream(stream.ToArray()), CompressionMode.Decompress);
            return buffer.AsSpan(0, packed.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
        }
        catch (InvalidDataException)
        {
            return stream;
        }
    }

    private static int CountShown(ReadOnlySpan<byte> content) =>
        content.IndexOf("BT"u8) < 0 || content.IndexOf(" Tf"u8) < 0 ? 0 : content.Count("Tj"u8) + content.Count("TJ"u8);
}
