using Search.Core.Analysis;
using Search.Core.Statements;

namespace Search.Testing.Engines;

/// <summary>Words within two edits: the fewest edits first, then the most frequent.</summary>
internal static class InMemorySimilarWords
{
    public static IReadOnlyList<string> Of(string word, int size, IEnumerable<Statement> statements)
    {
        var analyzer = new TextAnalyzer();
        var tokens = new List<Token>();
        var counts = new Dictionary<string, int>();
        foreach (var text in statements.SelectMany(statement => new[] { statement.Title, statement.Body }))
        {
            analyzer.Analyze(text, tokens);
            foreach (var token in tokens)
            {
                counts[token.Forms.Exact] = counts.GetValueOrDefault(token.Forms.Exact) + 1;
            }
        }

        return [.. counts
            .Select(entry => (Word: entry.Key, entry.Value, Edits: Edits(word, entry.Key)))
            .Where(entry => entry.Edits is 1 or 2)
            .OrderBy(entry => entry.Edits).ThenByDescending(entry => entry.Value).ThenBy(entry => entry.Word, StringComparer.Ordinal)
            .Take(size)
            .Select(entry => entry.Word)];
    }

    private static int Edits(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var edits = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], edits);
            }
        }

        return row[^1];
    }
}
