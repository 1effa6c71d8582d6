using System.Text;
using Search.Service.Responses;

namespace Search.Indexer.Output;

/// <summary>Lines in context for people: the occurrences stand below each other.</summary>
internal static class LinesText
{
    private const int Width = 60;

    public static string Of(LinesResponse lines)
    {
        var text = new StringBuilder();
        text.Line($"{lines.Total.Value:N0} statements: {SafeText.Of(lines.Query.Explained)}");
        if (lines.Order.Note is { } note)
        {
            text.Line($"{note}");
        }

        foreach (var line in lines.Lines)
        {
            var left = SafeText.Of(line.Left);
            left = left.Length > Width ? left[^Width..] : left;
            var day = line.Statement.Issued?.ToString() ?? "undated";
            text.Line($"{day,-10}  {left,Width}{SafeText.Of(line.Mark)}{SafeText.Of(line.Right)}");
            text.Line($"            {SafeText.Of(line.Statement.Issuer?.Name ?? line.Statement.Source)} · {line.Statement.Id}");
        }

        if (lines.Next is not null)
        {
            text.Line($"More: the same with --cursor {lines.Next}");
        }

        return text.ToString().TrimEnd();
    }
}
