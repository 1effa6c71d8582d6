using System.Text;

namespace Search.Core.Countries;

/// <summary>
/// Appends an ending whose letters depend on what they follow, as in Turkish: <c>A</c> is a or e, <c>I</c> is ı, i, u or ü,
/// <c>D</c> is d or t, and <c>(n)</c> stands after a vowel only. Other endings are appended as they are.
/// </summary>
internal static class VowelHarmony
{
    private const string Vowels = "aıoueiöüâ";
    private const string Back = "aıou";
    private const string Round = "ouöü";
    private const string Hard = "fstkçşhp";

    public static string Append(string name, string ending)
    {
        if (!ending.AsSpan().ContainsAny('A', 'I', 'D') && ending[0] != '(')
            return name + ending;

        var form = new StringBuilder(name);
        for (var i = 0; i < ending.Length; i++)
        {
            if (ending[i] == '(')
            {
                if (IsVowel(form[^1]))
                    form.Append(ending[i + 1]);

                i += 2;
            }
            else
                form.Append(Letter(ending[i], form));
        }

        return form.ToString();
    }

    private static char Letter(char letter, StringBuilder before) => letter switch
    {
        'A' => Back.Contains(LastVowel(before), StringComparison.Ordinal) ? 'a' : 'e',
        'I' => High(LastVowel(before)),
        'D' => Hard.Contains(Lower(before[^1]), StringComparison.Ordinal) ? 't' : 'd',
        _ => letter,
    };

    private static char High(char vowel)
    {
        var isRound = Round.Contains(vowel, StringComparison.Ordinal);
        if (Back.Contains(vowel, StringComparison.Ordinal))
            return isRound ? 'u' : 'ı';

        return isRound ? 'ü' : 'i';
    }

    private static char LastVowel(StringBuilder text)
    {
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if (IsVowel(text[i]))
                return Lower(text[i]);
        }

        return 'e';
    }

    private static bool IsVowel(char letter) => Vowels.Contains(Lower(letter), StringComparison.Ordinal);

    private static char Lower(char letter) => letter switch
    {
        'I' => 'ı',
        'İ' => 'i',
        _ => char.ToLowerInvariant(letter),
    };
}
