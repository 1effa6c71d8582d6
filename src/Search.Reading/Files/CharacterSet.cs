using System.Text;
using System.Text.Unicode;

namespace Search.Reading.Files;

/// <summary>Bytes to text: byte order mark, then what the bytes are, then what the page says of itself, then what its letters suggest.</summary>
internal static class CharacterSet
{
    static CharacterSet() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static string Decode(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(bytes[3..]),
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes[2..]),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes[2..]),
        _ when Utf8.IsValid(bytes) => Encoding.UTF8.GetString(bytes),
        _ => Encoding.GetEncoding(1252).GetString(bytes),
    };
}
