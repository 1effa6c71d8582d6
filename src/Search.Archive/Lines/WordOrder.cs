using Search.Core.Analysis;

namespace Search.Archive.Lines;

/// <summary>
/// The order of lines by the words beside the occurrence, read away from it: to its left from the last word to the first. Case and
/// accents do not count. Lines with the same words are in the order of statements, the newest first, of one day by their ids.
/// </summary>
internal static class WordOrder
{
    public static IReadOnlyList<ContextLine> Sort(IReadOnlyList<ContextLine> lines, LineSort sort)
    {
        var analyzer = new TextAnalyzer();
        return
        [
            .. lines.Select(line => (Line: line, Words: Words(line, sort, analyzer)))
                .OrderBy(line => line.Words, StringComparer.Ordinal)
                .ThenByDescending(line => line.Line.Statement.Issued?.First.DayNumber ?? int.MinValue)
                .ThenBy(line => line.Line.Statement.Id.Value, StringComparer.Ordinal)
                .Select(line => line.Line),
        ];
    }

    /// <summary>No word has a space, which comes before any letter: so the whole text sorts as its words do, one after the other.</summary>
    private static string Words(ContextLine line, LineSort sort, TextAnalyzer analyzer)
    {
        var words = analyzer.Analyze(sort == LineSort.Left ? line.Context.Left : line.Context.Right).Select(token => token.Forms.Exact);
        return string.Join(' ', sort == LineSort.Left ? words.Reverse() : words);
    }
}
