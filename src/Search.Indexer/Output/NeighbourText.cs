using System.Text;
using Search.Service.Responses;

namespace Search.Indexer.Output;

/// <summary>What a statement has in common with others, for people.</summary>
internal static class NeighbourText
{
    public static string Of(NoveltyResponse novelty)
    {
        var text = new StringBuilder();
        text.Line($"{novelty.NewWords:N0} of {novelty.Words:N0} words are new ({UsesText.Share(novelty.NewShare)})");
        if (novelty.Partial)
        {
            text.Line($"Only {novelty.Compared:N0} statements were compared: there may be more, and earlier ones.");
        }

        foreach (var span in novelty.Spans)
        {
            text.Line(
                $"  {span.Field} {span.Start}+{span.Length}, {span.Words} words, {span.Uses:N0} earlier, "
                + $"first {UsesText.Of(span.Earliest)}");
        }

        if (novelty.Undecided.Count > 0)
        {
            text.Line().Line("Of the same day or undated, perhaps earlier");
            foreach (var other in novelty.Undecided)
            {
                text.Line($"  {other.Words,5:N0} words  {UsesText.Of(other.Statement)}");
            }
        }

        return text.ToString().TrimEnd();
    }

    public static string Of(SiblingsResponse siblings)
    {
        var text = new StringBuilder().Line($"{siblings.Total:N0} statements are the same text{More(siblings.Partial)}");
        foreach (var sibling in siblings.Siblings)
        {
            text.Line($"  {UsesText.Share(sibling.Resemblance),8}  {UsesText.Of(sibling.Statement)}");
        }

        return text.ToString().TrimEnd();
    }

    public static string Of(SimilarResponse similar)
    {
        var text = new StringBuilder().Line(
            $"Rare words: {SafeText.Of(string.Join(", ", similar.Words.Select(word => $"{word.Text} ({word.Count:N0})")))}");
        text.Line($"{similar.Siblings:N0} siblings left out{More(similar.Partial)}");
        foreach (var other in similar.Similar)
        {
            text.Line($"  {UsesText.Of(other.Statement)}").Line($"      {SafeText.Of(string.Join(", ", other.Words))}");
        }

        return text.ToString().TrimEnd();
    }

    private static string More(bool partial) => partial ? "; not all could be compared" : string.Empty;
}
