using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Search.Elasticsearch.Searching;

/// <summary>
/// Whether an archive is as it was: how many documents there are and which was written last. Cheap, and needs no more than
/// the right to read.
/// </summary>
internal static class ArchiveState
{
    public static JsonObject Body() => new()
    {
        ["size"] = 1,
        ["track_total_hits"] = true,
        ["_source"] = false,
        ["sort"] = new JsonArray(new JsonObject { ["_seq_no"] = "desc" }),
    };

    public static string Read(JsonElement answer)
    {
        var hits = answer.GetProperty("hits");
        var last = hits.GetProperty("hits").EnumerateArray().FirstOrDefault();
        if (last.ValueKind == JsonValueKind.Undefined)
        {
            return "empty";
        }

        var total = hits.GetProperty("total").GetProperty("value").GetInt64();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{last.GetProperty("_index").GetString()}.{total}.{last.GetProperty("sort")[0].GetInt64()}");
    }
}
