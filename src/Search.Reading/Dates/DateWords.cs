using Search.Reading.Text;

namespace Search.Reading.Dates;

internal enum DateWord
{
    None,
    Connector,
    OrdinalEnding,

    /// <summary>Says that a weekday is another than that of issue.</summary>
    Other,
}

/// <summary>What a word says of the number beside it: the lists of signs.txt, in their order.</summary>
internal enum DateSign
{
    None,
    Year,
    Month,
    MonthAhead,
    Day,
    Connector,
}

/// <summary>What small words mean in a date, from dateWords.txt. Just as written or in capitals: a capital begins something else.</summary>
internal static class DateWords
{
    private const int LongestInCapitals = 4;
    private static readonly Dictionary<string, DateWord>.AlternateLookup<ReadOnlySpan<char>> s_words =
        Load().GetAlternateLookup<ReadOnlySpan<char>>();

    public static DateWord Find(ReadOnlySpan<char> word) =>
        s_words.TryGetValue(word, out var meaning) ? meaning
        : word.Length is > 1 and <= LongestInCapitals && char.IsUpper(word[0]) && char.IsUpper(word[^1]) ? FindInCapitals(word)
        : DateWord.None;

    private static DateWord FindInCapitals(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return s_words.TryGetValue(lower, out var meaning) ? meaning : DateWord.None;
    }

    private static Dictionary<string, DateWord> Load() => EmbeddedTable.Rows("Dates.dateWords.txt")
        .Select(row => row.Split(' '))
        .SelectMany(parts => parts.Skip(1).Select(word => (Word: word, Meaning: Enum.Parse<DateWord>(parts[0], ignoreCase: true))))
        .ToDictionary(row => row.Word, row => row.Meaning, StringComparer.Ordinal);
}
