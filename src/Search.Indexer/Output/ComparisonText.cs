using System.Text;
using Search.Service.Responses;

namespace Search.Indexer.Output;

/// <summary>Issuers compared for people.</summary>
internal static class ComparisonText
{
    /// <param name="printer">Marks what matched.</param>
    public static string Of(ComparisonResponse comparison, PagePrinter printer)
    {
        var text = new StringBuilder();
        foreach (var (query, index) in comparison.Queries.Select((query, index) => (query, index)))
        {
            text.Line($"{index + 1}: {query.Total:N0} statements: {SafeText.Of(query.Explained)}");
        }

        foreach (var issuer in comparison.Issuers)
        {
            text.Line().Line($"{SafeText.Of(issuer.Label)}: {issuer.Statements:N0} statements");
            foreach (var (use, index) in issuer.Queries.Select((use, index) => (use, index)))
            {
                var dates = use.First is null ? string.Empty : $"  {use.First.Issued} to {use.Last?.Issued}";
                text.Line($"  {index + 1}: {use.Count,7:N0}  {UsesText.Share(use.Share),8}{dates}");
                if (use.Snippet is { } snippet)
                {
                    text.Line($"     {printer.Mark(snippet.Text, snippet.Marks)}");
                }
            }
        }

        return text.ToString().TrimEnd();
    }
}
