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
        var (shown, all) = call.By == FacetName.Issuer
            ? await MostAsync(call, deadline, cancellationToken)
            : await AllAsync(call, deadline, cancellationToken);
        var end = call.Offset + shown.Count;
        return new ArchiveCoverageResponse(
            call.By == FacetName.Source ? shown : [],
            call.By == FacetName.Issuer ? shown : [],
            end < all ? CursorText.WriteShown(end, SearchFingerprint.Of(call)) : null,
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

    /// <summary>Sources are few: all are read, and then those to show are picked.</summary>
    private async Task<(IReadOnlyList<HoldingsResponse> Shown, int All)> AllAsync(
        CoverageCall call, AnswerDeadline deadline, CancellationToken cancellationToken)
    {
        var all = await HoldingsAsync(call.By, call.Filters, captures: true, deadline.Left, cancellationToken);
        var rows = Sorted(all.Select(holdings => Write(call.By, holdings, call.Filters)));
        return ([.. rows.Skip(call.Offset).Take(call.Size)], rows.Count);
    }

    /// <summary>Issuers are many, and most of their dates nobody would see: first who has the most, then the dates of those.</summary>
    private async Task<(IReadOnlyList<HoldingsResponse> Shown, int All)> MostAsync(
        CoverageCall call, AnswerDeadline deadline, CancellationToken cancellationToken)
    {
        var within = await CountAsync(call.By, call.Filters, deadline, cancellationToken);
        var ever = call.Filters is { From: null, To: null }
            ? within
            : await CountAsync(call.By, AnyTime(call.Filters), deadline, cancellationToken);
        var counts = within.ToDictionary(held => held.Value ?? FilterReader.None, held => held.Statements, StringComparer.Ordinal);
        var values = ever.Select(held => held.Value).Concat(Named(call.By, call.Filters)).Distinct(StringComparer.Ordinal)
            .OrderByDescending(value => counts.GetValueOrDefault(value ?? FilterReader.None))
            .ThenBy(value => value ?? FilterReader.None, StringComparer.Ordinal)
            .ToList();
        string?[] shown = [.. values.Skip(call.Offset).Take(call.Size)];
        if (shown.Length == 0)
        {
            return ([], values.Count);
        }

        var filters = call.Filters with { Issuer = call.Filters.Issuer with { Included = [.. shown] } };
        var held = await HoldingsAsync(call.By, filters, captures: true, deadline.Left, cancellationToken);
        return (Sorted(held.Select(holdings => Write(call.By, holdings, call.Filters))), values.Count);
    }

    private static List<HoldingsResponse> Sorted(IEnumerable<HoldingsResponse> rows) =>
    [
        .. rows.OrderByDescending(row => row.Statements).ThenBy(row => row.Source ?? row.Issuer, StringComparer.Ordinal),
    ];

    private Task<IReadOnlyList<Holdings>> CountAsync(
        FacetName by, SearchFilters filters, AnswerDeadline deadline, CancellationToken cancellationToken) =>
        counting.CountHoldingsAsync(
            new HoldingsRequest { By = by, Filters = filters, Dates = false, Budget = deadline.Left }, cancellationToken);

    /// <summary>
    /// Whatever the range: only all dates tell what is usual. Sources that were named are there, even without statements.
    /// </summary>
    private async Task<IReadOnlyList<Holdings>> HoldingsAsync(
        FacetName by, SearchFilters filters, bool captures, TimeSpan budget, CancellationToken cancellationToken)
    {
        var request = new HoldingsRequest { By = by, Filters = AnyTime(filters), Captures = captures, Budget = budget };
        var held = await counting.CountHoldingsAsync(request, cancellationToken);
        var values = held.Select(holdings => holdings.Value).ToHashSet(StringComparer.Ordinal);
        return [.. held, .. Named(by, filters).Where(value => !values.Contains(value)).Select(value => new Holdings(value, 0, []))];
    }

    private static SearchFilters AnyTime(SearchFilters filters) => filters with { From = null, To = null };

    private static IEnumerable<string> Named(FacetName by, SearchFilters filters) =>
        filters[by].Included.OfType<string>().Where(value => !(by == FacetName.Issuer && IssuerGroups.IsGroup(value)));

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
