using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Search.Archive.Searching;
using Search.Elasticsearch.Indices;
using Search.Elasticsearch.Transport;

namespace Search.Elasticsearch.Searching;

/// <summary>Sends the bodies of searches to the live index; an answer that lacks a part of the index is an error.</summary>
internal sealed class ArchiveSearches(ClusterClient client, string alias, ArchiveRecognition recognition)
{
    /// <summary>What Elasticsearch may take beyond a search's budget before its silence counts as one.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    public async Task<JsonElement> SendAsync(JsonObject body, TimeSpan budget, CancellationToken cancellationToken)
    {
        await recognition.RequireIfOwedAsync(cancellationToken);
        var answer = await client.CallAsync("POST", $"{alias}/_search", body, repeatable: true, cancellationToken, budget + Grace);
        CheckShards(answer);
        return answer;
    }

    /// <summary>
    /// Scores are compared between pages, so all of them come from the same copy of the index (preference), and a page
    /// comes with the state of the archive.
    /// </summary>
    public async Task<(JsonElement Answer, string State)> SendWithStateAsync(
        JsonObject body, TimeSpan budget, CancellationToken cancellationToken)
    {
        var copy = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(body["query"]))[..4]);
        var answers = await SendManyAsync([body, ArchiveState.Body()], copy, budget, cancellationToken);
        return (answers[0], ArchiveState.Read(answers[1]));
    }

    /// <summary>Several searches in one request; the answers in their order.</summary>
    /// <param name="copy">Which copy of the index answers: the same name, the same copy. Null for any.</param>
    public async Task<IReadOnlyList<JsonElement>> SendManyAsync(
        IReadOnlyList<JsonObject> bodies, string? copy, TimeSpan budget, CancellationToken cancellationToken)
    {
        await recognition.RequireIfOwedAsync(cancellationToken);
        var request = new NodeRequest("POST", "_msearch", Repeatable: true)
        {
            Body = ManySearches.Write(alias, copy, bodies),
            ContentType = "application/x-ndjson",
            Timeout = budget + Grace,
        };
        var answers = (await client.CallAsync(request, cancellationToken)).GetProperty("responses").EnumerateArray().ToArray();
        foreach (var answer in answers)
        {
            if (answer.TryGetProperty("error", out _))
            {
                var status = answer.GetProperty("status").GetInt32();
                throw client.Error(request, new NodeResponse(status, JsonSerializer.SerializeToUtf8Bytes(answer), null));
            }

            CheckShards(answer);
        }

        client.ArchiveSeen = true;
        return answers;
    }

    /// <summary>An answer of some parts of the index only would pass absence off as silence.</summary>
    /// <exception cref="EngineUnavailableException">A part did not answer.</exception>
    public static void CheckShards(JsonElement answer)
    {
        var shards = answer.GetProperty("_shards");
        if (shards.GetProperty("failed").GetInt32() > 0)
        {
            throw EngineErrors.FromShards(shards);
        }
    }
}
