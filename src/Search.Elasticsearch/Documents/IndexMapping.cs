using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Search.Elasticsearch.Documents;

/// <summary>
/// <c>index-mappings/statements.json</c>, the whole body that creates an index. Its hash is kept in each index, so that an
/// index made from another text is known.
/// </summary>
internal sealed class IndexMapping
{
    private const string Resource = "statements.json";

    /// <summary>What every version has had. A foreign index may have some of them, and not all in these types.</summary>
    private static readonly string[] s_core =
        [Fields.Id, Fields.Body, Fields.Issued, Fields.ContentHash, Fields.TextHash, Fields.Sample, Fields.VersionCount];

    private readonly JsonObject _body;

    private IndexMapping(JsonObject body)
    {
        _body = body;
        Version = body["mappings"]!["_meta"]!["version"]!.GetValue<int>();
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body.ToJsonString())))[..16];
    }

    public static IndexMapping Current { get; } = Load();

    /// <summary>Counted up by hand with every change; an index with a higher one belongs to a newer program.</summary>
    public int Version { get; }

    /// <summary>Of the text without its white space.</summary>
    public string Hash { get; }

    /// <summary>What creates an index: the file's text with the number of parts and what the index notes of itself.</summary>
    public JsonObject CreateBody(int shards, IDictionary<string, object?> notes)
    {
        var body = Body();
        body["settings"]!["number_of_shards"] = shards;
        body["mappings"]!["_meta"] = JsonSerializer.SerializeToNode(notes);
        return body;
    }

    /// <summary>Whether an index has the fields that every version of this mapping has.</summary>
    /// <param name="typeOf">The type of its field of that name; null where it has none.</param>
    public bool Recognises(Func<string, string?> typeOf) =>
        s_core.All(field => typeOf(field) == _body["mappings"]!["properties"]![field]!["type"]!.GetValue<string>());

    /// <summary>The names of those fields.</summary>
    public static string[] CoreFields => s_core;

    /// <summary>A field that came with the last version whose searches no earlier index answers rightly.</summary>
    public static string NewestField => Fields.IssuedMonth;

    /// <summary>Every field's path, sub-fields included.</summary>
    public IReadOnlyList<string> FieldPaths() => [.. Paths(string.Empty, _body["mappings"]!["properties"]!.AsObject())];

    public JsonObject Body() => _body.DeepClone().AsObject();

    private static IEnumerable<string> Paths(string parent, JsonObject properties)
    {
        foreach (var (name, field) in properties)
        {
            var path = parent + name;
            if (field!["properties"] is not JsonObject inner)
            {
                yield return path;
            }

            foreach (var nested in new[] { field["properties"], field["fields"] }.OfType<JsonObject>()
                .SelectMany(child => Paths(path + ".", child)))
            {
                yield return nested;
            }
        }
    }

    private static IndexMapping Load()
    {
        using var stream = typeof(IndexMapping).Assembly.GetManifestResourceStream(Resource)!;
        return new IndexMapping(JsonNode.Parse(stream)!.AsObject());
    }
}
