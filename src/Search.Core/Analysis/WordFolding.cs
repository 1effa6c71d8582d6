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

    private static string Straighten(ReadOnlySpan<char> word)
    {
        var straight = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] != '.' || !Apostrophes.IsDotBeforePossessive(word, i))
            {
                straight.Append(Apostrophes.IsApostrophe(word[i]) ? '\'' : Apostrophes.IsDoubleQuote(word[i]) ? '"' : word[i]);
            }
        }

        return straight.ToString();
    }

    /// <summary>D.P.R.K becomes DPRK: dots vanish between single capitals.</summary>
    private static string JoinInitials(string word) =>
        EndOfInitials(word, static c => c is >= 'A' and <= 'Z' or >= '\u00c0' and <= '\u00de' and not '\u00d7') >= 3 ? word.Replace(".", "") : word;

    /// <summary>Three or more initials in either case; e.g. and a.m. keep their dot.</summary>
    private static string JoinLongInitials(string word) => EndOfInitials(word, Apostrophes.IsLatin) >= 5 ? word.Replace(".", "") : word;

    /// <summary>The length of the initials that the whole word but a possessive consists of; 0 if it does not.</summary>
    private static int EndOfInitials(string word, Func<char, bool> isInitial)
    {
        var length = word.Length >= 2 && word[^2] == '\'' && word[^1] is 's' or 'S' ? word.Length - 2 : word.Length;
        if (length % 2 == 0)
        {
            return 0;
        }

        for (var i = 0; i < length; i++)
        {
            if (i % 2 == 1 ? word[i] != '.' : !isInitial(word[i]))
            {
                return 0;
            }
        }

        return length;
    }

    private static bool IsUnitedStates(string verbatim) => StripPossessive(verbatim) switch
    {
        "US" or "USA" => true,
        { Length: 3 or 5 } dotted => dotted.ToUpperInvariant() is "U.S" or "U.S.A",
        _ => false,
    };

    private static string Fold(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var rune in word.EnumerateRunes())
        {
            folded.Append(CharacterTable.Fold(rune) ?? rune.ToString());
        }

        return folded.ToString();
    }

    private static string StripPossessive(string word) => word is [.., '\'', 's' or 'S'] ? word[..^2] : word;
}
