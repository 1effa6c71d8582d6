using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Core.Statements;
using Search.Service.Requests;

namespace Search.Service;

/// <summary>Every hit of a search, page after page: no more than one is in memory.</summary>
/// <param name="engine">Answers pages.</param>
/// <param name="limit">Statements of one export at most; null for no limit.</param>
public sealed class ExportService(IStatementSearch engine, long? limit = null)
{
    /// <summary>Statements of one export at most; null for no limit.</summary>
    public long? Limit => limit;

    /// <summary>Asks for the first page, so that what cannot be answered is known before anything is written.</summary>
    /// <exception cref="QueryTooCostlyException">There are more than the limit allows: a file that is cut looks whole.</exception>
    public async Task<StatementExport> BeginAsync(ExportCall call, CancellationToken cancellationToken)
    {
        var request = new SearchRequest
        {
            Query = call.Query.Match,
            Filters = call.Filters,
            Sort = call.Sort,
            Size = SearchRequest.MaxSize,
            Highlights = false,
        };
        var first = await WholePages.OneAsync(engine, request, cancellationToken);
        return first.Total > limit
            ? throw new QueryTooCostlyException(
                $"{first.Total:N0} statements match, and one export has {limit:N0} at most; make the query narrower, by dates for example.")
            : new StatementExport(engine, request, first);
    }
}

/// <summary>An export that has begun.</summary>
public sealed class StatementExport
{
    private readonly IStatementSearch _engine;
    private readonly SearchRequest _request;
    private readonly SearchPage _first;

    internal StatementExport(IStatementSearch engine, SearchRequest request, SearchPage first) =>
        (_engine, _request, _first) = (engine, request, first);

    /// <summary>Hits when it began. Of those written since, they that sort behind the place that was reached come too.</summary>
    public long Total => _first.Total;

    /// <summary>The statements in their order, some at a time.</summary>
    public IAsyncEnumerable<IReadOnlyList<Statement>> ReadAsync(CancellationToken cancellationToken) =>
        WholePages.AllAsync(_engine, _request, _first, cancellationToken)
            .Select(page => (IReadOnlyList<Statement>)[.. page.Hits.Select(hit => hit.Statement)]);
}
