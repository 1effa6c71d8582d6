using System.Collections.Frozen;
using Elastic.Clients.Elasticsearch.Core.Bulk;
using Search.Archive.Searching;
using Search.Elasticsearch.Transport;

namespace Search.Elasticsearch.Writing;

/// <summary>One document to write.</summary>
internal sealed record BulkItem(string Id, byte[] Source)
{
    private const int Overhead = 128;

    /// <summary>The state of the document that it replaces, which must still be there; null for a document that must be new.</summary>
    public DocumentState? Replaces { get; init; }

    /// <summary>Whether the document differs from the one it replaces only by what is derived for searching.</summary>
    public bool IsSameContent { get; init; }

    /// <summary>For an index that is filled from another: written unless a higher version is there. Null elsewhere.</summary>
    public long? Version { get; init; }

    public int Bytes => Source.Length + Overhead;
}

/// <summary>Elasticsearch's numbers of one state of one document.</summary>
internal readonly record struct DocumentState(long SequenceNumber, long PrimaryTerm);

internal enum BulkResult
{
    Written,

    /// <summary>The document is there already, or no longer in the state that was to be replaced.</summary>
    Conflict,
    Refused,
}

/// <param name="Reason">Why it was refused.</param>
/// <param name="Uncertain">Whether the conflict may be with this very item: an earlier attempt had no answer.</param>
internal readonly record struct BulkOutcome(BulkResult Result, string? Reason = null, bool Uncertain = false);

/// <summary>What one item's answer means.</summary>
internal static class BulkAnswer
{
    /// <summary>A node went away while it had the item: Elasticsearch answers 500, and it is no fault of the item's.</summary>
    private static readonly FrozenSet<string> s_lostNode = FrozenSet.Create(
        "node_disconnected_exception",
        "node_not_connected_exception",
        "node_closed_exception",
        "connect_transport_exception",
        "send_request_transport_exception",
        "receive_timeout_transport_exception",
        "no_longer_primary_shard_exception",
        "index_shard_closed_exception",
        "already_closed_exception");

    /// <summary>Null: not for now; to be sent again.</summary>
    /// <exception cref="ArchiveClosedException">Somebody closed the index.</exception>
    /// <exception cref="ArchiveGoneException">Somebody removed the index, or the alias by which it is written to.</exception>
    public static BulkOutcome? Read(ResponseItem item)
    {
        var (status, type) = (item.Status, item.Error?.Type);
        return status switch
        {
            >= 200 and < 300 => new BulkOutcome(BulkResult.Written),
            409 => new BulkOutcome(BulkResult.Conflict),
            429 or 502 or 503 or 504 => null,
            400 when type == EngineErrors.IndexClosed => throw EngineErrors.Closed(Reason(item)),
            404 when type == EngineErrors.NoIndex => throw EngineErrors.Gone(Reason(item)),
            403 when type == EngineErrors.Blocked => null, // a rebuild is about to take the archive over
            500 when type is not null && s_lostNode.Contains(type) => null,
            _ => new BulkOutcome(BulkResult.Refused, $"{type ?? "refused"}: {Reason(item)} (status {status})"),
        };
    }

    /// <summary>Whether the block is that of a disk that is almost full: the only one with this status.</summary>
    public static bool IsForWantOfRoom(ResponseItem item) => item is { Status: 429, Error.Type: EngineErrors.Blocked };

    private static string Reason(ResponseItem item) => item.Error switch
    {
        { CausedBy.Reason: { } deeper } error => $"{error.Reason}: {deeper}",
        { Reason: { } reason } => reason,
        _ => "no reason given",
    };
}
