using System.Buffers;
using System.Text;

namespace Search.Core.Analysis;

/// <summary>
/// What happens to every text and every query before anything else looks at it. Offsets everywhere count in the result.
/// </summary>
public static class TextNormalizer
{
    private const char NoBreakSpace = '\u00a0';

    /// <summary>How Windows-1252 reads 0x91 to 0x97, which pages that name another encoding often hold.</summary>
    private const string WindowsPunctuation = "‘’“”•–—";

    private static readonly SearchValues<char> s_suspects = SearchValues.Create(
        [
            .. Enumerable.Range(0, 0x10000)
                .Select(character => (char)character)
                .Where(c => char.IsSurrogate(c) || IsJoiner(c) || Replace(c) is not null),
        ]);

    /// <summary>
    /// NFC. Line ends become <c>\n</c>, a narrow no-break space (which would be part of the word before it) a no-break
    /// space. Removed are soft hyphens, zero-width and bidirectional marks, byte order marks, control characters and
    /// unpaired surrogates; joiners stay where they spell words or emoji. The same string where nothing changes, and
    /// applying it twice is applying it once.
    /// </summary>
    public static string Normalize(string text)
    {
        var first = text.AsSpan().IndexOfAny(s_suspects);
        var cleaned = first < 0 ? text : Clean(text, first);
        var composed = CanonicalComposition.Compose(cleaned);

        // Composition reorders marks, so that another character may stand before a joiner than did.
        return ReferenceEquals(composed, cleaned) ? composed : Normalize(composed);
    }

    private static string Clean(string text, int first)
    {
        var kept = new StringBuilder(text.Length).Append(text, 0, first);
        for (var index = first; index < text.Length; index++)
        {
            var character = text[index];
            if (char.IsSurrogate(character))
            {
                if (IsPairAt(text, index))
                {
                    kept.Append(character).Append(text[++index]);
                }
            }
            else if (IsJoiner(character))
            {
                if (kept.Length > 0 && IsJoined(kept[^1])
                    && index + 1 < text.Length && Remains(text, index + 1) && IsJoined(text[index + 1]))
                {
                    kept.Append(character);
                }
            }
            else if (character != '\r' || index + 1 == text.Length || text[index + 1] != '\n')
            {
                _ = Replace(character) is { } replacement ? kept.Append(replacement) : kept.Append(character);
            }
        }

        return kept.Equals(text) ? text : kept.ToString();
    }

    private static bool IsJoiner(char character) => character is '\u200c' or '\u200d';

    /// <summary>
    /// Arabic, Indic and other scripts with joiners, and emoji; Latin, Greek, spaces, punctuation, wide ones too, and signs of
    /// mathematics (a query's minus among them) lie outside.
    /// </summary>
    private static bool IsJoined(char character) => character is >= '\u0590' and not (
        '\u1680' or '\u180e' or (>= '\u1e00' and <= '\u218f') or (>= '\u2200' and <= '\u22ff')
        or (>= '\u3000' and <= '\u303f') or (>= '\ufe10' and <= '\ufe6f') or (>= '\uff00' and <= '\uff65'));

    private static bool Remains(string text, int index) =>
        char.IsSurrogate(text[index]) ? IsPairAt(text, index) : Replace(text[index]) is null;

    private static bool IsPairAt(string text, int index) =>
        index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]);

    /// <summary>What a character becomes; null where it stays.</summary>
    private static string? Replace(char character) => character switch
    {
        '\t' or '\n' => null,
        '\r' or '\v' or '\f' or '\u0085' or '\u2028' => "\n",
        '\u2029' => "\n\n",
        '\u202f' => NoBreakSpace.ToString(),
        >= '\u0091' and <= '\u0097' => WindowsPunctuation[character - '\u0091'].ToString(),
        < ' ' or >= '\u007f' and <= '\u009f' or '\u00ad' or '\u061c' or '\ufeff' => string.Empty,
        '\u200b' or '\u200e' or '\u200f' or >= '\u202a' and <= '\u202e' or >= '\u2060' and <= '\u206f' => string.Empty,
        >= '\ufff9' and <= '\ufffb' => string.Empty,
        _ => null,
    };
}
