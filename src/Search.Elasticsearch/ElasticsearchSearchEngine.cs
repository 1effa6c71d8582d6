using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Search.Core.Analysis;
using Search.Core.Matching;
using Search.Core.Searching;
using Search.Core.Statements;
using Search.Elasticsearch.Documents;
using Search.Elasticsearch.Lifecycle;
using Search.Elasticsearch.Queries;
using Search.Elasticsearch.Searching;
using Search.Elasticsearch.Transport;
using Search.Elasticsearch.Writing;

namespace Search.Elasticsearch;

/// <summary>
/// The archive in an Elasticsearch cluster. Nothing is asked of the cluster before the first call;
/// <see cref="ConnectAsync"/> tells at a program's start whether it can be reached.
/// </summary>
public sealed class ElasticsearchSearchEngine : ISearchEngine
{
    /// <summary>What Elasticsearch may take beyond a search's budget before its silence counts as one.</summary>
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly ElasticsearchOptions _options;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;
    private readonly ClusterClient _client;
    private readonly IndexAdministration _indices;
    private readonly ConcurrentBag<TextAnalyzer> _analyzers = [];

    public ElasticsearchSearchEngine(ElasticsearchOptions options, ILogger? logger = null, TimeProvider? time = null)
    {
        _options = options;
        _logger = logger ?? NullLogger.Instance;
        _time = time ?? TimeProvider.System;
        _client = new ClusterClient(options, _logger, _time);
        _indices = new IndexAdministration(_client, options);
    }

    public string Description => $"Elasticsearch at {string.Join(", ", _options.Nodes().Select(node => node.GetLeftPart(UriPartial.Authority)))}, alias {_options.Index}";

    /// <summary>
    /// Asks whether the cluster can be searched, and makes the empty archive where there is none and the credentials allow it.
    /// </summary>
    /// <exception cref="ElasticsearchAccessException">The credentials are wrong or not enough: waiting will not help.</exception>
    /// <exception cref="EngineUnavailableException">It cannot be reached now, or not well.</exception>
    public async Task ConnectAsync(CancellationToken cancellationToken)
    {
        var request = new NodeRequest("POST", $"{_options.Index}/_search?size=0", Repeatable: true) { Timeout = s_grace * 2 };
        var response = await _client.SendAsync(request, cancellationToken);
        if (EngineErrors.IsNoArchive(response))
        {
            await EnsureAsync(cancellationToken);
        }
        else if (!response.IsSuccess)
        {
            var error = EngineErrors.From(request, response);
            throw response.Status is 401 or 403 ? new ElasticsearchAccessException(error.Message) : error;
        }
    }

