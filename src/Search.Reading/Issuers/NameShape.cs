using Search.Reading.Text;

namespace Search.Reading.Issuers;

/// <summary>Tells a body's or a person's printed name from a sentence, a headline, or a menu's trail that has one in it.</summary>
internal static class NameShape
{
    private const int LettersOfWord = 4;
    private static readonly HashSet<string> s_inside = Load("inside ");
    private static readonly HashSet<string> s_headline = Load("headline ");
    private static readonly HashSet<string> s_end = Load("end ");
    private static readonly HashSet<string> s_participle = Load("participle ");
    private static readonly HashSet<string> s_begin = Load("begin ");

    public static bool IsName(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 && !HasSentenceEnd(words) && !IsTrail(text)
            && !s_begin.Contains(words[0].TrimEnd(',').ToLowerInvariant()) && !IsInfinitive(words) && !s_end.Contains(words[^1])
            && !Array.Exists(words, word => IsVerb(word.TrimEnd(',', ';')));
    }

    /// <summary>A full stop behind a whole word, and words behind it; "U.S. Department" and "Dr. Lund" have none.</summary>
    private static bool HasSentenceEnd(string[] words)
    {
        for (var index = 0; index < words.Length - 1; index++)
        {
            var word = words[index].TrimEnd(',', '"', '”');
            if (word.Length > LettersOfWord && word[^1] is ('.' or '?' or '!') && word.AsSpan(0, word.Length - 1).IndexOfAny(".'") < 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsVerb(string word) => s_inside.Contains(word) || s_headline.Contains(word.ToLowerInvariant()) || IsPast(word);

    /// <summary>A small word in -ed is a verb, but for those that stand beside a noun: "people affiliated with", "the disabled".</summary>
    private static bool IsPast(string word) =>
        word.Length > LettersOfWord && char.IsAsciiLetterLower(word[0]) && word.EndsWith("ed", StringComparison.Ordinal)
        && !s_participle.Contains(word);

    private static bool IsTrail(string text) => text.AsSpan().IndexOfAny("|›»>") >= 0;

    private static bool IsInfinitive(string[] words) => words.Length > 1 && words[0] is ("To" or "to") && char.IsLower(words[1][0]);

    private static HashSet<string> Load(string place) => new(
        EmbeddedTable.Rows("Issuers.sentences.txt").Where(row => row.StartsWith(place, StringComparison.Ordinal))
            .SelectMany(row => row[place.Length..].Split('|')),
        StringComparer.Ordinal);
}
