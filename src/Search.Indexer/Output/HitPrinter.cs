using System.Text;
using Search.Core.Highlighting;
using Search.Core.Searching;

namespace Search.Indexer.Output;

/// <summary>A page of hits for people: what matched is bold on a terminal and «quoted» elsewhere.</summary>
internal static class HitPrinter
{
    private const string Bold = "\u001b[1m";
    private const string Plain = "\u001b[22m";

    public static async Task WriteAsync(TextWriter output, SearchPage page, bool terminal)
    {
        await output.WriteLineAsync($"{page.Total:N0} statements{(page.Complete ? string.Empty : " at least; the time was up")}");
        foreach (var hit in page.Hits)
        {
            var statement = hit.Statement;
            await output.WriteLineAsync();
            await output.WriteLineAsync(Mark(statement.Title, hit.Highlights.TitleMarks, terminal));
            await output.WriteLineAsync(
                $"  {statement.Issued?.ToString("yyyy-MM-dd") ?? "no date"} · {statement.Issuer?.Name ?? statement.Source} · {statement.Id}");
            foreach (var snippet in hit.Highlights.Snippets)
            {
                await output.WriteLineAsync($"  {Mark(snippet.Text.ReplaceLineEndings(" "), snippet.Marks, terminal)}");
            }
        }
    }

    /// <summary>Control characters of stored text are left out: a terminal would obey them.</summary>
    internal static string Mark(string text, IReadOnlyList<Mark> marks, bool terminal)
    {
        var (open, close) = terminal ? (Bold, Plain) : ("«", "»");
        var result = new StringBuilder();
        var position = 0;
        foreach (var mark in marks)
        {
            Append(result, text.AsSpan(position, mark.Start - position));
            result.Append(open);
            Append(result, text.AsSpan(mark.Start, mark.Length));
            result.Append(close);
            position = mark.Start + mark.Length;
        }

        Append(result, text.AsSpan(position));
        return result.ToString();
    }

    private static void Append(StringBuilder result, ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            result.Append(char.IsControl(character) ? ' ' : character);
        }
    }
}
