using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.Core.MSearch;
using Elastic.Transport;
using Search.Archive.Searching;
using Search.Elasticsearch.Answers;
using Search.Elasticsearch.Transport;

namespace Search.Elasticsearch.Searching;

/// <summary>Sends the bodies of searches to the live index; an answer that lacks a part of the index is an error.</summary>
/// <param name="client">The cluster.</param>
/// <param name="alias">That of the live index.</param>
/// <param name="require">Called before each search: fails where the live index is not to be asked.</param>
internal sealed class ArchiveSearches(ClusterClient client, string alias, Func<CancellationToken, Task> require)
{
    /// <summary>What Elasticsearch may take beyond a search's budget before its silence counts as one.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    public async Task<MultiSearchItem<JsonElement>> SendAsync(MultisearchBody body, TimeSpan budget, CancellationToken cancellationToken) =>
        (await SendManyAsync([body], null, budget, cancellationToken))[0];

    /// <summary>
    /// Which copy of the index answers for a page whose hits are scored: scores are compared between pages, and differ between copies.
    /// </summary>
    public string CopyFor(MultisearchBody body) => Convert.ToHexStringLower(SHA256.HashData(client.ToJson(body.Query))[..4]);

    /// <summary>A part of a page, and what is counted beside it.</summary>
    /// <param name="body">The hits, the counts, or both.</param>
    /// <param name="withState">Whether it comes with the state of the archive; else the state is empty.</param>
    /// <param name="beside">Counts that the page can do without.</param>
    /// <param name="copy">Which copy of the index answers; null for any.</param>
    public async Task<PagePart> SendPartAsync(
        MultisearchBody body,
        bool withState,
        IReadOnlyList<MultisearchBody> beside,
        string? copy,
        TimeSpan budget,
        CancellationToken cancellationToken)
    {
        IReadOnlyList<MultisearchBody> required = withState ? [body, ArchiveState.Body()] : [body];
        var (answer, items) = await AskPagesAsync([.. required, .. beside], copy, budget, cancellationToken);
        var part = items.Take(required.Count).Select(item => Sound(item, answer)).ToArray();
        client.ArchiveSeen = true;
        return new PagePart(part[0], withState ? ArchiveState.Read(part[1]) : string.Empty, [.. items.Skip(required.Count)]);
    }

    /// <summary>What belongs to a page or to one of its facets, alone.</summary>
    public async Task<SearchAnswer> SendPageAsync(MultisearchBody body, TimeSpan budget, CancellationToken cancellationToken)
    {
        var (answer, items) = await AskPagesAsync([body], null, budget, cancellationToken);
        var sound = Sound(items[0], answer);
        client.ArchiveSeen = true;
        return sound;
    }

    /// <summary>Several searches in one request; the answers in their order.</summary>
    /// <param name="copy">Which copy of the index answers: the same name, the same copy. Null for any.</param>
    public async Task<IReadOnlyList<MultiSearchItem<JsonElement>>> SendManyAsync(
        IReadOnlyList<MultisearchBody> bodies, string? copy, TimeSpan budget, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(bodies, copy, budget, cancellationToken);
        var answers = answer.Response.Responses.Select(item => Sound(item, answer)).ToArray();
        client.ArchiveSeen = true;
        return answers;
    }

    /// <summary>The same for what the client's types cannot say: the body goes out as it is.</summary>
    public async Task<SearchResponse<JsonElement>> SendRawAsync(JsonObject body, TimeSpan budget, CancellationToken cancellationToken)
    {
        await require(cancellationToken);
        var answer = client.Require(await client.SendAsync<SearchResponse<JsonElement>>(
            new EndpointPath(Elastic.Transport.HttpMethod.POST, $"{alias}/_search?typed_keys=true"),
            body.ToJsonString(),
            cancellationToken,
            CallOptions.Within(budget + Grace)));
        CheckShards(answer.Response.Shards);
        return answer.Response;
    }

    public static MultiSearchRequest Request(string alias, string? copy, IReadOnlyList<MultisearchBody> bodies) => new()
    {
        Searches =
        [
            .. bodies.Select(body => new SearchRequestItem(new MultisearchHeader { Indices = alias, Preference = copy }, body)),
        ],
    };

    /// <summary>An answer of some parts of the index only would pass absence off as silence.</summary>
    /// <exception cref="EngineUnavailableException">A part did not answer.</exception>
    public static void CheckShards(ShardStatistics shards)
    {
        if (shards.Failed > 0)
        {
            throw EngineErrors.FromShards(shards);
        }
    }

    private async Task<ClusterAnswer<MultiSearchResponse<JsonElement>>> AskAsync(
        IReadOnlyList<MultisearchBody> bodies, string? copy, TimeSpan budget, CancellationToken cancellationToken)
    {
        await require(cancellationToken);
        var request = Request(alias, copy, bodies);
        return client.Require(await client.SendAsync(
            request,
            (es, token) => es.MultiSearchAsync<JsonElement>(request, token),
            cancellationToken,
            CallOptions.Within(budget + Grace)));
    }

    /// <summary>The same, read as pages need it.</summary>
    private async Task<(ClusterAnswer Answer, IReadOnlyList<SearchAnswer> Items)> AskPagesAsync(
        IReadOnlyList<MultisearchBody> bodies, string? copy, TimeSpan budget, CancellationToken cancellationToken)
    {
        await require(cancellationToken);
        var answer = client.Require(await client.SendAsync<SearchAnswers>(
            new EndpointPath(Elastic.Transport.HttpMethod.POST, "/_msearch?typed_keys=true"),
            PostData.Serializable(Request(alias, copy, bodies)),
            cancellationToken,
            CallOptions.Within(budget + Grace)));
        return (answer, answer.Response.Responses!);
    }

    private SearchAnswer Sound(SearchAnswer item, ClusterAnswer answer)
    {
        if (item.Error is not null)
        {
            throw EngineErrors.From(answer.Call, item.Status, EngineProblem.Of(item.Error), answer.RetryAfter, client.ArchiveSeen);
        }

        CheckShards(item.Shards);
        return item;
    }

    private MultiSearchItem<JsonElement> Sound(MultiSearchResponseItem<JsonElement> item, ClusterAnswer answer)
    {
        if (item.Tag == UnionTag.T2)
        {
            throw EngineErrors.From(
                answer.Call, item.Value2!.Status, EngineProblem.Of(item.Value2.Error), answer.RetryAfter, client.ArchiveSeen);
        }

        CheckShards(item.Value1!.Shards);
        return item.Value1;
    }
}
