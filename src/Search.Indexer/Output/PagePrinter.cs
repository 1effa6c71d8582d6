using System.Text;
using Search.Archive.Highlighting;
using Search.Service.Responses;

namespace Search.Indexer.Output;

/// <summary>A page of a search for people: what matched is bold on a terminal and «so» elsewhere.</summary>
internal sealed class PagePrinter(TextWriter output, bool terminal)
{
    private const string Bold = "\u001b[1m";
    private const string Plain = "\u001b[22m";

    public async Task WriteAsync(SearchPageResponse page)
    {
        await output.WriteLineAsync(Heading(page));
        foreach (var level in page.Ladder)
        {
            await output.WriteLineAsync($"  {level.Level,-10} {level.Count,8:N0}");
        }

        foreach (var hit in page.Hits)
        {
            await WriteAsync(hit);
        }

        if (page.Collapsed is { } collapsed)
        {
            await output.WriteLineAsync(
                $"\n{collapsed.Hidden:N0} hits are not shown, for each is the same text as one that is. {collapsed.Note}");
        }

        if (page.Next is not null)
        {
            await output.WriteLineAsync($"\nMore: the same with --cursor {page.Next}");
        }
    }

    /// <summary>The text with its marks.</summary>
    internal string Mark(string text, IReadOnlyList<Mark> marks)
    {
        var (open, close) = terminal ? (Bold, Plain) : ("«", "»");
        var result = new StringBuilder();
        var position = 0;
        foreach (var mark in marks)
        {
            result.Append(SafeText.Of(text[position..mark.Start]));
            result.Append(open);
            result.Append(SafeText.Of(text.Substring(mark.Start, mark.Length)));
            result.Append(close);
            position = mark.Start + mark.Length;
        }

        result.Append(SafeText.Of(text[position..]));
        return result.ToString();
    }

    private static string Heading(SearchPageResponse page)
    {
        var total = $"{page.Total.Value:N0} statements{(page.Total.Exact ? string.Empty : " at least; the time was up")}";
        var heading = page.Query.Text.Length == 0 ? total : $"{total}: {page.Query.Explained}";
        return page.Coverage is { } coverage
            ? $"{heading}\nUnder the same filters, and what restricts the query, the archive holds "
                + $"{coverage.Statements:N0} statements, whatever they say."
                + string.Concat(coverage.Gaps.Select(Describe))
            : heading;
    }

    private static string Describe(GapResponse gap) =>
        $"\nNothing of {SafeText.Of(gap.Source ?? string.Empty)} from {gap.From:yyyy-MM-dd} to {gap.To:yyyy-MM-dd}.";

    private async Task WriteAsync(HitResponse hit)
    {
        await output.WriteLineAsync();
        await output.WriteLineAsync(Mark(hit.Title, hit.TitleMarks));
        await output.WriteLineAsync(Mark(
            $"  {hit.Issued?.ToString() ?? "no date"} · {hit.Issuer?.Name ?? "no issuer"} · {hit.Source} · {hit.Id}", []));
        foreach (var snippet in hit.Snippets)
        {
            await output.WriteLineAsync($"  {Mark(snippet.Text, snippet.Marks)}");
        }

        if (hit.Siblings is > 0 and var siblings)
        {
            await output.WriteLineAsync($"  The same text in {siblings:N0} more: search siblings {hit.Id}");
        }

        if (hit.Url is { } url)
        {
            await output.WriteLineAsync(Mark($"  {url}", []));
        }
    }
}
