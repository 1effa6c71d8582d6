using System.Text;
using Search.Core.Analysis;

namespace Search.Reading.Issuers;

/// <summary>Folds a name for comparison: case, accents, apostrophes, articles, and the two spellings of defence.</summary>
internal static class NameKey
{
    public static string Of(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var character in TextAnalyzer.Fold(TextNormalizer.Normalize(name)))
        {
            Append(folded, character);
        }

        var key = folded.ToString().Trim().Replace("defense", "defence", StringComparison.Ordinal);
        return (key.StartsWith("the ", StringComparison.Ordinal) ? key[4..] : key).Replace(" the ", " ", StringComparison.Ordinal);
    }

    private static void Append(StringBuilder folded, char character)
    {
        switch (character)
        {
            case '’' or '‘' or '`' or 'ʼ':
                folded.Append('\'');
                break;
            case '&':
                folded.Append("and");
                break;
            case '\u0131' or '\u0130':
                folded.Append('i');
                break;
            case ',':
                break;
            default:
                // Accents of Latin, Greek and Cyrillic go; the signs of other scripts (Thai, Arabic, Devanagari) are letters.
                if (character < '\u0300' || character > '\u036F')
                {
                    folded.Append(char.IsWhiteSpace(character) ? ' ' : char.ToLowerInvariant(character));
                }

                break;
        }
    }
}
