using Search.Archive.Counting;
using Search.Archive.Searching;
using Search.Core.Statements;
using Search.Service.Assistance;
using Search.Service.Counting;
using Search.Service.Requests;
using Search.Service.Responses;

namespace Search.Service;

/// <summary>Answers what the archive holds and where it has gaps, so that absence is not mistaken for silence.</summary>
public sealed class CoverageService(IStatementCounting counting, TimeProvider time)
{
    /// <summary>Beside a search without hits.</summary>
    private const int MostGaps = 20;

    /// <summary>For one whole answer.</summary>
    private static readonly TimeSpan s_budget = TimeSpan.FromSeconds(5);

    public async Task<ArchiveCoverageResponse> CoverAsync(CoverageCall call, CancellationToken cancellationToken)
    {
        using var deadline = new AnswerDeadline(s_budget, time, cancellationToken);
        var all = await HoldingsAsync(call.By, call.Filters, captures: true, deadline.Left, cancellationToken);
        var rows = all.Select(holdings => Write(call.By, holdings, call.Filters))
            .OrderByDescending(row => row.Statements)
            .ThenBy(row => row.Source ?? row.Issuer, StringComparer.Ordinal)
            .ToList();
        HoldingsResponse[] shown = [.. rows.Skip(call.Offset).Take(call.Size)];
        var end = call.Offset + shown.Length;
        return new ArchiveCoverageResponse(
            call.By == FacetName.Source ? shown : [],
            call.By == FacetName.Issuer ? shown : [],
            end < rows.Count ? CursorText.WriteShown(end, SearchFingerprint.Of(call)) : null,
            (int)Math.Ceiling(deadline.Elapsed.TotalMilliseconds));
    }

    /// <summary>The longest gaps of sources under the filters, in the order of time.</summary>
    internal async Task<IReadOnlyList<GapResponse>> GapsAsync(
        SearchFilters filters, TimeSpan budget, CancellationToken cancellationToken) =>
    [
        .. (await HoldingsAsync(FacetName.Source, filters, captures: false, budget, cancellationToken))
            .SelectMany(holdings => Gaps(new Pauses(holdings), filters).Select(gap => gap with { Source = holdings.Value }))
            .OrderByDescending(gap => gap.Days).ThenBy(gap => gap.From).ThenBy(gap => gap.Source, StringComparer.Ordinal)
            .Take(MostGaps)
            .OrderBy(gap => gap.From).ThenBy(gap => gap.Source, StringComparer.Ordinal),
    ];

    /// <summary>
    /// Whatever the range: only all dates tell what is usual. Sources that were named are there, even without statements.
    /// </summary>
    private async Task<IReadOnlyList<Holdings>> HoldingsAsync(
        FacetName by, SearchFilters filters, bool captures, TimeSpan budget, CancellationToken cancellationToken)
    {
        var request = new HoldingsRequest
        {
            By = by,
            Filters = filters with { From = null, To = null },
            Captures = captures,
            Budget = budget,
        };
        var held = await counting.CountHoldingsAsync(request, cancellationToken);
        var values = held.Select(holdings => holdings.Value).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. held,
            .. filters[by].Included.OfType<string>()
                .Where(value => !values.Contains(value) && !(by == FacetName.Issuer && IssuerGroups.IsGroup(value)))
                .Select(value => new Holdings(value, 0, [])),
        ];
    }

    private static HoldingsResponse Write(FacetName by, Holdings holdings, SearchFilters filters)
    {
        var dates = holdings.Dates.Where(date => date.Key.Touches(filters.From, filters.To)).ToList();
        var undated = filters is { From: null, To: null } ? holdings.Statements - holdings.Dates.Sum(date => date.Value) : 0;
        var pauses = new Pauses(holdings);
        var months = dates.Where(date => date.Key.Precision != DatePrecision.Year)
            .GroupBy(date => (date.Key.First.Year, date.Key.First.Month))
            .OrderBy(month => month.Key)
            .Select(month => new MonthResponse($"{month.Key.Year:0000}-{month.Key.Month:00}", month.Sum(date => date.Value)))
            .ToList();
        var statements = undated + dates.Sum(date => date.Value);
        return new HoldingsResponse(
            by == FacetName.Source ? holdings.Value : null,
            by == FacetName.Issuer ? holdings.Value ?? FilterReader.None : null,
            statements,
            undated,
            statements - undated - months.Sum(month => month.Count),
            UseOrder.First(dates.Select(date => date.Key)),
            UseOrder.Last(dates.Select(date => date.Key)),
            holdings.Captures?.First,
            holdings.Captures?.Last,
            pauses.Usual,
            months,
            [.. Gaps(pauses, filters)]);
    }

    private static IEnumerable<GapResponse> Gaps(Pauses pauses, SearchFilters filters) =>
        pauses.Gaps(filters.From, filters.To).Select(gap => new GapResponse(gap.From, gap.To, gap.Days, pauses.Usual));
}
