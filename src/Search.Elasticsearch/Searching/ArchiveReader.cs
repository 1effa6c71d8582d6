using System.Runtime.CompilerServices;
using System.Text.Json;
using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.Core.Search;
using Elastic.Clients.Elasticsearch.QueryDsl;
using Search.Archive.Searching;
using Search.Elasticsearch.Transport;
using ClientSearchRequest = Elastic.Clients.Elasticsearch.SearchRequest;

namespace Search.Elasticsearch.Searching;

/// <summary>Reads every document of an index as it was at one point in time.</summary>
internal sealed class ArchiveReader(ClusterClient client)
{
    /// <summary>Few enough that even long statements fit into memory, many enough that the way there and back is no matter.</summary>
    private const int PageSize = 250;

    private static readonly Duration s_keepAlive = TimeSpan.FromMinutes(5);

    /// <param name="index">An index or alias.</param>
    /// <param name="query">Which documents; null for all.</param>
    /// <param name="sort">Their order, by values that differ between documents.</param>
    public async IAsyncEnumerable<Hit<JsonElement>> ReadAsync(
        string index, Query? query, ICollection<SortOptions> sort, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var opening = new OpenPointInTimeRequest(index) { KeepAlive = s_keepAlive };
        var view = (await client.CallAsync(opening, (es, token) => es.OpenPointInTimeAsync(opening, token), cancellationToken)).Id;
        try
        {
            ICollection<FieldValue>? after = null;
            while (true)
            {
                var page = Page(view, query, sort, after);
                var answer = await client.CallAsync(page, (es, token) => es.SearchAsync<JsonElement>(page, token), cancellationToken);
                ArchiveSearches.CheckShards(answer.Shards);
                view = answer.PitId!;
                foreach (var hit in answer.Hits)
                {
                    yield return hit;
                }

                if (answer.Hits.Count < PageSize)
                {
                    yield break;
                }

                after = [.. answer.Hits.Last().Sort!];
            }
        }
        finally
        {
            await CloseAsync(view);
        }
    }

    private static ClientSearchRequest Page(
        string view, Query? query, ICollection<SortOptions> sort, ICollection<FieldValue>? after) => new()
        {
            Size = PageSize,
            TrackTotalHits = false,
            SeqNoPrimaryTerm = true,
            Pit = new PointInTimeReference(view) { KeepAlive = s_keepAlive },
            Query = query,
            Sort = sort,
            SearchAfter = after,
        };

    /// <summary>A view that cannot be given back ends by itself.</summary>
    private async Task CloseAsync(string view)
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        var request = new ClosePointInTimeRequest(view);
        try
        {
            await client.SendAsync(request, (es, token) => es.ClosePointInTimeAsync(request, token), soon.Token, CallOptions.Once);
        }
        catch (Exception exception) when (exception is EngineUnavailableException or OperationCanceledException)
        {
        }
    }
}
