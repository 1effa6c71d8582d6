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
        var months = Counts(parts).Select(month => month.Key).ToList();
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
        var parts = PageReader.HistogramParts(answer.Counts);
        var months = Counts(parts);
        var undated = PageAggregations.Without(answer.Counts, PageAggregations.Histogram, months.Sum(month => month.Value));

        // Months go into their years by their first days.
        return HistogramPlanner.Build(
            DatesOnPage(request, answer) ?? ByPrecision(IsIn(rest) ? Counts(rest) : months, LessExact(parts)), undated);
    }

    /// <summary>Hits that bear a month or year only, by it.</summary>
    private static List<KeyValuePair<IssueDate, long>> LessExact(AnswerParts parts) =>
    [
        .. from precision in DatePrecisions.LessExact
           let counted = parts.Find(PageAggregations.LessExact(precision))
           where counted is { Count: > 0 }
           from entry in Counts(counted.Parts)
           select KeyValuePair.Create(IssueDate.Around(entry.Key, precision), entry.Value),
    ];

    /// <summary>
    /// The less exact ones are taken out of where their first days counted them, if they are still there: the archive may have been
    /// written to between two answers.
    /// </summary>
    private static IReadOnlyList<KeyValuePair<IssueDate, long>> ByPrecision(
        IReadOnlyList<KeyValuePair<DateOnly, long>> all, List<KeyValuePair<IssueDate, long>> lessExact)
    {
        var days = all.ToDictionary(entry => entry.Key, entry => entry.Value);
        foreach (var (date, count) in lessExact)
        {
            days[date.First] = days.GetValueOrDefault(date.First) - count;
        }

        var exact = days.Where(entry => entry.Value > 0).Select(entry => KeyValuePair.Create<IssueDate, long>(entry.Key, entry.Value));
        return [.. exact, .. lessExact];
    }

    private static bool IsIn([NotNullWhen(true)] AnswerParts? parts) =>
        parts?.Find(PageAggregations.Values(PageAggregations.Histogram)) is not null;

    private static IReadOnlyList<KeyValuePair<DateOnly, long>> Counts(AnswerParts parts) =>
        parts[PageAggregations.Values(PageAggregations.Histogram)].Dates;
}
