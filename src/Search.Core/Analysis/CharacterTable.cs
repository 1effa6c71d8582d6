using System.Globalization;
using System.Text;

namespace Search.Core.Analysis;

/// <summary>What analysis knows of a code point.</summary>
internal static class CharacterTable
{
    private static readonly byte[] s_basicPlane = Build();

    public static WordClass WordClassOf(char character) => (WordClass)(s_basicPlane[character] & 15);

    public static WordClass WordClassOf(int codePoint) =>
        codePoint < 0x10000 ? WordClassOf((char)codePoint) : (WordClass)(Classify(new Rune(codePoint)) & 15);

    /// <summary>Lower-case and without accent; null where the code point stays as it is.</summary>
    public static string? Fold(Rune rune)
    {
        var folded = Rune.ToLowerInvariant(rune).ToString().Normalize(NormalizationForm.FormD);
        folded = string.Concat(folded.Where(c => c is < '\u0300' or > '\u036f'));
        return string.Equals(folded, rune.ToString(), StringComparison.Ordinal) ? null : folded;
    }

    private static byte[] Build()
    {
        var table = new byte[0x10000];
        for (var c = 0; c < table.Length; c++)
        {
            if (Rune.IsValid(c))
            {
                table[c] = Classify(new Rune(c));
            }
        }

        return table;
    }

    private static byte Classify(Rune rune) => (byte)(rune.Value switch
    {
        '\'' => WordClass.SingleQuote,
        '"' => WordClass.DoubleQuote,
        '.' or 0x2018 or 0x2019 or 0x2024 or 0xff07 or 0xff0e => WordClass.MidNumLet,
        ':' or 0xb7 or 0x2027 => WordClass.MidLetter,
        ',' or ';' => WordClass.MidNum,
        '_' => WordClass.ExtendNumLet,
        >= 0x5d0 and <= 0x5ea => WordClass.HebrewLetter,
        >= 0x30a1 and <= 0x30fa or 0x30fc => WordClass.Katakana,
        >= 0x3041 and <= 0x3096 or >= 0x4e00 and <= 0x9fff or >= 0x3400 and <= 0x4dbf => WordClass.Ideograph,
        >= 0x0e01 and <= 0x0eff or >= 0x1000 and <= 0x109f or >= 0x1780 and <= 0x17ff => WordClass.SoutheastAsian,
        _ => Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.DecimalDigitNumber => WordClass.Numeric,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format => WordClass.Extend,
            UnicodeCategory.ConnectorPunctuation => WordClass.ExtendNumLet,
            _ => Rune.IsLetter(rune) ? WordClass.Letter : WordClass.Other,
        },
    });
}
