using Search.Archive.Counting;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Service.Assistance;
using Search.Service.Counting;
using Search.Service.Requests;
using Search.Service.Responses;

namespace Search.Service;

/// <summary>Answers how often several things were said over time.</summary>
public sealed class TrendService(IStatementCounting counting, TimeProvider time)
{
    /// <summary>For one whole answer.</summary>
    private static readonly TimeSpan s_budget = TimeSpan.FromSeconds(5);

    /// <exception cref="QueryTooCostlyException">Not all could be counted in time, or there would be too many buckets.</exception>
    public async Task<TrendsResponse> CountAsync(TrendCall call, CancellationToken cancellationToken)
    {
        using var deadline = new AnswerDeadline(s_budget, time, cancellationToken);
        MatchNode[] queries = [.. call.Queries.Select(query => query.Match)];
        var counts = await counting.CountUsesAsync(
            new UseRequest { Queries = queries, Filters = call.Filters, Totals = true, Budget = deadline.Left }, cancellationToken);
        var buckets = new TrendBuckets(call.Interval, counts[^1].Dates, call.Filters);
        var ends = new UseEnds(counting, call.Filters);
        var places = call.Queries.Select((query, index) =>
        {
            var dates = counts[index].Dates.Select(date => date.Key).ToList();
            return (
                ends.Ask(query.Match, FacetFilter.Unrestricted, UseOrder.First(dates)),
                ends.Ask(query.Match, FacetFilter.Unrestricted, UseOrder.Last(dates)));
        }).ToList();
        await ends.FindAsync(deadline.Left, cancellationToken);
        var series = call.Queries.Select((query, index) =>
        {
            var uses = counts[index];
            var filled = buckets.Fill(uses.Dates, out var lessExact);
            var (first, last) = (ends[places[index].Item1], ends[places[index].Item2]);
            return new TrendSeriesResponse(
                query.Text,
                query.Explained,
                uses.Total,
                uses.Undated,
                lessExact,
                ResponseWriter.Reference(first),
                ResponseWriter.Reference(last),
                filled);
        }).ToList();
        return new TrendsResponse(buckets.Interval.ToValue(), series, (int)Math.Ceiling(deadline.Elapsed.TotalMilliseconds));
    }
}
