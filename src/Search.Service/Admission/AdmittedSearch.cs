using Search.Archive;
using Search.Archive.Counting;
using Search.Archive.Fingerprints;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Core.Statements;

namespace Search.Service.Admission;

/// <summary>
/// An engine that is asked for no more at once than it can do: searches wait for a place, costly ones for one in a lane of their
/// own, so that they hold up each other and nobody else. Too many are refused with a time to come back instead of making all of
/// them slow.
/// </summary>
/// <remarks>
/// A search of an embedded engine has a thread to itself: it works on the thread that calls it, and a pool's threads that are held
/// so keep requests waiting that need no engine, such as those for a sign of life. One that waits for a server holds no thread.
/// </remarks>
internal sealed class AdmittedSearch : IStatementSearch, IStatementCounting, ISharedPrints, IDisposable
{
    /// <summary>What is left to a search that has waited for all its time: enough to say so.</summary>
    private static readonly TimeSpan s_leastBudget = TimeSpan.FromMilliseconds(50);

    private readonly ISearchEngine _engine;
    private readonly TimeProvider _time;
    private readonly SearchLane _ordinary;
    private readonly SearchLane _costly;

    public AdmittedSearch(ISearchEngine engine, AdmissionOptions options, TimeProvider time)
    {
        (_engine, _time) = (engine, time);
        _ordinary = Lane(options.Running > 0 ? options.Running : 2 * Environment.ProcessorCount, options);
        _costly = Lane(options.Costly > 0 ? options.Costly : Math.Max(1, Environment.ProcessorCount / 2), options);
    }

    public Task<SearchPage> SearchAsync(SearchRequest request, CancellationToken cancellationToken) => RunAsync(
        LaneOf(request.Query), waited => _engine.SearchAsync(Shorter(request, waited), cancellationToken), cancellationToken);

    /// <summary>Costly ones wait in their own lane, and hold up no page.</summary>
    public bool CountsBeside(BesideQueries queries) => !queries.All.Any(SearchCost.IsCostly) && _engine.CountsBeside(queries);

    /// <summary>The queries run one after the other: the dearest of them says which lane.</summary>
    public Task<IReadOnlyList<long>> CountAsync(
        IReadOnlyList<MatchNode> queries, SearchFilters filters, CancellationToken cancellationToken) => RunAsync(
        LaneOf(queries),
        _ => _engine.CountAsync(queries, filters, cancellationToken),
        cancellationToken);

    public Task<FacetCounts> FacetAsync(FacetRequest request, CancellationToken cancellationToken) => RunAsync(
        LaneOf(request.Search.Query),
        waited => _engine.FacetAsync(request with { Search = Shorter(request.Search, waited) }, cancellationToken),
        cancellationToken);

    public Task<IReadOnlyList<string>> SimilarWordsAsync(string word, int size, CancellationToken cancellationToken) => RunAsync(
        _ordinary, _ => _engine.SimilarWordsAsync(word, size, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<UseCounts>> CountUsesAsync(UseRequest request, CancellationToken cancellationToken) => RunAsync(
        LaneOf(request.Queries),
        waited => _engine.CountUsesAsync(request with { Budget = Shorter(request.Budget, waited) }, cancellationToken),
        cancellationToken);

    public Task<IReadOnlyList<long>> CountIssuersAsync(IssuerRequest request, CancellationToken cancellationToken) => RunAsync(
        _ordinary,
        waited => _engine.CountIssuersAsync(request with { Budget = Shorter(request.Budget, waited) }, cancellationToken),
        cancellationToken);

    public Task<IReadOnlyList<Statement?>> FindUsesAsync(PlaceRequest request, CancellationToken cancellationToken) => RunAsync(
        LaneOf(request.Places.Select(place => place.Query)),
        waited => _engine.FindUsesAsync(request with { Budget = Shorter(request.Budget, waited) }, cancellationToken),
        cancellationToken);

    public Task<IReadOnlyList<Holdings>> CountHoldingsAsync(HoldingsRequest request, CancellationToken cancellationToken) => RunAsync(
        _ordinary,
        waited => _engine.CountHoldingsAsync(request with { Budget = Shorter(request.Budget, waited) }, cancellationToken),
        cancellationToken);

    public Task<IReadOnlyList<SharedPrints>> FindSharedAsync(
        IReadOnlyList<SharedRequest> requests, CancellationToken cancellationToken) => RunAsync(
        _ordinary,
        waited => _engine.FindSharedAsync(
            [.. requests.Select(request => request with { Budget = Shorter(request.Budget, waited) })], cancellationToken),
        cancellationToken);

    public void Dispose()
    {
        _ordinary.Dispose();
        _costly.Dispose();
    }

    private SearchLane Lane(int running, AdmissionOptions options) =>
        new(running, options.Queue > 0 ? options.Queue : 8 * running, options.Patience, _time);

    private SearchLane LaneOf(params IEnumerable<MatchNode> queries) => queries.Any(SearchCost.IsCostly) ? _costly : _ordinary;

    private async Task<T> RunAsync<T>(SearchLane lane, Func<TimeSpan, Task<T>> search, CancellationToken cancellationToken)
    {
        var asked = _time.GetTimestamp();
        using var place = await lane.EnterAsync(cancellationToken);
        var waited = _time.GetElapsedTime(asked);
        return !_engine.WorksOnCallingThread ? await search(waited) : await Task.Factory.StartNew(
            () => search(waited),
            cancellationToken,
            TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach | TaskCreationOptions.HideScheduler,
            TaskScheduler.Default).Unwrap();
    }

    private static SearchRequest Shorter(SearchRequest request, TimeSpan waited) =>
        request with { Budget = Shorter(request.Budget, waited) };

    private static TimeSpan Shorter(TimeSpan budget, TimeSpan waited) =>
        budget - waited is var left && left > s_leastBudget ? left : s_leastBudget;
}
