using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.IndexManagement;
using Microsoft.Extensions.Logging;
using Search.Elasticsearch.Transport;

namespace Search.Elasticsearch.Indices;

/// <summary>
/// Has Elasticsearch put together what a first load or a rebuild leaves in many segments. Every search looks into each of them whatever
/// it finds, which is most of what a rare word costs in a large archive
/// (docs/decisions/0117-segments-are-merged-after-a-load.md).
/// </summary>
/// <param name="client">The cluster's.</param>
/// <param name="shards">How many parts an index has.</param>
/// <param name="logger">Told what could not be done: nothing depends on it.</param>
internal sealed class SegmentMerging(ClusterClient client, int shards, ILogger logger)
{
    /// <summary>With fewer a page gains nothing that can be measured; Elasticsearch keeps about ten of each order of size.</summary>
    public const int Many = 16;

    /// <summary>Not one: searches work on several at once, as far as there are cores.</summary>
    public const int Enough = 8;

    /// <summary>
    /// As large as Elasticsearch makes a segment by itself (<c>index.merge.policy.max_merged_segment</c>): a larger one would keep what is
    /// replaced in it for good.
    /// </summary>
    private const long LargestSegment = 5L << 30;

    /// <summary>Asks for it where it is worth it; Elasticsearch then does it beside everything else, and nobody waits.</summary>
    public async Task BeginAsync(string index, CancellationToken cancellationToken)
    {
        try
        {
            var stats = new IndicesStatsRequest(index, [CommonStatsFlag.Store, CommonStatsFlag.Segments]);
            var answer = await client.CallAsync(stats, (es, token) => es.Indices.StatsAsync(stats, token), cancellationToken);
            if (answer.All.Primaries is { Segments.Count: var segments, Store.SizeInBytes: var size } && segments > Many * shards)
            {
                var merge = new ForcemergeRequest(index)
                {
                    MaxNumSegments = Math.Max(Enough, (size / shards / LargestSegment) + 1),
                    WaitForCompletion = false,
                };
                await client.CallAsync(merge, (es, token) => es.Indices.ForcemergeAsync(merge, token), cancellationToken);
                logger.LogInformation("Elasticsearch merges {Index}, which has {Count} segments", index, segments);
            }
        }
        catch (Exception exception)
        {
            logger.LogWarning(
                exception, "{Index} was not merged: rare words take longer to find until Elasticsearch does it by itself", index);
        }
    }
}
