namespace Search.Core.Analysis;

/// <summary>
/// M. F. Porter, "An algorithm for suffix stripping", Program 14 no. 3 (1980), with the two departures of its author's
/// later releases that Lucene's PorterStemFilter has too: <c>-bli</c> for <c>-abli</c>, and <c>-logi</c>. Words of one or
/// two letters stay as they are. Whatever is not an English vowel counts as a consonant.
/// </summary>
internal static class PorterStemmer
{
    private static readonly (string Suffix, string Replacement)[] s_doubleSuffixes =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("bli", "ble"),
        ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"),
        ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"),
        ("iviti", "ive"), ("biliti", "ble"), ("logi", "log"),
    ];

    private static readonly (string Suffix, string Replacement)[] s_adjectiveSuffixes =
    [
        ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
    ];

    // Longer before shorter where one ends with the other.
    private static readonly string[] s_residualSuffixes =
    [
        "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti",
        "ous", "ive", "ize",
    ];

    /// <summary>The stem; the same string where nothing changes.</summary>
    public static string Stem(string word)
    {
        if (word.Length < 3)
        {
            return word;
        }

        // Restoring an e after -ed or -ing never makes a word longer than it was.
        var letters = word.Length <= 256 ? stackalloc char[word.Length] : new char[word.Length];
        word.CopyTo(letters);
        var length = StripPlural(letters, word.Length);
        length = StripPast(letters, length);
        TurnY(letters, length);
        length = Replace(letters, length, s_doubleSuffixes);
        length = Replace(letters, length, s_adjectiveSuffixes);
        length = StripResidual(letters, length);
        length = StripFinal(letters, length);
        var stem = letters[..length];
        return stem.SequenceEqual(word) ? word : new string(stem);
    }

    /// <summary>Step 1a.</summary>
    private static int StripPlural(ReadOnlySpan<char> word, int length)
    {
        word = word[..length];
        if (word is not [.., var before, 's'])
        {
            return length;
        }

        if (word.EndsWith("sses") || word.EndsWith("ies"))
        {
            return length - 2;
        }

        return before == 's' ? length : length - 1;
    }

    /// <summary>Step 1b.</summary>
    private static int StripPast(Span<char> letters, int length)
    {
        ReadOnlySpan<char> word = letters[..length];
        if (word.EndsWith("eed"))
        {
            return Measure(word[..^3]) > 0 ? length - 1 : length;
        }

        var suffix = word.EndsWith("ed") ? 2 : word.EndsWith("ing") ? 3 : 0;
        if (suffix == 0 || !HasVowel(word[..^suffix]))
        {
            return length;
        }

        word = word[..^suffix];
        var restoresE = word.EndsWith("at") || word.EndsWith("bl") || word.EndsWith("iz");
        if (!restoresE && EndsInDoubleConsonant(word))
        {
            return word[^1] is 'l' or 's' or 'z' ? word.Length : word.Length - 1;
        }

        if (restoresE || (Measure(word) == 1 && EndsInShortSyllable(word)))
        {
            letters[word.Length] = 'e';
            return word.Length + 1;
        }

        return word.Length;
    }

    /// <summary>Step 1c.</summary>
    private static void TurnY(Span<char> letters, int length)
    {
        if (letters[length - 1] == 'y' && HasVowel(letters[..(length - 1)]))
        {
            letters[length - 1] = 'i';
        }
    }

    /// <summary>Steps 2 and 3: the first suffix that fits decides, even where the stem before it is too short.</summary>
    private static int Replace(Span<char> letters, int length, (string Suffix, string Replacement)[] rules)
    {
        var word = letters[..length];
        foreach (var (suffix, replacement) in rules)
        {
            if (!word.EndsWith(suffix))
            {
                continue;
            }

            var stem = word.Length - suffix.Length;
            if (Measure(word[..stem]) == 0)
            {
                return length;
            }

            replacement.CopyTo(letters[stem..]);
            return stem + replacement.Length;
        }

        return length;
    }

    /// <summary>Step 4.</summary>
    private static int StripResidual(ReadOnlySpan<char> letters, int length)
    {
        var word = letters[..length];
        foreach (var suffix in s_residualSuffixes)
        {
            if (!word.EndsWith(suffix))
            {
                continue;
            }

            var stem = word[..^suffix.Length];
            if (string.Equals(suffix, "ion", StringComparison.Ordinal) && stem is not [.., 's' or 't'])
            {
                return length;
            }

            return Measure(stem) > 1 ? stem.Length : length;
        }

        return length;
    }

    /// <summary>Step 5.</summary>
    private static int StripFinal(ReadOnlySpan<char> letters, int length)
    {
        var word = letters[..length];
        var measure = Measure(word);
        if (word[^1] == 'e' && (measure > 1 || (measure == 1 && !EndsInShortSyllable(word[..^1]))))
        {
            word = word[..^1];
        }

        return word is [.., 'l'] && EndsInDoubleConsonant(word) && measure > 1 ? word.Length - 1 : word.Length;
    }

    private static bool IsConsonant(ReadOnlySpan<char> word, int index) => word[index] switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' => false,
        'y' => index == 0 || !IsConsonant(word, index - 1),
        _ => true,
    };

    /// <summary>How often a vowel is followed by a consonant.</summary>
    private static int Measure(ReadOnlySpan<char> word)
    {
        var measure = 0;
        var afterVowel = false;
        for (var i = 0; i < word.Length; i++)
        {
            var consonant = IsConsonant(word, i);
            if (consonant && afterVowel)
            {
                measure++;
            }

            afterVowel = !consonant;
        }

        return measure;
    }

    private static bool HasVowel(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (!IsConsonant(word, i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsInDoubleConsonant(ReadOnlySpan<char> word) =>
        word.Length > 1 && word[^1] == word[^2] && IsConsonant(word, word.Length - 1);

    /// <summary>Consonant, vowel, consonant other than w, x and y.</summary>
    private static bool EndsInShortSyllable(ReadOnlySpan<char> word) =>
        word.Length > 2
        && word[^1] is not ('w' or 'x' or 'y')
        && IsConsonant(word, word.Length - 1)
        && !IsConsonant(word, word.Length - 2)
        && IsConsonant(word, word.Length - 3);
}
