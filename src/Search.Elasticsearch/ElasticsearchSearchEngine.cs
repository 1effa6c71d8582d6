using System.Runtime.CompilerServices;
using System.Text.Json;
using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.IndexManagement;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Search.Archive;
using Search.Archive.Counting;
using Search.Archive.Fingerprints;
using Search.Archive.Freezing;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Archive.Upkeep;
using Search.Core.Statements;
using Search.Elasticsearch.Configuration;
using Search.Elasticsearch.Counting;
using Search.Elasticsearch.Documents;
using Search.Elasticsearch.Fingerprints;
using Search.Elasticsearch.Freezing;
using Search.Elasticsearch.Indices;
using Search.Elasticsearch.Lifecycle;
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
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly ElasticsearchOptions _options;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;
    private readonly ClusterClient _client;
    private readonly IndexAdministration _indices;
    private readonly ArchiveRecognition _recognition;
    private readonly ArchiveSearches _searches;

    /// <summary>For what an index of any version answers rightly: statements by their ids, and how many there are.</summary>
    private readonly ArchiveSearches _records;
    private readonly PageSearch _pages;
    private readonly UseSearches _uses;
    private readonly HoldingsSearch _holdings;
    private readonly SharedSearches _shared;
    private readonly DocumentLookup _statements;
    private readonly FrozenIndex _frozen;

    public ElasticsearchSearchEngine(ElasticsearchOptions options, ILogger? logger = null, TimeProvider? time = null)
    {
        _options = options;
        _logger = logger ?? NullLogger.Instance;
        _time = time ?? TimeProvider.System;
        _client = new ClusterClient(options, _logger, _time);
        _indices = new IndexAdministration(_client, options, _logger);
        _recognition = new ArchiveRecognition(_client, options.Index);
        _searches = new ArchiveSearches(_client, options.Index, _recognition.RequireCurrentIfOwedAsync);
        _records = new ArchiveSearches(_client, options.Index, _recognition.RequireIfOwedAsync);
        _pages = new PageSearch(_searches, _time);
        _uses = new UseSearches(_searches);
        _holdings = new HoldingsSearch(_searches);
        _shared = new SharedSearches(_searches);
        _statements = new DocumentLookup(_records);
        _frozen = new FrozenIndex(_client, options.Index);
    }

    public string Description =>
        $"Elasticsearch at {string.Join(", ", _options.Nodes().Select(node => node.GetLeftPart(UriPartial.Authority)))}, "
            + $"alias {_options.Index}";

    public bool WorksOnCallingThread => false;

    public async Task ConnectAsync(CancellationToken cancellationToken)
    {
        _recognition.Owe();
        var answer = await AskAsync(cancellationToken);
        if (answer.Status == 503)
        {
            await _indices.WaitForShardsAsync(cancellationToken); // another program may be making the archive, or the cluster begins
            answer = await AskAsync(cancellationToken);
        }

        if (answer.IsNoArchive)
        {
            await EnsureAsync(cancellationToken);
        }
        else if (!answer.IsSuccess)
        {
            var error = _client.Error(answer);
            throw answer.Status is 401 or 403 ? new ArchiveAccessException(error.Message) : error;
        }
        else if (!await _recognition.IsCurrentAsync(cancellationToken))
        {
            _logger.LogError("{Reason}", _recognition.OfEarlierVersion);
        }
    }

    public async Task PingAsync(CancellationToken cancellationToken)
    {
        _client.Require(await AskAsync(cancellationToken));
        await _recognition.RequireCurrentIfOwedAsync(cancellationToken);
    }

    public Task<SearchPage> SearchAsync(SearchRequest request, CancellationToken cancellationToken) =>
        _pages.SearchAsync(request, cancellationToken);

    /// <summary>With the counts of the page: one request in place of two, and Elasticsearch works on its parts at once.</summary>
    public bool CountsBeside(BesideQueries queries) => true;

    public async Task<IReadOnlyList<long>> CountAsync(
        IReadOnlyList<MatchNode> queries, SearchFilters filters, CancellationToken cancellationToken)
    {
        if (queries.Count == 0)
        {
            return [];
        }

        var requests = queries.Select(query => new SearchRequest { Query = query, Filters = filters, Size = 0 }).ToList();
        var answers = await _searches.SendManyAsync(
            [.. requests.Select(SearchBodyWriter.WriteCount)], null, requests[0].Budget, cancellationToken);
        return [.. answers.Select(AnswerTime.ExactTotal)];
    }

    public Task<StatementHistory?> GetAsync(string id, CancellationToken cancellationToken) => _statements.GetAsync(id, cancellationToken);

    public async Task<FacetCounts> FacetAsync(FacetRequest request, CancellationToken cancellationToken)
    {
        var answer = await _searches.SendPageAsync(SearchBodyWriter.WriteFacet(request), request.Search.Budget, cancellationToken);
        AnswerTime.RequireAllValues(answer.TimedOut);
        return FacetReader.ReadPage(answer, request);
    }

    public async Task<IReadOnlyList<string>> SimilarWordsAsync(string word, int size, CancellationToken cancellationToken)
    {
        var answer = await _searches.SendRawAsync(SimilarTerms.Body(word, size), ArchiveSearches.Grace, cancellationToken);
        return SimilarTerms.Read(answer, word, size);
    }

    public Task<IReadOnlyList<UseCounts>> CountUsesAsync(UseRequest request, CancellationToken cancellationToken) =>
        _uses.CountAsync(request, cancellationToken);

    public Task<IReadOnlyList<long>> CountIssuersAsync(IssuerRequest request, CancellationToken cancellationToken) =>
        _uses.CountAsync(request, cancellationToken);

    public Task<IReadOnlyList<Statement?>> FindUsesAsync(PlaceRequest request, CancellationToken cancellationToken) =>
        _uses.FindAsync(request, cancellationToken);

    public Task<IReadOnlyList<Holdings>> CountHoldingsAsync(HoldingsRequest request, CancellationToken cancellationToken) =>
        _holdings.CountAsync(request, cancellationToken);

    public Task<IReadOnlyList<SharedPrints>> FindSharedAsync(
        IReadOnlyList<SharedRequest> requests, CancellationToken cancellationToken) => _shared.FindAsync(requests, cancellationToken);

    public async IAsyncEnumerable<StatementHistory> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sort = SearchBodyWriter.Sort(SortOrder.Newest);
        await foreach (var hit in new ArchiveReader(_client).ReadAsync(_options.Index, null, sort, cancellationToken))
        {
            yield return StatementDocument.ReadSoundHistory(hit.Source);
        }
    }

    public Task KeepAsync(FrozenText frozen, CancellationToken cancellationToken) => _frozen.KeepAsync(frozen, cancellationToken);

    public Task<string?> FindAsync(string hash, CancellationToken cancellationToken) => _frozen.FindAsync(hash, cancellationToken);

    public async Task<ArchiveStatus> StatusAsync(CancellationToken cancellationToken)
    {
        var answers = await _records.SendManyAsync([StatusReader.Body(), ArchiveState.Body()], null, s_patience, cancellationToken);
        return StatusReader.Read(answers[0], Description, await SizeAsync(cancellationToken), ArchiveState.Read(answers[1]));
    }

    public Task<ArchiveCheck> CheckAsync(IProgress<long>? progress, CancellationToken cancellationToken) =>
        new IndexChecker(new ArchiveReader(_client), _options.Index).CheckAsync(progress, cancellationToken);

    /// <summary>Several may write at once, from several machines: a statement is replaced only as it was read.</summary>
    public async Task<IStatementWriter> OpenWriterAsync(WritePurpose purpose, CancellationToken cancellationToken)
    {
        await EnsureAsync(cancellationToken);
        var writing = new ArchiveWriting(_client, _indices, NewSender(), _logger);
        var loading = purpose == WritePurpose.Load && !await writing.HasAsync(sample: false, cancellationToken);
        if (loading)
        {
            await _indices.BeginLoadAsync(_indices.Alias, cancellationToken);
        }

        return new ElasticsearchStatementWriter(writing, purpose, loading, _options.Senders, _time);
    }

    public async Task<UpkeepPlan> PlanAsync(UpkeepGoal goal, CancellationToken cancellationToken)
    {
        using var sender = NewSender();
        return Describe(goal, await PlanAsync(Lifecycle(sender), goal, cancellationToken));
    }

    public async Task MaintainAsync(UpkeepPlan plan, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        using var sender = NewSender();
        var lifecycle = Lifecycle(sender);
        var current = await PlanAsync(lifecycle, plan.Goal, cancellationToken);
        if (plan.Refusal is null && !Describe(plan.Goal, current).Steps.SequenceEqual(plan.Steps))
        {
            throw new ArchiveBusyException("The archive's indices have changed since the plan was made; plan again.");
        }

        await lifecycle.CarryOutAsync(current, progress, cancellationToken);
    }

    /// <summary>Removes the whole archive with its indices. Meant for archives that were made for a measurement.</summary>
    public async Task DropAsync(CancellationToken cancellationToken)
    {
        foreach (var index in (await _indices.ListAsync(cancellationToken)).Where(index => index.Ours))
        {
            await _indices.DropAsync(index.Name, cancellationToken);
        }

        await _frozen.DropAsync(cancellationToken);
        _client.ArchiveSeen = false;
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
        _recognition.Settle();
    }

    private static Task<LifecyclePlan> PlanAsync(ArchiveLifecycle lifecycle, UpkeepGoal goal, CancellationToken cancellationToken) =>
        lifecycle.PlanAsync(rebuild: goal == UpkeepGoal.Rebuild, cleanup: goal == UpkeepGoal.CleanUp, cancellationToken);

    private static UpkeepPlan Describe(UpkeepGoal goal, LifecyclePlan plan) =>
        new(goal, [.. plan.Steps.Select(step => step.ToString())], plan.Refusal);

    /// <summary>A search without hits: answered only where the archive can be searched with these credentials.</summary>
    private async Task<ClusterAnswer<SearchResponse<JsonElement>>> AskAsync(CancellationToken cancellationToken)
    {
        var request = new Elastic.Clients.Elasticsearch.SearchRequest(_options.Index) { Size = 0 };
        return await _client.SendAsync(
            request,
            (es, token) => es.SearchAsync<JsonElement>(request, token),
            cancellationToken,
            CallOptions.Within(ArchiveSearches.Grace * 2));
    }

    private BulkSender NewSender() => new(_client, _options, _logger, _time);

    private ArchiveLifecycle Lifecycle(BulkSender sender) => new(_client, _indices, sender, _logger, _time);

    /// <summary>0 where the credentials do not allow to ask.</summary>
    private async Task<long> SizeAsync(CancellationToken cancellationToken)
    {
        var request = new IndicesStatsRequest(_options.Index, [CommonStatsFlag.Store]);
        var answer = await _client.SendAsync(request, (es, token) => es.Indices.StatsAsync(request, token), cancellationToken);
        return answer.Status == 403 ? 0 : _client.Require(answer).Response.All.Total!.Store!.SizeInBytes;
    }
}
