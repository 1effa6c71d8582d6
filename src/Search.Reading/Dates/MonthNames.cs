using System.Collections.Frozen;
using Search.Core.Analysis;
using Search.Reading.Tables;

namespace Search.Reading.Dates;

/// <summary>Month names of the main languages, from months.txt.</summary>
internal static class MonthNames
{
    private static readonly FrozenDictionary<string, int> s_months = Load();
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> s_lookup =
        s_months.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int s_longest = s_months.Keys.Max(name => name.Length);

    /// <summary>1 to 12; 0 when the word is no month. Where two languages differ (травень), the first in the file is meant.</summary>
    public static int Find(ReadOnlySpan<char> word)
    {
        if (word.Length < 2 || word.Length > s_longest)
        {
            return 0;
        }

        Span<char> folded = stackalloc char[word.Length];
        word.ToLowerInvariant(folded);
        return s_lookup.TryGetValue(folded, out var month) ? month : 0;
    }

    private static FrozenDictionary<string, int> Load()
    {
        var months = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in EmbeddedTable.Rows("Dates.months.txt"))
        {
            var lists = line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..].Split('|');
            for (var month = 1; month <= lists.Length; month++)
            {
                foreach (var name in lists[month - 1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    months.TryAdd(TextNormalizer.Normalize(name), month);
                }
            }
        }

        return months.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
