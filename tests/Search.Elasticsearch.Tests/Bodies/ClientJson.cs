using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Search.Elasticsearch.Configuration;
using Search.Elasticsearch.Transport;
using Search.Elasticsearch.Writing;

namespace Search.Elasticsearch.Tests.Bodies;

/// <summary>What goes out, as the client writes it.</summary>
internal static class ClientJson
{
    /// <summary>A body, or the lines of one.</summary>
    public static string TextOf<T>(T part)
    {
        using var client = new ClusterClient(
            new ElasticsearchOptions { Urls = ["http://127.0.0.1:1"] }, NullLogger.Instance, TimeProvider.System);
        return Encoding.UTF8.GetString(client.ToJson(part));
    }

    /// <summary>The lines of a bulk request.</summary>
    public static string LinesOf(params BulkItem[] items)
    {
        using var lines = new MemoryStream();
        BulkLines.Write(items, lines);
        return Encoding.UTF8.GetString(lines.ToArray());
    }

    public static JsonNode Of<T>(T part) => JsonNode.Parse(TextOf(part))!;

    /// <summary>
    /// One of the several ways to write the same, with what is written short in its short form: <c>{"term":{"body":"tide"}}</c>, a list
    /// of one without the list, and names in their order.
    /// </summary>
    public static JsonNode? Normal(JsonNode? node) => node switch
    {
        JsonObject content when content.Count == 1 && (content["value"] ?? content["query"]) is JsonValue value => value.DeepClone(),
        JsonObject content => new JsonObject(content
            .OrderBy(part => part.Key, StringComparer.Ordinal)
            .Select(part => KeyValuePair.Create(part.Key, Normal(part.Value)))),
        JsonArray { Count: 1 } list => Normal(list[0]),
        JsonArray list => new JsonArray([.. list.Select(Normal)]),
        _ => node?.DeepClone(),
    };
}
