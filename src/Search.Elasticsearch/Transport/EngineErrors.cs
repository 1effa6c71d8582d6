using System.Text.Json;
using Search.Archive.Searching;

namespace Search.Elasticsearch.Transport;

/// <summary>What an answer that is an error means to the product. No wording of the server is relied on, only types and status.</summary>
internal static class EngineErrors
{
    /// <summary>Neither an index nor an alias has the name that was asked for.</summary>
    public const string NoIndex = "index_not_found_exception";
    public const string IndexClosed = "index_closed_exception";

    /// <summary>With status 429 only the block of a disk that is almost full; others come with 403.</summary>
    public const string Blocked = "cluster_block_exception";

    /// <summary>Whether neither the alias nor an index of its name exists.</summary>
    public static bool IsNoArchive(NodeResponse response) => response.Status == 404 && TypeOf(response) == NoIndex;

    /// <summary>Whether an index is what does not exist, of those that a request names.</summary>
    public static bool IsMissing(NodeResponse response, string index) =>
        IsNoArchive(response) && Text(JsonElement.Parse(response.Body).GetProperty("error"), "index") == index;

    /// <param name="request">What was asked.</param>
    /// <param name="response">The answer, whose status is an error's.</param>
    /// <param name="archiveSeen">Whether this process has found the archive before.</param>
    public static Exception From(NodeRequest request, NodeResponse response, bool archiveSeen)
    {
        var (type, reason, cause) = Read(response.Body);
        return response.Status switch
        {
            401 => new EngineUnavailableException(
                "Elasticsearch does not accept the credentials. Check Search:Elasticsearch:ApiKey, or :Username and :Password."),
            403 when type == Blocked => new EngineUnavailableException(
                $"Elasticsearch refuses writes for now: {reason}", retryAfter: TimeSpan.FromSeconds(5)),
            403 => new EngineUnavailableException(
                $"The credentials for Elasticsearch do not allow {request}: {reason}"),
            404 when type == NoIndex && archiveSeen => Gone(reason),
            404 when type == NoIndex => new EngineUnavailableException(
                $"Elasticsearch has no archive yet ({reason}). Import statements, or run `search rebuild`."),
            _ when IsTooCostly(type) || IsTooCostly(cause) => new QueryTooCostlyException(
                "The query expands to more words than Elasticsearch allows. Lengthen its prefixes."),
            400 when type == IndexClosed => Closed(reason),
            429 when type == Blocked => Full(reason),
            429 or >= 500 => new EngineUnavailableException(
                $"Elasticsearch answered {request} with status {response.Status} ({type ?? "no reason given"}: {reason}).",
                retryAfter: response.RetryAfter ?? TimeSpan.FromSeconds(5)),
            _ => new ElasticsearchRequestException(
                $"Elasticsearch refused {request} with status {response.Status} ({type}: {reason}).", response.Status, type),
        };
    }

    /// <summary>The type of the error, or null when the body does not say.</summary>
    public static string? TypeOf(NodeResponse response) => Read(response.Body).Type;

    public static ArchiveGoneException Gone(string reason) => new(
        $"The archive in Elasticsearch was there and is gone ({reason}). Restore its index from a snapshot and point the alias at it. "
        + "A program that is started anew begins an empty archive where nothing of the old one is left.");

    public static ArchiveClosedException Closed(string reason) => new(
        $"The archive's index in Elasticsearch is closed ({reason}). It is whole; open it with POST /INDEX/_open.");

    public static ArchiveFullException Full(string reason) => new(
        $"Elasticsearch takes no more writes for want of room on its disks ({reason}). Make room; it then goes on by itself.");

    /// <summary>What went wrong in a shard, for answers that hold other shards' results.</summary>
    public static Exception FromShards(JsonElement shards)
    {
        var failure = shards.TryGetProperty("failures", out var failures) && failures.GetArrayLength() > 0 ? failures[0] : default;
        var type = failure.ValueKind == JsonValueKind.Object && failure.TryGetProperty("reason", out var reason)
            ? Text(reason, "type")
            : null;
        return IsTooCostly(type)
            ? new QueryTooCostlyException("The query expands to more words than Elasticsearch allows. Lengthen its prefixes.")
            : new EngineUnavailableException(
                $"Parts of the Elasticsearch index cannot be searched now ({type ?? "no reason given"}).",
                retryAfter: TimeSpan.FromSeconds(5));
    }

    private static bool IsTooCostly(string? type) =>
        type is "too_many_clauses" or "too_many_nested_clauses" or "too_complex_to_determinize_exception" or "too_many_buckets_exception";

    private static (string? Type, string Reason, string? Cause) Read(byte[] body)
    {
        try
        {
            var root = JsonElement.Parse(body);
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("error", out var error))
            {
                return (null, "no reason given", null);
            }

            if (error.ValueKind == JsonValueKind.String)
            {
                return (null, error.GetString()!, null);
            }

            var rootCause = error.TryGetProperty("root_cause", out var causes) && causes.GetArrayLength() > 0 ? causes[0] : error;
            return (Text(error, "type"), Text(rootCause, "reason") ?? Text(error, "reason") ?? "no reason given", Deepest(error));
        }
        catch (JsonException)
        {
            return (null, "no reason given", null);
        }
    }

    private static string? Deepest(JsonElement error)
    {
        var type = Text(error, "type");
        if (error.TryGetProperty("failed_shards", out var shards) && shards.ValueKind == JsonValueKind.Array && shards.GetArrayLength() > 0
            && shards[0].TryGetProperty("reason", out var failure))
        {
            error = failure;
            type = Text(failure, "type") ?? type;
        }

        while (error.TryGetProperty("caused_by", out var cause) && cause.ValueKind == JsonValueKind.Object)
        {
            type = Text(cause, "type") ?? type;
            error = cause;
        }

        return type;
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>The cluster does not understand what was asked: a fault of this project, not of the world.</summary>
public sealed class ElasticsearchRequestException(string message, int status, string? type) : Exception(message)
{
    public int Status { get; } = status;

    /// <summary>Elasticsearch's name of the error.</summary>
    public string? ErrorType { get; } = type;
}
