using System.Collections.Frozen;
using Search.Core.Analysis;
using Search.Reading.Text;

namespace Search.Reading.Dates;

/// <summary>A name's place in its list, from 1, and the calendar that the list is of.</summary>
internal readonly record struct DateName(int Place, DateCalendar Calendar);

/// <summary>Names that stand in an order, such as those of months, in many languages. Letters count without their accents.</summary>
internal sealed class DateNames
{
    private const int FewestLettersBeforeAnEnding = 4;
    private readonly FrozenDictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> _entries;
    private readonly int _longest;

    /// <param name="table">
    /// A file of this project: a language a line (and the calendar, as in <c>fa@persian</c>), lists separated by bars, several forms of
    /// one name by blanks, a blank inside a form as an underscore; behind a plus sign the endings that any longer form may take.
    /// </param>
    public DateNames(string table)
    {
        var names = new Dictionary<string, DateName>(StringComparer.Ordinal);
        foreach (var line in EmbeddedTable.Rows(table))
        {
            Read(line, names);
        }

        var entries = names.GroupBy(name => FirstWord(name.Key), StringComparer.Ordinal).ToFrozenDictionary(
            group => group.Key,
            group => new Entry(
                names.GetValueOrDefault(group.Key),
                [.. group.Where(name => name.Key.Length > group.Key.Length).OrderByDescending(name => name.Key.Length)
                    .Select(name => (name.Key[group.Key.Length..], name.Value))]),
            StringComparer.Ordinal);
        _entries = entries.GetAlternateLookup<ReadOnlySpan<char>>();
        _longest = entries.Keys.Max(name => name.Length);
    }

    /// <summary>Place 0 when the word is none of them. Where two languages differ (травень), the first in the file is meant.</summary>
    public DateName Find(ReadOnlySpan<char> word) => Find(word, 0, word.Length, out _);

    /// <param name="text">What the word stands in.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="nameEnd">Where the name ends: it may have further words.</param>
    public DateName Find(ReadOnlySpan<char> text, int start, int end, out int nameEnd)
    {
        nameEnd = end;
        if (end - start > _longest * 2)
        {
            return default;
        }

        Span<char> folded = stackalloc char[end - start];
        var length = DateLetters.Fold(text[start..end], folded);
        if (!_entries.TryGetValue(folded[..length], out var entry))
        {
            return default;
        }

        foreach (var (tail, name) in entry.Longer)
        {
            var tailEnd = DateLetters.EndOf(text, end, tail);
            if (tailEnd > 0)
            {
                nameEnd = tailEnd;
                return name;
            }
        }

        return entry.Alone;
    }

    private static void Read(string line, Dictionary<string, DateName> names)
    {
        var blank = line.IndexOf(' ', StringComparison.Ordinal);
        var at = line.IndexOf('@', StringComparison.Ordinal);
        var calendar = at > 0 && at < blank ? Enum.Parse<DateCalendar>(line[(at + 1)..blank], ignoreCase: true) : default;
        var parts = line[(blank + 1)..].Split('+');
        var endings = parts.Length > 1 ? parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
        var lists = parts[0].Split('|');
        for (var place = 1; place <= lists.Length; place++)
        {
            foreach (var form in lists[place - 1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(form => form != "-"))
            {
                var name = DateLetters.Fold(TextNormalizer.Normalize(form.Replace('_', ' ')));
                names.TryAdd(name, new DateName(place, calendar));
                foreach (var ending in name.Length >= FewestLettersBeforeAnEnding ? endings : [])
                {
                    names.TryAdd(name + DateLetters.Fold(ending), new DateName(place, calendar));
                }
            }
        }
    }

    private static string FirstWord(string name)
    {
        var end = 0;
        while (end < name.Length && DateLetters.IsPart(name[end]))
        {
            end++;
        }

        return name[..end];
    }

    private sealed record Entry(DateName Alone, (string Tail, DateName Name)[] Longer);
}
