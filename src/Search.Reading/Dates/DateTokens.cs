using System.Globalization;

namespace Search.Reading.Dates;

/// <summary>Cuts a text into the numbers and words that dates are made of.</summary>
internal static class DateTokens
{
    /// <summary>Words farther than this from every number are no part of a date.</summary>
    private const int Reach = 4;
    private const int MostDigits = 6;
    private const int LongestGap = 4;
    private static readonly DateNames s_months = new("Dates.months.txt");
    private static readonly DateNames s_signs = new("Dates.signs.txt");

    /// <summary>The numbers of a text and the words around them.</summary>
    public static List<DateToken> Cut(string text)
    {
        var raw = CutRaw(text);
        var tokens = new List<DateToken>();
        var (end, lastNumber, nextNumber) = (0, -Reach - 1, -1);
        for (var index = 0; index < raw.Count; index++)
        {
            var cut = raw[index];
            if (cut.Start < end)
            {
                continue;
            }

            lastNumber = cut.IsNumber ? index : lastNumber;
            if (!cut.IsNumber && index > nextNumber)
            {
                nextNumber = raw.FindIndex(index, other => other.IsNumber) is >= 0 and var next ? next : int.MaxValue;
            }

            var tokenEnd = cut.End;
            if (cut.IsNumber || index - lastNumber <= Reach || nextNumber - index <= Reach)
            {
                var token = new DateToken(cut.Start, cut.Length, cut.Number, cut.Digits, string.Empty);
                token = cut.IsNumber ? token : Understand(text, token);
                tokens.Add(WithGap(text, token, end));
                tokenEnd = token.End;
            }

            end = tokenEnd;
        }

        return tokens;
    }

    /// <summary>One character that says what the number before it is.</summary>
    public static bool IsSign(char character) => character is '年' or '月' or '日' or '号' or '號' or '년' or '월' or '일';

    private static List<RawToken> CutRaw(string text)
    {
        var tokens = new List<RawToken>();
        var isBehindNumber = false;
        for (var index = 0; index < text.Length;)
        {
            var (start, character) = (index, text[index]);
            if (char.IsDigit(character))
            {
                var token = Number(text, start);
                tokens.Add(token);
                (index, isBehindNumber) = (token.End, true);
            }
            else if (ChineseNumber.MayBegin(character) && ChineseNumber.Read(text.AsSpan(start)) is { Length: > 0 } number)
            {
                tokens.Add(new RawToken(start, number.Length, number.Number, number.Digits));
                (index, isBehindNumber) = (start + number.Length, true);
            }
            else if (DateLetters.IsPart(character))
            {
                index = isBehindNumber && IsSign(character) ? start + 1 : EndOfWord(text, start);
                tokens.Add(new RawToken(start, index - start, 0, 0));
                isBehindNumber = false;
            }
            else
            {
                index++;
            }
        }

        return tokens;
    }

    private static RawToken Number(string text, int start)
    {
        var (index, number) = (start, 0);
        for (; index < text.Length && char.IsDigit(text[index]); index++)
        {
            number = index - start < MostDigits ? (number * 10) + CharUnicodeInfo.GetDecimalDigitValue(text[index]) : number;
        }

        return new RawToken(start, index - start, number, index - start);
    }

    private static int EndOfWord(string text, int index)
    {
        for (index++; index < text.Length && DateLetters.IsPart(text[index]); index++)
        {
            if (ChineseNumber.MayBegin(text[index]) && ChineseNumber.Read(text.AsSpan(index)).Length > 0)
            {
                break;
            }
        }

        return index;
    }

    /// <summary>What a word means in a date; it may end later than its first word.</summary>
    private static DateToken Understand(string text, DateToken token)
    {
        var month = s_months.Find(text, token.Start, token.End, out var end);
        if (month.Place > 0)
        {
            return token with { Length = end - token.Start, Month = month.Place, Calendar = month.Calendar };
        }

        var sign = s_signs.Find(text, token.Start, token.End, out end);
        return token with
        {
            Length = (sign.Place > 0 ? end : token.End) - token.Start,
            Sign = (DateSign)sign.Place,
            Word = DateWords.Find(text.AsSpan(token.Start, token.Length)),
        };
    }

    private static DateToken WithGap(string text, DateToken token, int previousEnd)
    {
        Span<char> kept = stackalloc char[LongestGap];
        var (length, isSpaced) = (0, false);
        foreach (var character in text.AsSpan(previousEnd, token.Start - previousEnd))
        {
            if (DateLetters.IsBlank(character))
            {
                isSpaced = true;
            }
            else if (character is not ('\u200e' or '\u200f' or '\u061c' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069')))
            {
                if (length == LongestGap)
                {
                    return token with { Gap = "far away", IsSpaced = true };
                }

                kept[length++] = Plain(character);
            }
        }

        return token with { Gap = length == 1 ? Single(kept[0]) : kept[..length].ToString(), IsSpaced = isSpaced };
    }

    private static char Plain(char character) => character switch
    {
        '，' or '،' or '、' => ',',
        '．' => '.',
        '／' or '⁄' or '∕' => '/',
        '－' or '‐' or '‑' or '−' => '-',
        '（' => '(',
        '）' => ')',
        'ʼ' or '‘' => '’',
        _ => character,
    };

    private static string Single(char character) => character switch
    {
        '/' => "/",
        '.' => ".",
        '-' => "-",
        ',' => ",",
        '\'' => "'",
        '(' => "(",
        ')' => ")",
        ':' => ":",
        _ => character.ToString(),
    };

    /// <summary>A number or a word of which nothing is known yet.</summary>
    private readonly record struct RawToken(int Start, int Length, int Number, int Digits)
    {
        public bool IsNumber => Digits > 0;

        public int End => Start + Length;
    }
}
