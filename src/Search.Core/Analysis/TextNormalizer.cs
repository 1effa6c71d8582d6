namespace Search.Core.Analysis;

/// <summary>What happens to every text and every query before anything else looks at it.</summary>
public static class TextNormalizer
{
    /// <summary>NFC; soft hyphens, zero-width characters, byte order marks, NUL and unpaired surrogates removed.</summary>
    public static string Normalize(string text) => throw new NotSupportedException();
}
