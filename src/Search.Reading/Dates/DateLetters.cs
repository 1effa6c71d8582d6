using System.Globalization;
using Search.Core.Analysis;

namespace Search.Reading.Dates;

/// <summary>The letters of names in dates: how they are compared, and which belong to one word.</summary>
internal static class DateLetters
{
    private const char Dropped = '\0';
    private const string GreekAccented = "άέήίόύώϊϋΐΰςΆΈΉΊΌΎΏΪΫ";
    private const string GreekPlain = "αεηιουωιυιυσαεηιουωιυ";
    private static readonly char[] s_folds = [.. Enumerable.Range(0, 0x2000).Select(character => FoldOf((char)character))];

    /// <summary>A letter, a mark on one, or a joiner between two.</summary>
    public static bool IsPart(char character) =>
        char.IsLetter(character) || character is '\u200c' or '\u200d'
        || (character >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(character)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    public static bool IsBlank(char character) => character is ' ' or '\t' or '\u00a0' or '\u202f' or '\u2009' or '\u3000';

    public static string Fold(string name)
    {
        Span<char> folded = stackalloc char[name.Length];
        return folded[..Fold(name, folded)].ToString();
    }

    /// <summary>The length of what was written.</summary>
    public static int Fold(ReadOnlySpan<char> word, Span<char> folded)
    {
        var length = 0;
        foreach (var character in word)
        {
            var fold = Fold(character);
            if (fold != Dropped)
            {
                folded[length++] = fold;
            }
        }

        return length;
    }

    /// <summary>Where a folded text ends when it stands at a place and no letter follows it; -1 when it does not.</summary>
    public static int EndOf(ReadOnlySpan<char> text, int at, string folded)
    {
        foreach (var wanted in folded)
        {
            while (at < text.Length && Fold(text[at]) == Dropped)
            {
                at++;
            }

            if (at >= text.Length || (wanted == ' ' ? !IsBlank(text[at]) : Fold(text[at]) != wanted))
            {
                return -1;
            }

            at++;
        }

        return at < text.Length && IsPart(folded[^1]) && IsPart(text[at]) ? -1 : at;
    }

    private static char Fold(char character) =>
        character < s_folds.Length ? s_folds[character]
        : character is '\u200c' or '\u200d' ? Dropped
        : character;

    private static char FoldOf(char character) => character switch
    {
        // Marks on letters of these scripts are accents or vowel signs, which are printed or not.
        (>= '\u0300' and <= '\u036f') or (>= '\u064b' and <= '\u0652') or '\u0640' or '\u093c' or '\u09bc' or '\u0a3c' => Dropped,

        // Letters that keyboards exchange.
        'ı' or 'İ' => 'i',
        'ي' or 'ى' or 'ئ' => 'ی',
        'ك' => 'ک',
        'أ' or 'إ' or 'آ' or 'ٱ' => 'ا',
        'ة' or 'ۀ' => 'ه',
        '\u09df' => '\u09af',
        >= '\u0900' and < '\u10a0' => character,
        _ when GreekAccented.IndexOf(character, StringComparison.Ordinal) is >= 0 and var letter => GreekPlain[letter],
        _ => TextAnalyzer.Fold(character.ToString()) is [var fold] ? fold : char.ToLowerInvariant(character),
    };
}
