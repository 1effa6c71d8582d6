using Microsoft.Extensions.Logging;

namespace Search.Elasticsearch.Transport;

/// <summary>The nodes' addresses and which of them failed lately. The living are used in turn.</summary>
internal sealed class NodePool(IReadOnlyList<Uri> nodes, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan s_firstRest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestRest = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly int[] _failures = new int[nodes.Count];
    private readonly DateTimeOffset[] _restsUntil = new DateTimeOffset[nodes.Count];
    private int _next;

    /// <summary>Every node once, in the order to try: the living in turn, then the resting, soonest back first.</summary>
    public IReadOnlyList<int> Order()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var start = _next++ % nodes.Count;
            _next %= nodes.Count;
            return [.. Enumerable.Range(0, nodes.Count)
                .Select(offset => (start + offset) % nodes.Count)
                .OrderBy(node => _restsUntil[node] <= now ? DateTimeOffset.MinValue : _restsUntil[node])];
        }
    }

    public Uri this[int node] => nodes[node];

    public void Succeeded(int node)
    {
        lock (_lock)
        {
            if (_failures[node] == 0)
            {
                return;
            }

            _failures[node] = 0;
            _restsUntil[node] = DateTimeOffset.MinValue;
        }

        logger.LogInformation("Elasticsearch node {Node} answers again", nodes[node]);
    }

    public void Failed(int node, string reason)
    {
        lock (_lock)
        {
            var rest = s_firstRest * Math.Pow(2, Math.Min(_failures[node]++, 10));
            _restsUntil[node] = time.GetUtcNow() + (rest < s_longestRest ? rest : s_longestRest);
        }

        logger.LogWarning(
            "Elasticsearch node {Node} failed ({Reason}); {Rest}",
            nodes[node],
            reason,
            nodes.Count > 1 ? "failing over to another node" : "there is no other node");
    }
}
