using Search.Archive.Lines;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Queries;
using Search.Service.Assistance;
using Search.Service.Requests;
using Search.Service.Responses;

namespace Search.Service;

/// <summary>Answers every occurrence of a query's words in a line of its context.</summary>
public sealed class LineService(IStatementSearch engine, TimeProvider time)
{
    private readonly StatementLines _lines = new(engine);

    public async Task<LinesResponse> ReadAsync(LineCall call, CancellationToken cancellationToken)
    {
        var search = call.Search.Request;
        using var deadline = new AnswerDeadline(search.Budget, time, cancellationToken);
        var request = new LineRequest { Query = search.Query, Filters = search.Filters, Sort = call.Sort, Budget = deadline.Left };
        var work = new MatchWork(() => deadline.Elapsed > search.Budget, cancellationToken);
        var (total, order, lines, next) = call.IsByWords
            ? ByWords(call, await _lines.InOrderAsync(request, work, cancellationToken))
            : ByDay(call, await _lines.PageAsync(request, call.Place, search.Size, work, cancellationToken));
        return new LinesResponse(
            new QueryResponse(call.Search.Text, QueryExplainer.Explain(call.Search.Query, call.Search.Meaning), []),
            new TotalResponse(total, Exact: true),
            order,
            [.. lines.Select(ResponseWriter.Line)],
            next,
            (int)Math.Ceiling(deadline.Elapsed.TotalMilliseconds));
    }

    private static LinesShown ByDay(LineCall call, LinePage page) => new(
        page.Total,
        new LineOrderResponse(Name(call.Sort), null, null, 0, null),
        page.Lines,
        page.Next is null ? null : LineCallReader.WritePlace(page.Next, call));

    private static LinesShown ByWords(LineCall call, LinesInOrder found)
    {
        var end = Math.Min(found.Lines.Count, call.Offset + call.Search.Request.Size);
        var note = found.Statements == found.Total
            ? null
            : $"These are the lines of the newest {found.Statements:N0} of {found.Total:N0} statements; by day there are those of all.";
        return new LinesShown(
            found.Total,
            new LineOrderResponse(Name(call.Sort), found.Statements, found.Lines.Count, call.Offset, note),
            found.Lines.Skip(call.Offset).Take(call.Search.Request.Size),
            end < found.Lines.Count ? CursorText.WriteShown(end, SearchFingerprint.Of(call)) : null);
    }

    private static string Name(LineSort sort) => sort.ToString().ToLowerInvariant();

    private sealed record LinesShown(long Total, LineOrderResponse Order, IEnumerable<ContextLine> Lines, string? Next);
}
