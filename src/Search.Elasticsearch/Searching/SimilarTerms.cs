using System.Text.Json;
using System.Text.Json.Nodes;
using Search.Core.Analysis;
using Search.Elasticsearch.Documents;

namespace Search.Elasticsearch.Searching;

/// <summary>Words of the archive that are a slip or two away, by Elasticsearch's term suggester.</summary>
internal static class SimilarTerms
{
    private static readonly string[] s_texts = [Fields.Title, Fields.Body];

    public static JsonObject Body(string word, int size)
    {
        var suggest = new JsonObject { ["text"] = word };
        foreach (var text in s_texts)
        {
            suggest[text] = new JsonObject
            {
                ["term"] = new JsonObject
                {
                    ["field"] = Fields.Of(text, Likeness.Exact),
                    ["analyzer"] = "keyword",
                    ["suggest_mode"] = "always",
                    ["max_edits"] = 2,
                    ["prefix_length"] = 0,
                    ["min_word_length"] = 1,
                    ["max_term_freq"] = int.MaxValue,
                    ["accuracy"] = 0.01,
                    ["size"] = Math.Max(50, size),
                    ["shard_size"] = Math.Max(100, size),
                },
            };
        }

        return new JsonObject { ["size"] = 0, ["track_total_hits"] = false, ["suggest"] = suggest };
    }

    /// <summary>The fewest slips first, then the most frequent.</summary>
    public static IReadOnlyList<string> Read(JsonElement answer, string word, int size)
    {
        var counts = new Dictionary<string, long>();
        foreach (var option in s_texts.SelectMany(text => answer.GetProperty("suggest").GetProperty(text).EnumerateArray())
            .SelectMany(entry => entry.GetProperty("options").EnumerateArray()))
        {
            var similar = option.GetProperty("text").GetString()!;
            counts[similar] = counts.GetValueOrDefault(similar) + option.GetProperty("freq").GetInt64();
        }

        return [.. counts
            .Select(entry => (Word: entry.Key, Count: entry.Value, Edits: EditDistance.Between(word, entry.Key, 2)))
            .Where(entry => entry.Edits is 1 or 2)
            .OrderBy(entry => entry.Edits).ThenByDescending(entry => entry.Count).ThenBy(entry => entry.Word, StringComparer.Ordinal)
            .Take(size)
            .Select(entry => entry.Word)];
    }
}
