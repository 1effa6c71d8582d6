using Search.Archive;
using Search.Archive.Counting;
using Search.Archive.Fingerprints;
using Search.Archive.Freezing;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Archive.Upkeep;
using Search.Core.Statements;

namespace Search.Testing.Engines;

/// <summary>Hands every call to another engine; a double overrides what it does otherwise.</summary>
/// <param name="inner">Asked at each call. One that throws makes every call that is not overridden fail so.</param>
public abstract class WrappedEngine(Func<ISearchEngine> inner) : ISearchEngine
{
    public virtual string Description => "Double";

    public virtual bool WorksOnCallingThread => true;

    public virtual Task<SearchPage> SearchAsync(SearchRequest request, CancellationToken cancellationToken) =>
        inner().SearchAsync(request, cancellationToken);

    public virtual bool CountsBeside(BesideQueries queries) => false;

    public virtual Task<IReadOnlyList<long>> CountAsync(
        IReadOnlyList<MatchNode> queries, SearchFilters filters, CancellationToken cancellationToken) =>
        inner().CountAsync(queries, filters, cancellationToken);

    public virtual Task<FacetCounts> FacetAsync(FacetRequest request, CancellationToken cancellationToken) =>
        inner().FacetAsync(request, cancellationToken);

    public virtual Task<IReadOnlyList<string>> SimilarWordsAsync(string word, int size, CancellationToken cancellationToken) =>
        inner().SimilarWordsAsync(word, size, cancellationToken);

    public virtual Task<IReadOnlyList<UseCounts>> CountUsesAsync(UseRequest request, CancellationToken cancellationToken) =>
        inner().CountUsesAsync(request, cancellationToken);

    public virtual Task<IReadOnlyList<long>> CountIssuersAsync(IssuerRequest request, CancellationToken cancellationToken) =>
        inner().CountIssuersAsync(request, cancellationToken);

    public virtual Task<IReadOnlyList<Statement?>> FindUsesAsync(PlaceRequest request, CancellationToken cancellationToken) =>
        inner().FindUsesAsync(request, cancellationToken);

    public virtual Task<IReadOnlyList<Holdings>> CountHoldingsAsync(HoldingsRequest request, CancellationToken cancellationToken) =>
        inner().CountHoldingsAsync(request, cancellationToken);

    public virtual Task<IReadOnlyList<SharedPrints>> FindSharedAsync(
        IReadOnlyList<SharedRequest> requests, CancellationToken cancellationToken) =>
        inner().FindSharedAsync(requests, cancellationToken);

    public virtual Task<StatementHistory?> GetAsync(string id, CancellationToken cancellationToken) =>
        inner().GetAsync(id, cancellationToken);

    public virtual IAsyncEnumerable<StatementHistory> ReadAllAsync(CancellationToken cancellationToken) =>
        inner().ReadAllAsync(cancellationToken);

    public virtual Task<IStatementWriter> OpenWriterAsync(WritePurpose purpose, CancellationToken cancellationToken) =>
        inner().OpenWriterAsync(purpose, cancellationToken);

    public virtual Task KeepAsync(FrozenText frozen, CancellationToken cancellationToken) => inner().KeepAsync(frozen, cancellationToken);

    public virtual Task<string?> FindAsync(string hash, CancellationToken cancellationToken) => inner().FindAsync(hash, cancellationToken);

    public virtual Task ConnectAsync(CancellationToken cancellationToken) => inner().ConnectAsync(cancellationToken);

    public virtual Task PingAsync(CancellationToken cancellationToken) => inner().PingAsync(cancellationToken);

    public virtual Task<ArchiveStatus> StatusAsync(CancellationToken cancellationToken) => inner().StatusAsync(cancellationToken);

    public virtual Task<ArchiveCheck> CheckAsync(IProgress<long>? progress, CancellationToken cancellationToken) =>
        inner().CheckAsync(progress, cancellationToken);

    public virtual Task<UpkeepPlan> PlanAsync(UpkeepGoal goal, CancellationToken cancellationToken) =>
        inner().PlanAsync(goal, cancellationToken);

    public virtual Task MaintainAsync(UpkeepPlan plan, IProgress<long>? progress, CancellationToken cancellationToken) =>
        inner().MaintainAsync(plan, progress, cancellationToken);

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
