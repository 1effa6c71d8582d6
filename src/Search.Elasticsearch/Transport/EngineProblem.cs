using System.Text.Json;
using ClientCause = Elastic.Clients.Elasticsearch.ErrorCause;
using ServerCause = Elastic.Transport.Products.Elasticsearch.ErrorCause;
using ServerError = Elastic.Transport.Products.Elasticsearch.Error;

namespace Search.Elasticsearch.Transport;

/// <summary>
/// An error as Elasticsearch tells it. The client has two types for one thing: one for the answer as a whole, one for a part of it.
/// </summary>
/// <param name="Type">Elasticsearch's name of the error; null when the answer does not say.</param>
/// <param name="Reason">In Elasticsearch's words, which nothing relies on.</param>
/// <param name="Causes">The names of all errors that led to it.</param>
/// <param name="Index">The index that it speaks of.</param>
internal sealed record EngineProblem(string? Type, string Reason, IReadOnlyList<string> Causes, string? Index = null)
{
    private const string NoReason = "no reason given";

    /// <summary>Of an answer that does not say what was wrong.</summary>
    public static readonly EngineProblem Unknown = new(null, NoReason, []);

    /// <summary>Whether the query is what was too much.</summary>
    public bool IsTooCostly => Causes.Any(cause =>
        cause is "too_many_clauses" or "too_many_nested_clauses" or "too_complex_to_determinize_exception" or "too_many_buckets_exception");

    public static EngineProblem Of(ServerError? error) => error is null
        ? Unknown
        : Of<ServerCause>(
            error,
            error.RootCause?.FirstOrDefault(),
            cause => new(cause.Type, cause.Reason, cause.Index, cause.CausedBy, cause.AdditionalProperties));

    public static EngineProblem Of(ClientCause? error) => error is null
        ? Unknown
        : Of(error, error.RootCause?.FirstOrDefault(), cause => new(cause.Type, cause.Reason, null, cause.CausedBy, cause.Metadata));

    private static EngineProblem Of<TCause>(TCause error, TCause? root, Func<TCause, Cause<TCause>> read)
        where TCause : class
    {
        var (top, first) = (read(error), root is null ? default : read(root));
        var causes = new List<string>();
        Add(causes, first.Type);
        for (Cause<TCause>? next = top; next is { } cause; next = cause.CausedBy is { } deeper ? read(deeper) : null)
        {
            Add(causes, cause.Type);
            AddShards(causes, cause.More);
        }

        return new EngineProblem(top.Type, first.Reason ?? top.Reason ?? NoReason, causes, top.Index ?? Text(top.More, "index"));
    }

    private static void Add(List<string> causes, string? type)
    {
        if (type is not null)
        {
            causes.Add(type);
        }
    }

    /// <summary>A search that no shard could carry out says why under the shards, and not among its own causes.</summary>
    private static void AddShards(List<string> causes, IReadOnlyDictionary<string, object>? properties)
    {
        if (properties?.GetValueOrDefault("failed_shards") is not JsonElement { ValueKind: JsonValueKind.Array } shards)
        {
            return;
        }

        foreach (var shard in shards.EnumerateArray())
        {
            for (var cause = Property(shard, "reason"); cause is { } found; cause = Property(found, "caused_by"))
            {
                Add(causes, Property(found, "type")?.GetString());
            }
        }
    }

    private static JsonElement? Property(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    private static string? Text(IReadOnlyDictionary<string, object>? properties, string name) =>
        properties?.GetValueOrDefault(name) switch
        {
            string text => text,
            JsonElement { ValueKind: JsonValueKind.String } text => text.GetString(),
            _ => null,
        };

    private readonly record struct Cause<TCause>(
        string? Type, string? Reason, string? Index, TCause? CausedBy, IReadOnlyDictionary<string, object>? More)
        where TCause : class;
}
