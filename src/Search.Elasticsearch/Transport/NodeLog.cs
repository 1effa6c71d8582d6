using System.Collections.Concurrent;
using Elastic.Transport.Diagnostics.Auditing;
using Microsoft.Extensions.Logging;

namespace Search.Elasticsearch.Transport;

/// <summary>Which nodes failed lately, from what the client has noted of each call: it keeps that to itself otherwise.</summary>
internal sealed class NodeLog(int nodes, ILogger logger)
{
    private readonly ConcurrentDictionary<Uri, bool> _failing = [];

    public bool IsFailing(Uri node) => _failing.ContainsKey(node);

    /// <summary>Logs nodes that failed and those that are back.</summary>
    /// <param name="audits">What the client did, in its order.</param>
    /// <param name="status">That of the answer in the end; null without one.</param>
    /// <returns>Whether a node has failed this call before another answered it.</returns>
    public bool Note(IEnumerable<Audit>? audits, int? status)
    {
        var asked = audits?.Where(audit => audit.Node is not null).ToArray() ?? [];
        foreach (var audit in asked)
        {
            var node = audit.Node!.Uri;
            if (audit.Event == AuditEvent.HealthyResponse)
            {
                if (_failing.TryRemove(node, out _))
                {
                    logger.LogInformation("Elasticsearch node {Node} answers again", node);
                }
            }
            else if (HasFailed(audit, isLast: audit == asked[^1], status))
            {
                _failing.TryAdd(node, true);
                logger.LogWarning(
                    "Elasticsearch node {Node} failed ({Reason}); {Rest}",
                    node,
                    NodeException.InnermostMessage(audit.Exception) ?? $"status {status}",
                    nodes > 1 ? "failing over to another node" : "there is no other node");
            }
        }

        return asked.SkipLast(1).Any(audit => HasFailed(audit, isLast: false, status));
    }

    /// <summary>The client counts any bad status as a bad response, and passes only those of a node that is not well to the next.</summary>
    private static bool HasFailed(Audit audit, bool isLast, int? status) => audit.Event == AuditEvent.BadRequest
        || (audit.Event == AuditEvent.BadResponse && (!isLast || status is null or 502 or 503 or 504));
}
