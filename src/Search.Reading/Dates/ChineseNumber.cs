namespace Search.Reading.Dates;

/// <summary>Numbers in Chinese characters: 二〇二四, 十三, 一百一十三, and 元, the first year of an era.</summary>
internal static class ChineseNumber
{
    /// <summary>The first year of an era; the sign has other meanings in front of a number (公元).</summary>
    private const char First = '元';
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>The number that begins at a place and has 年, 月 or 日 behind it; its length is 0 when there is none.</summary>
    public static (int Length, int Number, int Digits) Read(ReadOnlySpan<char> text)
    {
        var (length, number, section, digit, isPositional) = (0, 0, 0, -1, true);
        for (; length < text.Length && length < 8; length++)
        {
            var value = ValueOf(text[length], length);
            if (value < 0)
            {
                break;
            }

            if (value >= 10)
            {
                section += (digit < 0 ? 1 : digit) * (value == 11 ? 20 : value);
                (digit, isPositional) = (-1, false);
            }
            else
            {
                number = (number * 10) + value;
                digit = value;
            }
        }

        var end = length;
        while (end < text.Length && DateLetters.IsBlank(text[end]))
        {
            end++;
        }

        if (length == 0 || end == text.Length || !DateTokens.IsSign(text[end]) || (text[0] == First && length > 1))
        {
            return default;
        }

        number = isPositional ? number : section + Math.Max(digit, 0);
        return (length, number, isPositional ? length : number >= 100 ? 3 : number >= 10 ? 2 : 1);
    }

    /// <summary>Whether a number may begin here, cheaply.</summary>
    public static bool MayBegin(char character) => character is >= '\u3007' and <= '\u96f6' && ValueOf(character, 0) >= 0;

    /// <summary>0 to 10, 100, or 11 for twenty in one character; -1 when it is none.</summary>
    private static int ValueOf(char character, int place) => character switch
    {
        '零' or '○' or '◯' => 0,
        'O' or 'Ｏ' or 'o' when place > 0 => 0,
        First when place == 0 => 1,
        '十' => 10,
        '廿' => 11,
        '百' => 100,
        _ => Digits.IndexOf(character, StringComparison.Ordinal),
    };
}
