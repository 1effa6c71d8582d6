using System.Collections.Frozen;
using Search.Core.Analysis;
using Search.Reading.Text;

namespace Search.Reading.Dates;

/// <summary>Names that stand in an order, such as those of months, in the main languages.</summary>
internal sealed class DateNames
{
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _places;
    private readonly int _longest;

    /// <param name="table">A file of this project: a language a line, names separated by bars, several forms of one by blanks.</param>
    public DateNames(string table)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in EmbeddedTable.Rows(table))
        {
            var lists = line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..].Split('|');
            for (var place = 1; place <= lists.Length; place++)
            {
                foreach (var name in lists[place - 1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    places.TryAdd(TextNormalizer.Normalize(name), place);
                }
            }
        }

        _places = places.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _longest = places.Keys.Max(name => name.Length);
    }

    /// <summary>From 1; 0 when the word is none of them. Where two languages differ (травень), the first in the file is meant.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        if (word.Length < 2 || word.Length > _longest)
        {
            return 0;
        }

        Span<char> folded = stackalloc char[word.Length];
        word.ToLowerInvariant(folded);
        return _places.TryGetValue(folded, out var place) ? place : 0;
    }
}
