using System.Text.Json;
using System.Text.Json.Nodes;
using Elastic.Clients.Elasticsearch;
using Search.Core.Analysis;

namespace Search.Elasticsearch.Searching;

/// <summary>
/// Words of the archive that are a slip or two away, by Elasticsearch's term suggester. The client's type for it has no accuracy, without
/// which short words have no neighbours: the body is JSON.
/// </summary>
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
    public static IReadOnlyList<string> Read(SearchResponse<JsonElement> answer, string word, int size)
    {
        var counts = new Dictionary<string, long>();
        foreach (var option in s_texts.SelectMany(text => answer.Suggest!.GetTerm(text)!).SelectMany(entry => entry.Options))
        {
            counts[option.Text] = counts.GetValueOrDefault(option.Text) + option.Freq;
        }

        return [.. counts
            .Select(entry => (Word: entry.Key, Count: entry.Value, Edits: EditDistance.Between(word, entry.Key, 2)))
            .Where(entry => entry.Edits is 1 or 2)
            .OrderBy(entry => entry.Edits).ThenByDescending(entry => entry.Count).ThenBy(entry => entry.Word, StringComparer.Ordinal)
            .Take(size)
            .Select(entry => entry.Word)];
    }
}