    public async Task<SearchPage> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        var (answer, state) = request.Sort == SortOrder.Relevance && request.Size > 0
            ? await SearchWithStateAsync(request, cancellationToken)
            : (await CallSearchAsync(SearchBodyWriter.Write(request), request.Budget, cancellationToken), string.Empty);
        PageReader.CheckShards(answer);
        CursorKeys.CheckState(request, state);
        JsonElement? days = request.Histogram
            && HistogramReader.WantsDays(FacetReader.Parts(answer.GetProperty("aggregations"), PageAggregations.Histogram))
                ? await CallSearchAsync(SearchBodyWriter.WriteDays(request), request.Budget, cancellationToken)
                : null;
        var analyzer = _analyzers.TryTake(out var used) ? used : new TextAnalyzer();
        var page = PageReader.Read(request, answer, days, state, analyzer);
        _analyzers.Add(analyzer);
        return page;
    }

    public async Task<IReadOnlyList<long>> CountAsync(
        IReadOnlyList<MatchNode> queries, SearchFilters filters, CancellationToken cancellationToken)
    {
        if (queries.Count == 0)
        {
            return [];
        }

        var answers = await SearchManyAsync(
            [.. queries.Select(query => SearchBodyWriter.WriteCount(query, filters))], null, new SearchRequest { Query = queries[0] }.Budget, cancellationToken);
        return [.. answers.Select(answer => answer.GetProperty("hits").GetProperty("total").GetProperty("value").GetInt64())];
    }

    public async Task<Statement?> GetAsync(string id, CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["size"] = 3, // the one with this id and two whose source calls them so
            ["query"] = new IdMatch(id).Accept(MatchQueryWriter.Filters),
            ["_source"] = SearchBodyWriter.HitSource(),
        };
        var answer = await CallSearchAsync(body, s_grace, cancellationToken);
        PageReader.CheckShards(answer);
        var found = answer.GetProperty("hits").GetProperty("hits").EnumerateArray()
            .Select(hit => StatementDocument.Read(hit.GetProperty("_source")))
            .ToArray();
        return Array.Find(found, statement => statement.Id.Value == id) ?? (found.Length == 1 ? found[0] : null);
    }

    public async Task<IReadOnlyList<Statement>> GetVersionsAsync(StatementId id, CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["size"] = 1,
            ["query"] = QueryJson.Term(Fields.Id, id.Value),
            ["_source"] = new JsonObject { ["includes"] = new JsonArray(Fields.Versions) },
        };
        var answer = await CallSearchAsync(body, s_grace, cancellationToken);
        PageReader.CheckShards(answer);
        return [.. answer.GetProperty("hits").GetProperty("hits").EnumerateArray()
            .SelectMany(hit => StatementDocument.ReadVersions(hit.GetProperty("_source")))];
    }

    public async Task<FacetCounts> FacetAsync(FacetRequest request, CancellationToken cancellationToken)
    {
        var answer = await CallSearchAsync(SearchBodyWriter.WriteFacet(request), request.Search.Budget, cancellationToken);
        PageReader.CheckShards(answer);
        return FacetReader.ReadPage(answer.GetProperty("aggregations"), request);
    }

    public async Task<IReadOnlyList<string>> SimilarWordsAsync(string word, int size, CancellationToken cancellationToken)
    {
        var answer = await CallSearchAsync(SimilarWords.Body(word, size), s_grace, cancellationToken);
        PageReader.CheckShards(answer);
        return SimilarWords.Read(answer, word, size);
    }

    public async IAsyncEnumerable<Statement> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sort = SearchBodyWriter.Sort(SortOrder.Newest);
        await foreach (var hit in new ArchiveReader(_client).ReadAsync(_options.Index, null, sort, cancellationToken))
        {
            yield return StatementDocument.Read(hit.GetProperty("_source"));
        }
    }

    public async Task<ArchiveStatus> StatusAsync(CancellationToken cancellationToken)
    {
        var answers = await SearchManyAsync([StatusReader.Body(), StateBody()], null, s_patience, cancellationToken);
        return StatusReader.Read(answers[0], Description, await SizeAsync(cancellationToken), State(answers[1]));
    }

    public Task<ArchiveCheck> CheckAsync(IProgress<long>? progress, CancellationToken cancellationToken) =>
        new ArchiveChecker(new ArchiveReader(_client), _options.Index).CheckAsync(progress, cancellationToken);

    /// <summary>Several may write at once, from several machines: a statement is replaced only as it was read.</summary>
    public async Task<IStatementWriter> OpenWriterAsync(WriterOptions options, CancellationToken cancellationToken)
    {
        await EnsureAsync(cancellationToken);
        var writing = new ArchiveWriting(_client, _indices, NewSender(), _logger);
        var loading = options.Bulk && !await writing.HasAsync(sample: false, cancellationToken);
        if (loading)
        {
            await _indices.BeginLoadAsync(_indices.Alias, cancellationToken);
        }

        return new ElasticsearchStatementWriter(writing, options, loading);
    }

    /// <summary>What <see cref="MaintainAsync"/> would do.</summary>
    /// <param name="rebuild">Whether to rebuild though the mapping is the same.</param>
    /// <param name="cleanup">Whether indices that are no longer needed go.</param>
    public async Task<LifecyclePlan> PlanAsync(bool rebuild, bool cleanup, CancellationToken cancellationToken)
    {
        using var sender = NewSender();
        return await Lifecycle(sender).PlanAsync(rebuild, cleanup, cancellationToken);
    }

    /// <summary>Carries out a plan: creates, rebuilds while searches go on, and cleans up.</summary>
    /// <param name="progress">Statements carried over.</param>
    /// <exception cref="InvalidOperationException">The plan refuses; nothing was done.</exception>
    public async Task MaintainAsync(LifecyclePlan plan, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        using var sender = NewSender();
        await Lifecycle(sender).CarryOutAsync(plan, progress, cancellationToken);
    }

    /// <summary>Removes the whole archive with its indices. Meant for archives that were made for a measurement.</summary>
    public async Task DropAsync(CancellationToken cancellationToken)
    {
        foreach (var index in await _indices.ListAsync(cancellationToken))
        {
            await _indices.DeleteAsync(index.Name, cancellationToken);
        }
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task EnsureAsync(CancellationToken cancellationToken)
    {
        using var sender = NewSender();
        await Lifecycle(sender).EnsureAsync(cancellationToken);
    }

    private BulkSender NewSender() => new(_client, _options, _logger, _time);

    private ArchiveLifecycle Lifecycle(BulkSender sender) => new(_client, _indices, sender, _logger, _time);

    private Task<JsonElement> CallSearchAsync(JsonObject body, TimeSpan budget, CancellationToken cancellationToken) =>
        _client.CallAsync("POST", $"{_options.Index}/_search", body, repeatable: true, cancellationToken, budget + s_grace);

    /// <summary>
    /// Scores are compared between pages, so all of them come from the same copy of the index (preference), and a page
    /// comes with the state of the archive.
    /// </summary>
    private async Task<(JsonElement Answer, string State)> SearchWithStateAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        var body = SearchBodyWriter.Write(request);
        var copy = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(body["query"]))[..4]);
        var answers = await SearchManyAsync([body, StateBody()], copy, request.Budget, cancellationToken);
        return (answers[0], State(answers[1]));
    }

    private async Task<IReadOnlyList<JsonElement>> SearchManyAsync(
        IReadOnlyList<JsonObject> bodies, string? copy, TimeSpan budget, CancellationToken cancellationToken)
    {
        var header = new JsonObject { ["index"] = _options.Index };
        if (copy is not null)
        {
            header["preference"] = copy;
        }

        using var content = new MemoryStream();
        foreach (var body in bodies)
        {
            content.Write(JsonSerializer.SerializeToUtf8Bytes(header));
            content.WriteByte((byte)'\n');
            content.Write(JsonSerializer.SerializeToUtf8Bytes(body));
            content.WriteByte((byte)'\n');
        }

        var request = new NodeRequest("POST", "_msearch", Repeatable: true)
        {
            Body = content.ToArray(),
            ContentType = "application/x-ndjson",
            Timeout = budget + s_grace,
        };
        var answer = await _client.CallAsync(request, cancellationToken);
        var responses = answer.GetProperty("responses").EnumerateArray().ToArray();
        foreach (var response in responses)
        {
            if (response.TryGetProperty("error", out _))
            {
                var status = response.GetProperty("status").GetInt32();
                throw EngineErrors.From(request, new NodeResponse(status, JsonSerializer.SerializeToUtf8Bytes(response), null));
            }

            PageReader.CheckShards(response);
        }

        return responses;
    }

    /// <summary>How many documents there are and which was written last; cheap, and needs no more than the right to read.</summary>
    private static JsonObject StateBody() => new()
    {
        ["size"] = 1,
        ["track_total_hits"] = true,
        ["_source"] = false,
        ["sort"] = new JsonArray(new JsonObject { ["_seq_no"] = "desc" }),
    };

    private static string State(JsonElement answer)
    {
        var hits = answer.GetProperty("hits");
        var last = hits.GetProperty("hits").EnumerateArray().FirstOrDefault();
        return last.ValueKind == JsonValueKind.Undefined
            ? "empty"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{last.GetProperty("_index").GetString()}.{hits.GetProperty("total").GetProperty("value").GetInt64()}.{last.GetProperty("sort")[0].GetInt64()}");
    }

    /// <summary>0 where the credentials do not allow to ask.</summary>
    private async Task<long> SizeAsync(CancellationToken cancellationToken)
    {
        var request = new NodeRequest("GET", $"{_options.Index}/_stats/store", Repeatable: true);
        var response = await _client.SendAsync(request, cancellationToken);
        return response.IsSuccess
            ? JsonElement.Parse(response.Body).GetProperty("_all").GetProperty("total").GetProperty("store").GetProperty("size_in_bytes").GetInt64()
            : response.Status == 403 ? 0 : throw EngineErrors.From(request, response);
    }
}
