using System.Collections.Frozen;
using Search.Core.Analysis;
using Search.Reading.Tables;

namespace Search.Reading.Dates;

/// <summary>Finds the weekday on which a sentence says that something was issued: "released a statement on Saturday".</summary>
internal static class WeekdayScanner
{
    private static readonly FrozenDictionary<string, DayOfWeek> s_weekdays = Load();
    private static readonly FrozenDictionary<string, DayOfWeek>.AlternateLookup<ReadOnlySpan<char>> s_lookup =
        s_weekdays.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int s_longest = s_weekdays.Keys.Max(name => name.Length);

    /// <summary>Null when the sentence names none, two different ones, or only one that something else has ("Saturday's attack", "next Friday").</summary>
    public static DayOfWeek? Find(ReadOnlySpan<char> sentence)
    {
        DayOfWeek? found = null;
        ReadOnlySpan<char> previous = [];
        Span<char> folded = stackalloc char[s_longest];
        for (var index = 0; index < sentence.Length;)
        {
            var end = index;
            while (end < sentence.Length && IsPart(sentence, end))
            {
                end++;
            }

            var word = sentence[index..end];
            if (word.Length > 1 && word.Length <= folded.Length && s_lookup.TryGetValue(folded[..word.ToLowerInvariant(folded)], out var day)
                && !(previous is "next" or "last" or "every" or "until" or "since" or "from"))
            {
                if (found is not null && found != day)
                {
                    return null;
                }

                found = day;
            }

            previous = word.Length > 0 ? word : previous;
            index = Math.Max(end, index + 1);
        }

        return found;
    }

    /// <summary>The last such weekday that is not after the day it is counted from.</summary>
    public static DateOnly LastBefore(DateOnly anchor, DayOfWeek weekday) => anchor.AddDays(-((7 + (int)anchor.DayOfWeek - (int)weekday) % 7));

    /// <summary>A letter, or an apostrophe or hyphen between two: "Saturday's" is another word than "Saturday".</summary>
    private static bool IsPart(ReadOnlySpan<char> text, int index) =>
        char.IsLetter(text[index])
        || (text[index] is '\'' or '’' or 'ʼ' or '-' && index > 0 && char.IsLetter(text[index - 1]) && index + 1 < text.Length && char.IsLetter(text[index + 1]));

    private static FrozenDictionary<string, DayOfWeek> Load()
    {
        var weekdays = new Dictionary<string, DayOfWeek>(StringComparer.Ordinal);
        foreach (var line in EmbeddedTable.Rows("Dates.weekdays.txt"))
        {
            var days = line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..].Split('|');
            for (var day = 0; day < days.Length; day++)
            {
                foreach (var name in days[day].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    weekdays.TryAdd(TextNormalizer.Normalize(name), (DayOfWeek)((day + 1) % 7));
                }
            }
        }

        return weekdays.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
