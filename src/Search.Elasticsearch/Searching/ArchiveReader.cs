using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Search.Archive.Searching;
using Search.Elasticsearch.Queries;
using Search.Elasticsearch.Transport;

namespace Search.Elasticsearch.Searching;

/// <summary>Reads every document of an index as it was at one point in time.</summary>
internal sealed class ArchiveReader(ClusterClient client)
{
    private const string KeepAlive = "5m";

    /// <summary>Few enough that even long statements fit into memory, many enough that the way there and back is no matter.</summary>
    private const int PageSize = 250;

    /// <param name="index">An index or alias.</param>
    /// <param name="query">Which documents; null for all.</param>
    /// <param name="sort">Their order, by values that differ between documents.</param>
    public async IAsyncEnumerable<JsonElement> ReadAsync(
        string index, JsonObject? query, JsonArray sort, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var opened = await client.CallAsync("POST", $"{index}/_pit?keep_alive={KeepAlive}", null, repeatable: true, cancellationToken);
        var view = opened.GetProperty("id").GetString()!;
        try
        {
            JsonNode? after = null;
            while (true)
            {
                var answer = await client.CallAsync("POST", "_search", Body(view, query, sort, after), repeatable: true, cancellationToken);
                ArchiveSearches.CheckShards(answer);
                view = answer.GetProperty("pit_id").GetString()!;
                var hits = answer.GetProperty("hits").GetProperty("hits");
                foreach (var hit in hits.EnumerateArray())
                {
                    yield return hit;
                }

                if (hits.GetArrayLength() < PageSize)
                {
                    yield break;
                }

                after = JsonNode.Parse(hits[PageSize - 1].GetProperty("sort").GetRawText());
            }
        }
        finally
        {
            await CloseAsync(view);
        }
    }

    private static JsonObject Body(string view, JsonObject? query, JsonArray sort, JsonNode? after)
    {
        var body = new JsonObject
        {
            ["size"] = PageSize,
            ["track_total_hits"] = false,
            ["seq_no_primary_term"] = true,
            ["pit"] = new JsonObject { ["id"] = view, ["keep_alive"] = KeepAlive },
            ["query"] = query?.DeepClone() ?? QueryJson.Everything(),
            ["sort"] = sort.DeepClone(),
        };
        if (after is not null)
        {
            body["search_after"] = after;
        }

        return body;
    }

    /// <summary>A view that cannot be given back ends by itself.</summary>
    private async Task CloseAsync(string view)
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            var request = new NodeRequest("DELETE", "_pit", Repeatable: false)
            {
                Body = JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["id"] = view }),
            };
            await client.SendAsync(request, soon.Token);
        }
        catch (Exception exception) when (exception is EngineUnavailableException or OperationCanceledException)
        {
        }
    }
}
