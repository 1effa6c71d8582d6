using System.Buffers;
using Search.Reading.Text;

namespace Search.Reading.Drafts;

/// <summary>The title that a lead quotes: released a press statement titled "…".</summary>
internal static class Headlines
{
    private const int FewestWords = 4;
    private const int MostCharacters = 300;
    private const int Window = 60;

    private static readonly SearchValues<string> s_introductions = SearchValues.Create(
        [.. EmbeddedTable.Rows("Drafts.introductions.txt")
            .SelectMany(row => row[(row.IndexOf(' ', StringComparison.Ordinal) + 1)..].Split('|'))],
        StringComparison.OrdinalIgnoreCase);

    public static string? Find(string title, string lead)
    {
        var end = lead.IndexOf('\n', StringComparison.Ordinal);
        var first = end < 0 ? lead : lead[..end];
        for (var index = first.IndexOfAny(['"', '“', '«', '「', '《']); index >= 0 && index < first.Length - 1;)
        {
            var close = first.IndexOf(Closing(first[index]), index + 1);
            if (close < 0)
            {
                return null;
            }

            var quoted = first[(index + 1)..close].Trim();
            if (IsIntroduced(first, index) && IsTitle(quoted) && quoted != title)
            {
                return quoted;
            }

            var next = first.AsSpan(close + 1).IndexOfAny(['"', '“', '«', '「', '《']);
            index = next < 0 ? -1 : close + 1 + next;
        }

        return null;
    }

    private static char Closing(char open) => open switch { '“' => '”', '«' => '»', '「' => '」', '《' => '》', _ => '"' };

    private static bool IsIntroduced(string text, int quote) =>
        text.AsSpan(Math.Max(0, quote - Window), Math.Min(quote, Window)).ContainsAny(s_introductions);

    private static bool IsTitle(string quoted) =>
        quoted.Length is > 0 and <= MostCharacters
        && (quoted.Count(character => character == ' ') + 1 >= FewestWords || (quoted[0] >= 0x3000 && quoted.Length >= 6));
}
