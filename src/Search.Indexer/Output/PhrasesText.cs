using System.Text;
using Search.Service.Responses;

namespace Search.Indexer.Output;

/// <summary>A phrase's fillers for people.</summary>
internal static class PhrasesText
{
    public static string Of(PhrasesResponse phrases)
    {
        var text = new StringBuilder();
        text.Line($"{phrases.Total.Value:N0} statements with {SafeText.Of(phrases.Phrase)}, {phrases.Occurrences:N0} times");
        foreach (var filler in phrases.Fillers)
        {
            var dates = filler.First is null ? "no date" : $"{filler.First.Issued} to {filler.Last?.Issued}";
            text.Line($"  {filler.Count,7:N0}  {UsesText.Share(filler.Share),8}  {dates,-24}  {SafeText.Of(filler.Text)}");
            text.Line($"           {SafeText.Of(filler.Example.Text.ReplaceLineEndings(" "))} · {filler.Example.Statement}");
        }

        if (phrases.Next is not null)
        {
            text.Line($"{phrases.Other:N0} more: the same with --cursor {phrases.Next}");
        }

        return text.ToString().TrimEnd();
    }
}
