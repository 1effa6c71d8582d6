using System.Text;
using Search.Service.Responses;

namespace Search.Indexer.Output;

/// <summary>A frozen result for people.</summary>
internal static class FrozenSearchText
{
    public static string Of(FrozenSearchResponse frozen)
    {
        var text = new StringBuilder();
        text.Line($"Hash        {frozen.Hash}")
            .Line($"Statements  {frozen.Total:N0}: {SafeText.Of(frozen.Explained)}")
            .Line($"Frozen      {frozen.Created:yyyy-MM-dd HH:mm:ss} UTC, archive {frozen.Generation}, version {frozen.Version}");
        if (frozen.Since is not { } since)
        {
            return text.ToString().TrimEnd();
        }

        text.Line($"Now         {since.Total:N0} statements, archive {since.Generation}: {since.Added.Count:N0} added, "
            + $"{since.Gone.Count:N0} gone, {since.Changed.Count:N0} with another text, {since.Revised:N0} understood otherwise");
        foreach (var (mark, statements) in ((string, IEnumerable<string>)[])[
            ("added", since.Added.Select(UsesText.Of)), ("gone", since.Gone), ("changed", since.Changed.Select(UsesText.Of))])
        {
            foreach (var statement in statements)
            {
                text.Line($"  {mark,-7}  {statement}");
            }
        }

        return text.ToString().TrimEnd();
    }
}
