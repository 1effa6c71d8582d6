using System.Text;
using Search.Core.Analysis;
using Search.Sqlite.Indexing;

namespace Search.Sqlite.Searching;

/// <summary>The archive's own words, for suggesting one where a word has no hits.</summary>
internal static class Vocabulary
{
    private const int MaxEdits = 2;

    /// <summary>
    /// Words within two edits that begin with the same letter (people rarely miss the first, and it bounds what is read):
    /// fewest edits first, then the most frequent.
    /// </summary>
    public static IReadOnlyList<string> Similar(ReadSession session, string word, int size, CancellationToken cancellationToken)
    {
        if (word.Length == 0 || !Rune.TryGetRuneAt(word, 0, out var first))
        {
            return [];
        }

        var found = new List<(string Word, int Edits, long Count)>();
        foreach (var from in IndexToken.OfPrefix(first.ToString()))
        {
            using var rows = session.Reader.Command(
                "SELECT term, cnt FROM statement_words WHERE term >= ?1 AND term < ?2", from, from + '\uffff').ExecuteReader();
            while (rows.Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
                var candidate = IndexToken.ToExact(rows.GetString(0));
                if (EditDistance.Between(word, candidate, MaxEdits) is > 0 and <= MaxEdits and var edits)
                {
                    found.Add((candidate, edits, rows.GetInt64(1)));
                }
            }
        }

        return [.. found
            .GroupBy(entry => (entry.Word, entry.Edits), (key, entries) => (key.Word, key.Edits, Count: entries.Sum(entry => entry.Count)))
            .OrderBy(entry => entry.Edits).ThenByDescending(entry => entry.Count).ThenBy(entry => entry.Word, StringComparer.Ordinal)
            .Take(size).Select(entry => entry.Word)];
    }
}
