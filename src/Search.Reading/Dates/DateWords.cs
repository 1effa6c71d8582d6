using Search.Reading.Text;

namespace Search.Reading.Dates;

internal enum DateWord
{
    None,
    Connector,
    OrdinalEnding,
    Reiwa,

    /// <summary>Says that a weekday is another than that of issue.</summary>
    Other,
}

/// <summary>What small words mean in a date, from dateWords.txt. Just as written: a capital begins something else.</summary>
internal static class DateWords
{
    private static readonly Dictionary<string, DateWord>.AlternateLookup<ReadOnlySpan<char>> s_words =
        Load().GetAlternateLookup<ReadOnlySpan<char>>();

    public static DateWord Find(ReadOnlySpan<char> word) => s_words.TryGetValue(word, out var meaning) ? meaning : DateWord.None;

    private static Dictionary<string, DateWord> Load() => EmbeddedTable.Rows("Dates.dateWords.txt")
        .Select(row => row.Split(' '))
        .SelectMany(parts => parts.Skip(1).Select(word => (Word: word, Meaning: Enum.Parse<DateWord>(parts[0], ignoreCase: true))))
        .ToDictionary(row => row.Word, row => row.Meaning, StringComparer.Ordinal);
}
