using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Search.Reading.Files;

/// <summary>
/// Bytes to text. A byte order mark and sound UTF-8 prove themselves and win over what a page declares (saved pages declare what
/// they were before they were saved); then the declaration; then what the letters suggest.
/// </summary>
internal static class CharacterSet
{
    private const int Head = 4096;

    /// <summary>Bytes of lower-case Cyrillic letters in windows-1251, against those that Western pages use.</summary>
    private const int FirstCyrillicLower = 0xE0;
    private static readonly SearchValues<byte> s_letters =
        SearchValues.Create([.. Enumerable.Range(0x80, 0x80).Select(value => (byte)value)]);

    static CharacterSet() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static string Decode(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(bytes[3..]),
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes[2..]),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes[2..]),
        _ when Utf8.IsValid(bytes) && !IsShifted(bytes) => Encoding.UTF8.GetString(bytes),
        _ => Choose(bytes).GetString(bytes),
    };

    private static Encoding Choose(ReadOnlySpan<byte> bytes)
    {
        var declared = Declared(bytes);
        if (declared is not null && !declared.Equals(Encoding.UTF8))
        {
            return declared;
        }

        // Declared as UTF-8 and hardly damaged: a few broken bytes are shown as such, the rest is right.
        return declared is not null || IsMostlyUtf8(bytes) ? Encoding.UTF8 : Guess(bytes);
    }

    /// <summary>ISO-2022-JP is sound UTF-8 by accident: it switches by escapes.</summary>
    private static bool IsShifted(ReadOnlySpan<byte> bytes) => bytes.IndexOf("\u001B$B"u8) >= 0 || bytes.IndexOf("\u001B$@"u8) >= 0;

    private static Encoding? Declared(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Head)]);
        if (EncodingDeclaration.Find(head) is not { } name)
        {
            return IsShifted(bytes) ? Encoding.GetEncoding("iso-2022-jp") : null;
        }

        try
        {
            // What is declared as Latin 1 or ASCII is read as its superset, as browsers do.
            return name.ToLowerInvariant() is "iso-8859-1" or "us-ascii" or "latin1" ? Encoding.GetEncoding(1252)
                : name.ToLowerInvariant() is "gb2312" or "gbk" ? Encoding.GetEncoding("gb18030")
                : Encoding.GetEncoding(name);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            // Unknown, or one that is not decoded for safety's sake (UTF-7).
            return null;
        }
    }

    private static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, 64 << 10)]);
        var broken = text.AsSpan().Count('\uFFFD');
        var other = 0;
        foreach (var character in text)
        {
            other += character is > '\u007F' and not '\uFFFD' ? 1 : 0;
        }

        return broken * 4 < other;
    }

    /// <summary>Russian has most of its letters in the upper quarter; Western languages have few letters there at all.</summary>
    private static Encoding Guess(ReadOnlySpan<byte> bytes)
    {
        var (high, ascii, lower) = (0, 0, 0);
        foreach (var value in bytes[..Math.Min(bytes.Length, 64 << 10)])
        {
            high += s_letters.Contains(value) ? 1 : 0;
            lower += value >= FirstCyrillicLower ? 1 : 0;
            ascii += value is >= (byte)'a' and <= (byte)'z' or >= (byte)'A' and <= (byte)'Z' ? 1 : 0;
        }

        return Encoding.GetEncoding(high * 3 > ascii && lower * 2 > high ? 1251 : 1252);
    }
}
