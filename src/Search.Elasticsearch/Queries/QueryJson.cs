using System.Text.Json.Nodes;

namespace Search.Elasticsearch.Queries;

/// <summary>The few shapes of Elasticsearch's query language that everything else is put together from.</summary>
internal static class QueryJson
{
    public static JsonObject Everything() => new() { ["match_all"] = new JsonObject() };

    public static JsonObject Nothing() => new() { ["match_none"] = new JsonObject() };

    public static JsonObject Term(string field, string value) => new() { ["term"] = new JsonObject { [field] = value } };

    public static JsonObject Term(string field, bool value) => new() { ["term"] = new JsonObject { [field] = value } };

    public static JsonObject Terms(string field, IEnumerable<string> values) =>
        new() { ["terms"] = new JsonObject { [field] = Array(values.Select(value => (JsonNode)value)) } };

    public static JsonObject Exists(string field) => new() { ["exists"] = new JsonObject { ["field"] = field } };

    public static JsonObject Prefix(string field, string prefix) =>
        new() { ["prefix"] = new JsonObject { [field] = new JsonObject { ["value"] = prefix } } };

    /// <summary>Words are separated by blanks and looked for as they are: the fields' search analyzer does no more.</summary>
    public static JsonObject Phrase(string field, string words) => new() { ["match_phrase"] = new JsonObject { [field] = words } };

    public static JsonObject Not(JsonObject query) => Bool(mustNot: [query]);

    public static JsonObject AnyOf(IReadOnlyList<JsonObject> queries) => queries.Count switch
    {
        0 => Nothing(),
        1 => queries[0],
        _ => new() { ["bool"] = new JsonObject { ["should"] = Array(queries), ["minimum_should_match"] = 1 } },
    };

    /// <summary>All of these, without an influence on the score.</summary>
    public static JsonObject AllOf(IReadOnlyList<JsonObject> filters) => filters.Count switch
    {
        0 => Everything(),
        1 => filters[0],
        _ => Bool(filter: filters),
    };

    public static JsonObject Bool(
        IReadOnlyList<JsonObject>? must = null, IReadOnlyList<JsonObject>? filter = null, IReadOnlyList<JsonObject>? mustNot = null)
    {
        var content = new JsonObject();
        Add(content, "must", must);
        Add(content, "filter", filter);
        Add(content, "must_not", mustNot);
        return new JsonObject { ["bool"] = content };
    }

    public static JsonArray Array(IEnumerable<JsonNode?> nodes) => [.. nodes];

    private static void Add(JsonObject content, string name, IReadOnlyList<JsonObject>? queries)
    {
        if (queries is { Count: > 0 })
        {
            content[name] = Array(queries);
        }
    }
}
