using System.Text;
using Search.Service.Responses;

namespace Search.Indexer.Output;

/// <summary>Coverage for people.</summary>
internal static class CoverageText
{
    public static string Of(ArchiveCoverageResponse coverage)
    {
        var text = new StringBuilder();
        foreach (var row in coverage.Sources.Concat(coverage.Issuers))
        {
            Append(text, row);
        }

        return text.Length == 0
            ? "The archive holds nothing for these filters."
            : (coverage.Next is null ? text : text.Line($"More: the same with --cursor {coverage.Next}")).ToString().TrimEnd();
    }

    private static void Append(StringBuilder text, HoldingsResponse row)
    {
        var dates = row.First is null ? "no dates" : $"{row.First} to {row.Last}";
        text.Line($"{SafeText.Of(row.Source ?? row.Issuer ?? string.Empty)}: {row.Statements:N0} statements, {dates}");
        if (row.FirstCaptured is { } captured)
        {
            text.Line($"  captured {captured:yyyy-MM-dd} to {row.LastCaptured:yyyy-MM-dd}");
        }

        if (row.Undated + row.LessExact > 0)
        {
            text.Line($"  in no month: {row.Undated:N0} without a date, {row.LessExact:N0} known by year only");
        }

        foreach (var year in row.Months.GroupBy(month => month.Month[..4]))
        {
            var counts = year.ToDictionary(month => month.Month[5..], month => month.Count);
            var cells = Enumerable.Range(1, 12).Select(month => $"{counts.GetValueOrDefault($"{month:00}"),7:N0}");
            text.Line($"  {year.Key} {string.Concat(cells)}");
        }

        foreach (var gap in row.Gaps)
        {
            var usual = gap.Usual is { } days ? $" (usually {days:N0})" : string.Empty;
            text.Line($"  gap  {gap.From:yyyy-MM-dd} to {gap.To:yyyy-MM-dd}, {gap.Days:N0} days{usual}");
        }

        text.Line();
    }
}
