using Search.Archive.Counting;
using Search.Archive.Highlighting;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Core.Analysis;
using Search.Core.Statements;
using Search.Service.Assistance;
using Search.Service.Counting;
using Search.Service.Requests;
using Search.Service.Responses;

namespace Search.Service;

/// <summary>Answers who says something, side by side.</summary>
public sealed class ComparisonService(IStatementCounting counting, TimeProvider time)
{
    /// <summary>Where none are chosen.</summary>
    private const int MostUses = 10;

    /// <summary>For one whole answer.</summary>
    private static readonly TimeSpan s_budget = TimeSpan.FromSeconds(5);

    public async Task<ComparisonResponse> CompareAsync(ComparisonCall call, CancellationToken cancellationToken)
    {
        using var deadline = new AnswerDeadline(s_budget, time, cancellationToken);
        MatchNode[] queries = [.. call.Queries.Select(query => query.Match)];
        var counts = await counting.CountUsesAsync(
            new UseRequest { Queries = queries, Filters = call.Filters, Issuers = true, Budget = deadline.Left }, cancellationToken);
        var rows = counts.Select(count => new IssuerRows(count.Issuers)).ToList();
        var ends = new UseEnds(counting, call.Filters);
        var issuers = (call.Issuers.Count > 0 ? call.Issuers : WithMostUses(rows))
            .Select(issuer => (Value: issuer, Uses: call.Queries.Select((query, index) =>
                IssuerUse.Ask(ends, query, rows[index].Of(issuer), issuer)).ToList()))
            .ToList();
        var finding = ends.FindAsync(deadline.Left, cancellationToken);
        var counted = counting.CountIssuersAsync(
            new IssuerRequest { Issuers = [.. issuers.Select(issuer => issuer.Value)], Filters = call.Filters, Budget = deadline.Left },
            cancellationToken);
        await Task.WhenAll(finding, counted);
        var totals = await counted;
        var work = new MatchWork(() => deadline.Token.IsCancellationRequested, cancellationToken);
        var options = HighlightOptions.Default with { CountryKinds = call.Filters.CountryKinds };
        var highlighters = call.Queries.ToDictionary(
            query => query, query => new Highlighter(query.Match, new TextAnalyzer(), options, work));
        return new ComparisonResponse(
            [.. call.Queries.Select((query, index) => new ComparedQueryResponse(query.Text, query.Explained, counts[index].Total))],
            [.. issuers.Zip(totals, (issuer, total) => new ComparedIssuerResponse(
                issuer.Value ?? FilterReader.None,
                issuer.Value is null ? FacetText.None(FacetName.Issuer) : FacetText.Of(FacetName.Issuer, issuer.Value),
                total,
                [.. issuer.Uses.Select(use => use.Write(ends, total, highlighters[use.Query]))]))],
            (int)Math.Ceiling(deadline.Elapsed.TotalMilliseconds));
    }

    private static IReadOnlyList<string> WithMostUses(IEnumerable<IssuerRows> queries) =>
    [
        .. queries.SelectMany(rows => rows.Names)
            .GroupBy(row => row.Key, row => row.Value.Count)
            .OrderByDescending(issuer => issuer.Sum()).ThenBy(issuer => issuer.Key, StringComparer.Ordinal)
            .Take(MostUses)
            .Select(issuer => issuer.Key),
    ];

    /// <summary>One issuer's uses of one query, with what was asked for of them.</summary>
    private sealed record IssuerUse(AskedQuery Query, long Count, int? First, int? Last, int? Undated)
    {
        public static IssuerUse Ask(UseEnds ends, AskedQuery query, IssuerUses uses, string? issuer)
        {
            var filter = new FacetFilter([issuer], []);
            return new IssuerUse(
                query,
                uses.Count,
                ends.Ask(query.Match, filter, uses.First),
                ends.Ask(query.Match, filter, uses.Last),
                uses is { Count: > 0, First: null } ? ends.AskUndated(query.Match, filter) : null);
        }

        /// <param name="total">All statements of the issuer.</param>
        public IssuerQueryResponse Write(UseEnds ends, long total, Highlighter highlighter) => new(
            Query.Text,
            Count,
            DateCounts.Share(Count, total),
            ResponseWriter.Reference(ends[First]),
            ResponseWriter.Reference(ends[Last]),
            (ends[First] ?? ends[Undated]) is { } statement ? ResponseWriter.Passage(statement, highlighter) : null);
    }
}
