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
        var words = Counted(parts).Values.Select(month => month.Key).ToList();
        return words.Count > 0
            && HistogramPlanner.IntervalFor(
                IssueDate.Around(First(words.Min(StringComparer.Ordinal)), DatePrecision.Month).Last,
                First(words.Max(StringComparer.Ordinal))) == HistogramInterval.Day;

        static DateOnly First(string? word) => IssuedMonths.Read(word!).First;
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
        var months = Counted(PageReader.HistogramParts(answer.Counts)).Values
            .Select(month => KeyValuePair.Create(IssuedMonths.Read(month.Key), month.Value))
            .ToList();
        var undated = PageAggregations.Without(answer.Counts, PageAggregations.Histogram, months.Sum(month => month.Value));
        return HistogramPlanner.Build(DatesOnPage(request, answer) ?? (IsIn(rest) ? ByDay(months, rest) : months), undated);
    }

    /// <summary>
    /// A month or year is kept as its first day. It is taken out of where that day counted it, if it is still there: the archive may
    /// have been written to between two answers.
    /// </summary>
    private static IReadOnlyList<KeyValuePair<IssueDate, long>> ByDay(List<KeyValuePair<IssueDate, long>> months, AnswerParts rest)
    {
        var lessExact = months.Where(month => month.Key.Precision != DatePrecision.Day).ToList();
        var days = Counted(rest).Dates.ToDictionary(day => day.Key, day => day.Value);
        foreach (var (date, count) in lessExact)
        {
            days[date.First] = days.GetValueOrDefault(date.First) - count;
        }

        var exact = days.Where(day => day.Value > 0).Select(day => KeyValuePair.Create<IssueDate, long>(day.Key, day.Value));
        return [.. exact, .. lessExact];
    }

    private static bool IsIn([NotNullWhen(true)] AnswerParts? parts) =>
        parts?.Find(PageAggregations.Values(PageAggregations.Histogram)) is not null;

    private static AnswerPart Counted(AnswerParts parts) => parts[PageAggregations.Values(PageAggregations.Histogram)];
}
