using Elastic.Clients.Elasticsearch;
using Search.Archive.Matching;
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

    /// <param name="answer">The answer, whose status is an error's.</param>
    /// <param name="archiveSeen">Whether this process has found the archive before.</param>
    public static Exception From(ClusterAnswer answer, bool archiveSeen) =>
        From(answer.Call, answer.Status, answer.Problem ?? EngineProblem.Unknown, answer.RetryAfter, archiveSeen);

    /// <param name="call">What was asked.</param>
    /// <param name="status">The status of the answer, or of the part of it that failed.</param>
    /// <param name="problem">What the answer says.</param>
    /// <param name="retryAfter">What the answer asks for.</param>
    /// <param name="archiveSeen">Whether this process has found the archive before.</param>
    public static Exception From(string call, int status, EngineProblem problem, TimeSpan? retryAfter, bool archiveSeen)
    {
        var (type, reason) = (problem.Type, problem.Reason);
        return status switch
        {
            401 => new EngineUnavailableException(
                "Elasticsearch does not accept the credentials. Check Search:Elasticsearch:ApiKey, or :Username and :Password."),
            403 when type == Blocked => new EngineUnavailableException(
                $"Elasticsearch refuses writes for now: {reason}", retryAfter: TimeSpan.FromSeconds(5)),
            403 => new EngineUnavailableException(
                $"The credentials for Elasticsearch do not allow {call}: {reason}"),
            404 when type == NoIndex && archiveSeen => Gone(reason),
            404 when type == NoIndex => new EngineUnavailableException(
                $"Elasticsearch has no archive yet ({reason}). Import statements, or run `search rebuild`."),
            _ when problem.IsTooCostly => TooCostly(),
            400 when type == IndexClosed => Closed(reason),
            429 when type == Blocked => Full(reason),
            429 or >= 500 => new EngineUnavailableException(
                $"Elasticsearch answered {call} with status {status} ({type ?? "no reason given"}: {reason}).",
                retryAfter: retryAfter ?? TimeSpan.FromSeconds(5)),
            _ => new ElasticsearchRequestException(
                $"Elasticsearch refused {call} with status {status} ({type}: {reason}).", status, type),
        };
    }

    public static ArchiveGoneException Gone(string reason) => new(
        $"The archive in Elasticsearch was there and is gone ({reason}). Restore its index from a snapshot and point the alias at it. "
        + "A program that is started anew begins an empty archive where nothing of the old one is left.");

    public static ArchiveClosedException Closed(string reason) => new(
        $"The archive's index in Elasticsearch is closed ({reason}). It is whole; open it with POST /INDEX/_open.");

    public static ArchiveFullException Full(string reason) => new(
        $"Elasticsearch takes no more writes for want of room on its disks ({reason}). Make room; it then goes on by itself.");

    /// <summary>What went wrong in a shard, for answers that hold other shards' results.</summary>
    public static Exception FromShards(ShardStatistics shards)
    {
        var problem = EngineProblem.Of(shards.Failures?.FirstOrDefault()?.Reason);
        return problem.IsTooCostly
            ? TooCostly()
            : new EngineUnavailableException(
                $"Parts of the Elasticsearch index cannot be searched now ({problem.Type ?? "no reason given"}).",
                retryAfter: TimeSpan.FromSeconds(5));
    }

    private static QueryTooCostlyException TooCostly() =>
        new("The query expands to more words than Elasticsearch allows. Lengthen its prefixes.");
}

/// <summary>The cluster does not understand what was asked: a fault of this project, not of the world.</summary>
public sealed class ElasticsearchRequestException(string message, int status, string? type) : Exception(message)
{
    public int Status { get; } = status;

    /// <summary>Elasticsearch's name of the error.</summary>
    public string? ErrorType { get; } = type;
}
