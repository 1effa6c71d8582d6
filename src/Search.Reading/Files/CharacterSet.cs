using System.Text;
using System.Text.Unicode;
using Search.Reading.Text;

namespace Search.Reading.Files;

/// <summary>
/// Bytes to text. A byte order mark and sound UTF-8 prove themselves and win over what a page declares (saved pages declare what
/// they were before they were saved); then the declaration, unless it makes letters that no language writes; then the bytes alone.
/// </summary>
internal static class CharacterSet
{
    private const int Head = 4096;
    private const int Sample = 64 << 10;

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
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Head)]);
        var declared = EncodingDeclaration.Find(head) is { } label ? EncodingLabels.Find(label) : null;
        if (declared is null && IsShifted(bytes))
        {
            return EncodingLabels.Named("iso-2022-jp");
        }

        var isUtf8 = declared is not null && declared.CodePage == Encoding.UTF8.CodePage;
        if (declared is not null && !isUtf8 && !IsGarbled(declared, bytes))
        {
            return declared;
        }

        // Hardly damaged: what is broken is shown as such, the rest is right.
        if ((declared is null || isUtf8) && IsMostlyUtf8(bytes))
        {
            return Encoding.UTF8;
        }

        var guess = EncodingGuess.Of(bytes, EncodingDeclaration.Language(head));
        return isUtf8 || declared is null || !IsGarbled(guess, bytes) ? guess : declared;
    }

    private static bool IsGarbled(Encoding encoding, ReadOnlySpan<byte> bytes) =>
        GarbledText.Is(encoding.GetString(bytes[..Math.Min(bytes.Length, Sample)]));

    /// <summary>ISO-2022-JP is sound UTF-8 by accident: it switches by escapes.</summary>
    private static bool IsShifted(ReadOnlySpan<byte> bytes) => bytes.IndexOf("\u001B$B"u8) >= 0 || bytes.IndexOf("\u001B$@"u8) >= 0;

    private static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, Sample)]);
        var broken = text.AsSpan().Count('\uFFFD');
        var other = 0;
        foreach (var character in text)
        {
            other += character is > '\u007F' and not '\uFFFD' ? 1 : 0;
        }

        return broken * 4 < other;
    }
}
