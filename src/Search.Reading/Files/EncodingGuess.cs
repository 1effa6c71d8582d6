using System.Text;
using UtfUnknown;

namespace Search.Reading.Files;

/// <summary>The character set of bytes that name none, or one that they are not in: by their own frequencies.</summary>
internal static class EncodingGuess
{
    private const int Sample = 64 << 10;
    private const int FewestHighBytes = 8;
    private const float LeastConfidence = 0.4f;

    /// <summary>Bytes of lower-case Cyrillic letters in windows-1251, against those that Western pages use.</summary>
    private const int FirstCyrillicLower = 0xE0;

    /// <summary>Western, and its neighbours that differ from it in a few letters: which one it is the language tells better.</summary>
    private static readonly HashSet<int> s_latin = [1250, 1252, 1254, 1257, 1258, 20127, 28591, 28592, 28593, 28594, 28599, 28603, 28605];

    /// <param name="bytes">Not UTF-8.</param>
    /// <param name="language">What the page says that it is in; null when it says nothing.</param>
    public static Encoding Of(ReadOnlySpan<byte> bytes, string? language)
    {
        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        var (high, ascii, lower) = Count(sample);
        if (high >= FewestHighBytes
            && CharsetDetector.DetectFromBytes(sample.ToArray()).Detected is { Encoding: { } detected, Confidence: >= LeastConfidence }
            && !s_latin.Contains(detected.CodePage) && detected.CodePage != Encoding.UTF8.CodePage)
        {
            return detected;
        }

        // Russian has most of its letters in the upper quarter; Western languages have few letters there at all.
        return high * 3 > ascii && lower * 2 > high ? EncodingLabels.Named("windows-1251") : EncodingLabels.Latin(language);
    }

    private static (int High, int Ascii, int Lower) Count(ReadOnlySpan<byte> bytes)
    {
        var (high, ascii, lower) = (0, 0, 0);
        foreach (var value in bytes)
        {
            high += value >= 0x80 ? 1 : 0;
            lower += value >= FirstCyrillicLower ? 1 : 0;
            ascii += value is >= (byte)'a' and <= (byte)'z' or >= (byte)'A' and <= (byte)'Z' ? 1 : 0;
        }

        return (high, ascii, lower);
    }
}
