using System.Text;
using System.Text.Unicode;

namespace Search.Reading.Records;

/// <summary>The encoding of a feed by its first bytes: a mark, sound UTF-8, then what the declaration says.</summary>
internal static class FeedEncoding
{
    private const int LongestRest = 3;

    static FeedEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Encoding Of(ReadOnlySpan<byte> start) =>
        start is [0xFF, 0xFE, ..] or [(byte)'<', 0, ..] ? Encoding.Unicode
        : start is [0xFE, 0xFF, ..] or [0, (byte)'<', ..] ? Encoding.BigEndianUnicode
        : IsUtf8(start) && !Ascii.IsValid(start) ? Encoding.UTF8
        : Declared(start) ?? (IsUtf8(start) ? Encoding.UTF8 : Encoding.GetEncoding(1252));

    /// <summary>Only the last letter may be cut.</summary>
    private static bool IsUtf8(ReadOnlySpan<byte> start)
    {
        for (var cut = 0; cut <= Math.Min(LongestRest, start.Length); cut++)
        {
            if (Utf8.IsValid(start[..^cut]))
            {
                return true;
            }
        }

        return false;
    }

    private static Encoding? Declared(ReadOnlySpan<byte> start)
    {
        var at = start.IndexOf("encoding="u8);
        var end = start.IndexOf("?>"u8);
        if (at < 0 || end < at)
        {
            return null;
        }

        try
        {
            return Encoding.GetEncoding(Encoding.Latin1.GetString(start[(at + 9)..end]).Trim('"', '\'', ' ').Split('"', '\'', ' ')[0]);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            // Unknown, or one that is not decoded for safety's sake (UTF-7).
            return null;
        }
    }
}
