using System.Text;

namespace Search.Core.Analysis;

/// <summary>What happens to every text and every query before anything else looks at it.</summary>
public static class TextNormalizer
{
    /// <summary>NFC; soft hyphens, zero-width characters, byte order marks, NUL and unpaired surrogates removed.</summary>
    public static string Normalize(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (char.IsSurrogate(character))
            {
                if (i + 1 < text.Length && char.IsSurrogatePair(character, text[i + 1]))
                {
                    kept.Append(character).Append(text[++i]);
                }
            }
            else if (character == '\r')
            {
                if (i + 1 == text.Length || text[i + 1] != '\n')
                {
                    kept.Append('\n');
                }
            }
            else if (!IsRemoved(character))
            {
                kept.Append(character);
            }
        }

        return kept.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool IsRemoved(char character) => character switch
    {
        '\t' or '\n' => false,
        < ' ' or >= '\u007f' and < '\u00a0' or '\u00ad' => true,
        '\u200b' or '\u200e' or '\u200f' or '\u2060' or '\ufeff' or '\u061c' => true,
        >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069' => true,
        _ => false,
    };
}
