using System.Text;

namespace Search.Core.Analysis;

/// <summary>From a word as written to its three forms: the token filters of the analyzers.</summary>
internal static class WordFolding
{
    /// <summary>The United States as a word of its own, apart from the pronoun.</summary>
    public const string UnitedStates = "us_country";

    public static WordForms FormsOf(ReadOnlySpan<char> word)
    {
        var verbatim = JoinInitials(Straighten(word));
        if (IsUnitedStates(verbatim))
        {
            return new WordForms(verbatim, UnitedStates, UnitedStates);
        }

        var exact = StripPossessive(Fold(JoinLongInitials(verbatim)));
        return new WordForms(verbatim, exact, PorterStemmer.Stem(exact));
    }

    /// <summary>The stem of an exact form, which is all a stem depends on.</summary>
    public static string StemOf(string exact) => exact == UnitedStates ? UnitedStates : PorterStemmer.Stem(exact);

    private static string Straighten(ReadOnlySpan<char> word)
    {
        var letters = word.Length <= WordScanner.MaxWordLength + 1 ? stackalloc char[word.Length] : new char[word.Length];
        var length = 0;
        for (var index = 0; index < word.Length; index++)
        {
            var letter = word[index];
            if (letter != '.' || !Apostrophes.IsDotBeforePossessive(word, index))
            {
                letters[length++] = Apostrophes.IsSingle(letter) ? '\'' : Apostrophes.Double.Contains(letter) ? '"' : letter;
            }
        }

        return new string(letters[..length]);
    }

    /// <summary>D.P.R.K becomes DPRK: dots vanish between single capitals.</summary>
    private static string JoinInitials(string word) => LengthOfInitials(word, IsCapital) >= 3 ? WithoutDots(word) : word;

    /// <summary>Three or more initials in either case; e.g and a.m keep their dot.</summary>
    private static string JoinLongInitials(string word) => LengthOfInitials(word, Apostrophes.IsLatin) >= 5 ? WithoutDots(word) : word;

    private static string WithoutDots(string word) => word.Replace(".", string.Empty, StringComparison.Ordinal);

    /// <summary>
    /// The length of the initials with dots between them that the word consists of but for a possessive; 0 if it does not.
    /// </summary>
    private static int LengthOfInitials(string word, Func<char, bool> isInitial)
    {
        if (word.Length < 3 || word[1] != '.')
        {
            return 0;
        }

        var initials = StripPossessive(word);
        for (var index = 0; index < initials.Length; index++)
        {
            if (index % 2 == 0 ? !isInitial(initials[index]) : initials[index] != '.')
            {
                return 0;
            }
        }

        return initials.Length;
    }

    private static bool IsCapital(char character) =>
        character is >= 'A' and <= 'Z' or >= '\u00c0' and <= '\u00de' or >= '\u0391' and <= '\u03ab' or >= '\u0400' and <= '\u042f';

    private static bool IsUnitedStates(string verbatim) => StripPossessive(verbatim) switch
    {
        "US" or "USA" => true,
        ['u' or 'U', '.', 's' or 'S'] or ['u' or 'U', '.', 's' or 'S', '.', 'a' or 'A'] => true,
        _ => false,
    };

    /// <summary>Lower case, accents folded.</summary>
    public static string Fold(string word)
    {
        if (Ascii.IsValid(word))
        {
            return word.ToLowerInvariant();
        }

        var folded = new StringBuilder(word.Length);
        foreach (var rune in word.EnumerateRunes())
        {
            if (CharacterTable.FoldOf(rune.Value) is { } fold)
            {
                folded.Append(fold);
            }
            else
            {
                folded.Append(rune);
            }
        }

        return folded.ToString();
    }

    private static string StripPossessive(string word) => word is [.., '\'', 's' or 'S'] ? word[..^2] : word;
}
