using Search.Archive.Highlighting;
using Search.Archive.Matching;
using Search.Core.Analysis;
using Search.Core.Statements;

namespace Search.Archive.Lines;

/// <summary>Reads the lines of one query, statement by statement. What a line is of is what is marked in the statement.</summary>
internal sealed class LineReader(LineRequest request, MatchWork work)
{
    private readonly Highlighter _highlighter = new(
        request.Query,
        new TextAnalyzer(),
        HighlightOptions.Default with { CountryKinds = request.Filters.CountryKinds },
        work);

    /// <summary>All lines in the order of the text, those of the title first.</summary>
    public IReadOnlyList<ContextLine> Read(Statement statement)
    {
        var owner = LineStatement.Of(statement);
        return
        [
            .. Lines(owner, statement.Title, TextScope.Title, _highlighter.MarkAll(statement, TextScope.Title)),
            .. Lines(owner, statement.Body, TextScope.Body, _highlighter.MarkAll(statement, TextScope.Body)),
        ];
    }

    private static IEnumerable<ContextLine> Lines(LineStatement owner, string text, TextScope field, IReadOnlyList<Mark> marks) =>
        marks.Select((mark, index) => new ContextLine(owner, field, mark, index + 1, LineContext.Of(text, mark)));
}
