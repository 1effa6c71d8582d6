using System.Diagnostics.CodeAnalysis;
using Search.Archive.Searching;
using Search.Core.Statements;
using Search.Elasticsearch.Answers;
using Search.Elasticsearch.Documents;

namespace Search.Elasticsearch.Searching;

/// <summary>Hits over time from an answer's aggregations.</summary>
internal static class HistogramReader
{
    /// <summary>
    /// Whether hits may lie so close together that they are shown by day. Months tell the first and the last day only roughly;
    /// counts by day tell them exactly, and are right whatever is shown.
    /// </summary>
    public static bool MayBeDays(AnswerParts parts)
    {
        var months = Months(parts).Select(month => month.First).ToList();
        return months.Count > 0
            && HistogramPlanner.IntervalFor(months.Min().AddMonths(1).AddDays(-1), months.Max()) == HistogramInterval.Day;
    }

    /// <summary>The hits by date where all of them are on the page, so that nobody need be asked; else null.</summary>
    public static IReadOnlyList<KeyValuePair<IssueDate, long>>? DatesOnPage(SearchRequest request, PageAnswer answer) =>
        answer.Hits.Count == answer.Total && request.Filters is { From: null, To: null }
            ? [
                .. answer.Hits.Select(hit => hit.Statement.Issued)
                    .OfType<IssueDate>()
                    .Select(date => KeyValuePair.Create(date, 1L)),
            ]
            : null;

    /// <param name="request">The page's.</param>
    /// <param name="answer">The answer with the page.</param>
    /// <param name="rest">What was asked for besides, perhaps with the histogram by day.</param>
    public static DateHistogram Read(SearchRequest request, PageAnswer answer, AnswerParts? rest)
    {
        var months = Months(PageReader.HistogramParts(answer.Counts));
        var undated = PageAggregations.Without(answer.Counts, PageAggregations.Histogram, months.Sum(month => month.Count));
        return HistogramPlanner.Build(DatesOnPage(request, answer) ?? Dates(months, rest), undated);
    }

    /// <summary>By day where they were asked for so, else by the first days of their months.</summary>
    private static IReadOnlyList<KeyValuePair<IssueDate, long>> Dates(IReadOnlyList<MonthCount> months, AnswerParts? rest)
    {
        var lessExact = months.Where(month => month.Precision != DatePrecision.Day)
            .Select(month => KeyValuePair.Create(IssueDate.Around(month.First, month.Precision), month.Count))
            .ToList();
        var exact = IsIn(rest)
            ? Days(rest, lessExact)
            : months.Where(month => month.Precision == DatePrecision.Day)
                .Select(month => KeyValuePair.Create<IssueDate, long>(month.First, month.Count));
        return [.. exact, .. lessExact];
    }

    /// <summary>
    /// A month or year is kept as its first day. It is taken out of where that day counted it, if it is still there: the archive may
    /// have been written to between two answers.
    /// </summary>
    private static IEnumerable<KeyValuePair<IssueDate, long>> Days(AnswerParts rest, List<KeyValuePair<IssueDate, long>> lessExact)
    {
        var days = rest[PageAggregations.Values(PageAggregations.Histogram)].Dates.ToDictionary(day => day.Key, day => day.Value);
        foreach (var (date, count) in lessExact)
        {
            days[date.First] = days.GetValueOrDefault(date.First) - count;
        }

        return days.Where(day => day.Value > 0).Select(day => KeyValuePair.Create<IssueDate, long>(day.Key, day.Value));
    }

    private static bool IsIn([NotNullWhen(true)] AnswerParts? parts) =>
        parts?.Find(PageAggregations.Values(PageAggregations.Histogram)) is not null;

    private static IReadOnlyList<MonthCount> Months(AnswerParts parts) =>
    [
        .. from month in parts[PageAggregations.Values(PageAggregations.Histogram)].Values
           let read = IssuedMonths.Read(month.Key)
           select new MonthCount(read.First, read.Precision, month.Value),
    ];

    private readonly record struct MonthCount(DateOnly First, DatePrecision Precision, long Count);
}
