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
            new UseRequest { Queries = [query], Filters = filters, Issuers = true, Totals = true, Budget = deadline.Left },
            cancellationToken);
        var (uses, all) = (counts[0], counts[1]);
        var rows = new IssuerRows(uses.Issuers);
        var shown = rows.ByFirstUse().Skip(call.Offset).Take(call.Search.Request.Size).ToList();
        var ends = new UseEnds(counting, filters);
        var dates = uses.Dates.Select(date => date.Key).ToList();
        var first = ends.Ask(query, FacetFilter.Unrestricted, UseOrder.First(dates));
        var last = ends.Ask(query, FacetFilter.Unrestricted, UseOrder.Last(dates));
        var issuers = shown.Select(row => IssuerEnds.Ask(ends, query, row)).ToList();
        var finding = ends.FindAsync(deadline.Left, cancellationToken);
        var counted = counting.CountIssuersAsync(
            new IssuerRequest { Issuers = [.. issuers.Select(issuer => issuer.Name)], Filters = filters, Budget = deadline.Left },
            cancellationToken);
        await Task.WhenAll(finding, counted);
        var totals = await counted;
        var silences = Silences.Between(dates).ToList();
        var returns = silences.Where(silence => silence.Days >= call.ReturnedAfter).Select(silence => Write(silence, all)).ToList();
        var end = call.Offset + shown.Count;
        return new UsesResponse(
            new QueryResponse(call.Search.Text, QueryExplainer.Explain(call.Search.Query, call.Search.Meaning), []),
            new TotalResponse(uses.Total, Exact: true),
            uses.Undated,
            DateCounts.LessExact(uses.Dates),
            ResponseWriter.Reference(ends[first]),
            ResponseWriter.Reference(ends[last]),
            Silences.Longest(silences) is { } longest ? Write(longest, all) : null,
            call.ReturnedAfter,
            returns.Count > 0,
            returns,
            Years(uses, all),
            Issuers(issuers, totals, ends),
            rows.Missing,
            end < rows.Names.Count ? CursorText.WriteShown(end, SearchFingerprint.Of(call)) : null,
            (int)Math.Ceiling(deadline.Elapsed.TotalMilliseconds));
    }

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

    private static IReadOnlyList<IssuerUsesResponse> Issuers(
        IReadOnlyList<IssuerEnds> shown, IReadOnlyList<long> totals, UseEnds ends) =>
    [
        .. shown.Zip(totals, (issuer, total) => new IssuerUsesResponse(
            issuer.Name,
            FacetText.Of(FacetName.Issuer, issuer.Name),
            issuer.Count,
            DateCounts.Share(issuer.Count, total),
            ResponseWriter.Reference(ends[issuer.First]),
            ResponseWriter.Reference(ends[issuer.Last]))),
    ];

    /// <summary>One issuer's uses, with what was asked for of them.</summary>
    private sealed record IssuerEnds(string Name, long Count, int? First, int? Last)
    {
        public static IssuerEnds Ask(UseEnds ends, MatchNode query, KeyValuePair<string, IssuerUses> row)
        {
            var (filter, uses) = (new FacetFilter([row.Key], []), row.Value);
            return new IssuerEnds(row.Key, uses.Count, ends.Ask(query, filter, uses.First), ends.Ask(query, filter, uses.Last));
        }
    }
}
