using System.Globalization;
using Search.Archive.Counting;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Core.Statements;
using Search.Queries;
using Search.Service.Assistance;
using Search.Service.Counting;
using Search.Service.Requests;
using Search.Service.Responses;

namespace Search.Service;

/// <summary>Answers since when something is said, how often, by whom, and when it was not.</summary>
public sealed class UseService(IStatementCounting counting, TimeProvider time)
{
    public async Task<UsesResponse> CountAsync(UseCall call, CancellationToken cancellationToken)
    {
        using var deadline = new AnswerDeadline(call.Search.Request.Budget, time, cancellationToken);
        var (query, filters) = (call.Search.Request.Query, call.Search.Request.Filters);
        var counts = await counting.CountUsesAsync(
            new UseRequest { Queries = [query, new EverythingMatch()], Filters = filters, Issuers = true, Budget = deadline.Left },
            cancellationToken);
        var (uses, all) = (counts[0], counts[1]);
        var rows = new IssuerRows(uses.Issuers);
        var shown = rows.ByFirstUse().Skip(call.Offset).Take(call.Search.Request.Size).ToList();
        var places = Places(query, uses, shown);
        IReadOnlyList<Statement?> found = uses.Total == 0
            ? [.. places.Select(_ => (Statement?)null)]
            : await counting.FindUsesAsync(
                new PlaceRequest { Places = places, Filters = filters, Budget = deadline.Left }, cancellationToken);
        var silences = Silences.Between(uses.Dates.Select(date => date.Key)).ToList();
        var returns = silences.Where(silence => silence.Days >= call.ReturnedAfter).Select(silence => Write(silence, all)).ToList();
        var end = call.Offset + shown.Count;
        return new UsesResponse(
            new QueryResponse(call.Search.Text, QueryExplainer.Explain(call.Search.Query, call.Search.Meaning), []),
            new TotalResponse(uses.Total, Exact: true),
            uses.Undated,
            DateCounts.LessExact(uses.Dates),
            ResponseWriter.Reference(found[0]),
            ResponseWriter.Reference(found[1]),
            Silences.Longest(silences) is { } longest ? Write(longest, all) : null,
            call.ReturnedAfter,
            returns.Count > 0,
            returns,
            Years(uses, all),
            Issuers(shown, new IssuerRows(all.Issuers), found),
            rows.Missing,
            end < rows.Names.Count ? Cursor(end, call) : null,
            (int)Math.Ceiling(deadline.Elapsed.TotalMilliseconds));
    }

    /// <summary>The first and the last statement, then those of each issuer. Where there is no date there is no such statement.</summary>
    private static IReadOnlyList<UsePlace> Places(
        MatchNode query, UseCounts uses, IReadOnlyList<KeyValuePair<string, IssuerUses>> shown)
    {
        var dates = uses.Dates.Select(date => date.Key).ToList();
        return
        [
            PlaceOf(query, FacetFilter.Unrestricted, UseOrder.First(dates)),
            PlaceOf(query, FacetFilter.Unrestricted, UseOrder.Last(dates)),
            .. shown.SelectMany(row => new[]
            {
                PlaceOf(query, new FacetFilter([row.Key], []), row.Value.First),
                PlaceOf(query, new FacetFilter([row.Key], []), row.Value.Last),
            }),
        ];
    }

    private static UsePlace PlaceOf(MatchNode query, FacetFilter issuer, IssueDate? date) =>
        new(date is null ? new NothingMatch() : query, issuer, date);

    private static SilenceResponse Write(Silence silence, UseCounts all) =>
        new(silence.From, silence.To, silence.Days, DateCounts.Inside(all.Dates, silence.From, silence.To));

    private static IReadOnlyList<YearResponse> Years(UseCounts uses, UseCounts all)
    {
        var (counts, totals) = (DateCounts.Years(uses.Dates), DateCounts.Years(all.Dates));
        return counts.Count == 0
            ? []
            : [
                .. Enumerable.Range(counts.Keys.Min(), counts.Keys.Max() - counts.Keys.Min() + 1).Select(year =>
                {
                    var (count, total) = (counts.GetValueOrDefault(year), totals.GetValueOrDefault(year));
                    return new YearResponse(year, count, total, DateCounts.Share(count, total));
                }),
            ];
    }

    /// <param name="found">As <see cref="Places"/> asks for them.</param>
    private static IReadOnlyList<IssuerUsesResponse> Issuers(
        IReadOnlyList<KeyValuePair<string, IssuerUses>> shown, IssuerRows all, IReadOnlyList<Statement?> found) =>
    [
        .. shown.Select((row, index) => new IssuerUsesResponse(
            row.Key,
            FacetText.Of(FacetName.Issuer, row.Key),
            row.Value.Count,
            DateCounts.Share(row.Value.Count, all.Of(row.Key).Count),
            ResponseWriter.Reference(found[2 + (2 * index)]),
            ResponseWriter.Reference(found[3 + (2 * index)]))),
    ];

    private static string Cursor(int end, UseCall call) =>
        CursorText.Write(new SearchCursor(end.ToString(CultureInfo.InvariantCulture), []), SearchFingerprint.Of(call));
}
