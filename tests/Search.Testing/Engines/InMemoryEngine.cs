using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Search.Archive;
using Search.Archive.Counting;
using Search.Archive.Fingerprints;
using Search.Archive.Freezing;
using Search.Archive.Highlighting;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Archive.Upkeep;
using Search.Core.Analysis;
using Search.Core.Statements;

namespace Search.Testing.Engines;

/// <summary>
/// An engine in memory that reads every statement for every question: the contract's own trial, and a fast engine for
/// tests of hosts. Not for more than a few thousand statements.
/// </summary>
public sealed class InMemoryEngine(TimeProvider? time = null) : ISearchEngine
{
    private readonly Lock _lock = new();
    private readonly InMemoryArchive _archive = new(time ?? TimeProvider.System);
    private readonly ConcurrentDictionary<string, string> _frozen = [];

    public string Description => "In memory";

    public bool WorksOnCallingThread => true;

    public Task<SearchPage> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return Task.FromResult(Search(request, WorkOf(request, cancellationToken)));
        }
    }

    public Task<IReadOnlyList<long>> CountAsync(
        IReadOnlyList<MatchNode> queries, SearchFilters filters, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            var requests = queries.Select(query => new SearchRequest { Query = query, Filters = filters });
            return Task.FromResult<IReadOnlyList<long>>([.. requests.Select(request => (long)
                Matches(request, WorkOf(request, cancellationToken)).Count(match => FilterEvaluator.Admits(filters, match.Statement)))]);
        }
    }

    public Task<IReadOnlyList<UseCounts>> CountUsesAsync(UseRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            var counts = request.Queries.Select(query => Count(query, request.Issuers));
            return Task.FromResult<IReadOnlyList<UseCounts>>(
                [.. request.Totals ? counts.Append(Count(new EverythingMatch(), issuers: false)) : counts]);
        }

        UseCounts Count(MatchNode query, bool issuers) =>
            InMemoryUses.Count(Admitted(query, request.Filters, request.Budget, cancellationToken), issuers);
    }

    public Task<IReadOnlyList<long>> CountIssuersAsync(IssuerRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var admitted = Statements().Where(statement => FilterEvaluator.Admits(request.Filters, statement)).ToList();
        return Task.FromResult<IReadOnlyList<long>>([.. request.Issuers.Select(issuer => (long)admitted.Count(statement =>
            FilterEvaluator.Admits(SearchFilters.None with { Issuer = new FacetFilter([issuer], []) }, statement)))]);
    }

    public Task<IReadOnlyList<Statement?>> FindUsesAsync(PlaceRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<Statement?>>([.. request.Places.Select(place => InMemoryUses.Find(
                Admitted(place.Query, request.Filters, request.Budget, cancellationToken), place))]);
        }
    }

    public Task<IReadOnlyList<Holdings>> CountHoldingsAsync(HoldingsRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(InMemoryUses.Holdings(
            Statements().Where(statement => FilterEvaluator.Admits(request.Filters, statement)), request));
    }

    public Task<IReadOnlyList<SharedPrints>> FindSharedAsync(IReadOnlyList<SharedRequest> requests, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<SharedPrints>>(
            [.. requests.Select(request => InMemorySharedPrints.Find(Statements(), request))]);
    }

    public Task<StatementHistory?> GetAsync(string id, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var histories = Snapshot();
        var found = histories.Where(history => history.Statement.Id.Value == id).Take(1).ToList();
        found = found.Count == 1 ? found : [.. histories.Where(history => history.Statement.SourceId == id).Take(2)];
        return Task.FromResult(found.Count == 1 ? found[0] : null);
    }

    public Task<FacetCounts> FacetAsync(FacetRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return Task.FromResult(FacetCounter.Page(request, Matches(request.Search, WorkOf(request.Search, cancellationToken))));
        }
    }

    public Task<IReadOnlyList<string>> SimilarWordsAsync(string word, int size, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var statements = Statements();
        return Task.FromResult(InMemorySimilarWords.Of(word, size, statements));
    }

    public async IAsyncEnumerable<StatementHistory> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var histories = Snapshot().ToDictionary(history => history.Statement.Id);
        foreach (var statement in Ranking.NewestFirst([.. histories.Values.Select(history => history.Statement)]))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
            yield return histories[statement.Id];
        }
    }

    public Task KeepAsync(FrozenText frozen, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _frozen.TryAdd(frozen.Hash, frozen.Text);
        return Task.CompletedTask;
    }

    public Task<string?> FindAsync(string hash, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_frozen.GetValueOrDefault(hash));
    }

    public Task ConnectAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task PingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<UpkeepPlan> PlanAsync(UpkeepGoal goal, CancellationToken cancellationToken) => Task.FromResult(new UpkeepPlan(goal, []));

    public Task MaintainAsync(UpkeepPlan plan, IProgress<long>? progress, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<ArchiveStatus> StatusAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return Task.FromResult(_archive.Status());
        }
    }

    public Task<ArchiveCheck> CheckAsync(IProgress<long>? progress, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var statements = Statements();
        progress?.Report(statements.Count);
        return Task.FromResult(new ArchiveCheck(statements.Count, ArchiveHash.Of(statements), []));
    }

    public Task<IStatementWriter> OpenWriterAsync(WritePurpose purpose, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return Task.FromResult<IStatementWriter>(new Writer(this, purpose, _archive.TakeWriter()));
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private IReadOnlyList<Statement> Statements() => [.. Snapshot().Select(history => history.Statement)];

    private IReadOnlyList<StatementHistory> Snapshot()
    {
        lock (_lock)
        {
            return _archive.Histories;
        }
    }

    private SearchPage Search(SearchRequest request, MatchWork work)
    {
        var matches = Matches(request, work);
        var admitted = matches.Where(match => FilterEvaluator.Admits(request.Filters, match.Statement));
        var ranked = Ranking.Sort(request, admitted, _archive.Analyzed.Count);
        var start = request.After is null ? 0 : Position(request.After, _archive.Generation, ranked) + 1;
        var options = HighlightOptions.Default with { CountryKinds = request.Filters.CountryKinds };
        var highlighter = new Highlighter(request.Query, new TextAnalyzer(), options, work);
        var hits = ranked.Skip(start).Take(request.Size)
            .Select(entry => new SearchHit(entry.Statement, entry.Score, highlighter.Highlight(entry.Statement)))
            .ToList();
        return new SearchPage
        {
            Total = ranked.Count,
            Complete = true,
            Hits = hits,
            Facets = [.. request.Facets.Select(selection => FacetCounter.Count(request.Filters, selection, matches))],
            Histogram = request.Histogram ? Histogram(request.Filters, matches) : null,
            Next = hits.Count > 0 && start + hits.Count < ranked.Count
                ? new SearchCursor(_archive.Generation, [hits[^1].Statement.Id.Value])
                : null,
        };
    }

    private IEnumerable<Statement> Admitted(
        MatchNode query, SearchFilters filters, TimeSpan budget, CancellationToken cancellationToken)
    {
        var request = new SearchRequest { Query = query, Filters = filters, Budget = budget };
        return Matches(request, WorkOf(request, cancellationToken))
            .Select(match => match.Statement)
            .Where(statement => FilterEvaluator.Admits(filters, statement));
    }

    private List<AnalyzedStatement> Matches(SearchRequest request, MatchWork work) =>
        [.. _archive.Analyzed.Where(statement => MatchEvaluator.Matches(request.Query, statement, request.Filters.CountryKinds, work))];

    private static MatchWork WorkOf(SearchRequest request, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        return new MatchWork(() => Stopwatch.GetElapsedTime(start) > request.Budget, cancellationToken);
    }

    private static int Position(SearchCursor cursor, string generation, List<RankedStatement> ranked)
    {
        var position = cursor.Generation == generation && cursor.Keys.Count == 1
            ? ranked.FindIndex(entry => entry.Statement.Id.Value == cursor.Keys[0])
            : -1;
        return position >= 0 ? position : throw new CursorExpiredException("The archive has changed since the cursor was given.");
    }

    private static DateHistogram Histogram(SearchFilters filters, IEnumerable<AnalyzedStatement> matches)
    {
        var admitted = matches.Select(match => match.Statement)
            .Where(statement => FilterEvaluator.Admits(filters, statement, exceptDates: true))
            .ToList();
        var dated = admitted.Where(statement => statement.Issued is not null)
            .Select(statement => KeyValuePair.Create(statement.Issued!.Value, 1L))
            .ToList();
        return HistogramPlanner.Build(dated, admitted.Count - dated.Count);
    }

    private sealed class Writer(InMemoryEngine engine, WritePurpose purpose, IDisposable turn) : IStatementWriter
    {
        public int WritesAtOnce => 4;

        public Task<WriteResult> ImportAsync(IReadOnlyList<Statement> batch, CancellationToken cancellationToken) =>
            WriteAsync(batch, statement => statement, engine._archive.Import, cancellationToken);

        public Task<WriteResult> ReviseAsync(IReadOnlyList<RevisedStatement> batch, CancellationToken cancellationToken) =>
            WriteAsync(batch, revised => revised.Statement, engine._archive.Revise, cancellationToken);

        public Task<WriteResult> RestoreAsync(IReadOnlyList<StatementHistory> batch, CancellationToken cancellationToken) =>
            WriteAsync(batch, history => history.Statement, engine._archive.Restore, cancellationToken);

        public Task<int> NoteMissingAsync(string source, IReadOnlySet<string> listed, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            lock (engine._lock)
            {
                return Task.FromResult(engine._archive.NoteMissing(source, listed));
            }
        }

        private Task<WriteResult> WriteAsync<T>(
            IReadOnlyList<T> batch, Func<T, Statement> statementOf, Func<T, WriteResult> write, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            lock (engine._lock)
            {
                return Task.FromResult(engine._archive.Write(batch, statementOf, write, purpose == WritePurpose.Samples));
            }
        }

        public Task CompleteAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public ValueTask DisposeAsync()
        {
            lock (engine._lock)
            {
                turn.Dispose();
            }

            return ValueTask.CompletedTask;
        }
    }
}
