namespace Search.Core.Analysis;

/// <summary>Code points of UTF-16 text. An unpaired surrogate stands for itself.</summary>
internal static class CodePoint
{
    public static int LengthAt(ReadOnlySpan<char> text, int index) =>
        char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) ? 2 : 1;

    public static int At(ReadOnlySpan<char> text, int index) =>
        LengthAt(text, index) == 2 ? char.ConvertToUtf32(text[index], text[index + 1]) : text[index];
}
