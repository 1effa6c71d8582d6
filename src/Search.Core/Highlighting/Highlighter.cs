using Search.Core.Analysis;
using Search.Core.Matching;
using Search.Core.Statements;

namespace Search.Core.Highlighting;

/// <summary>Finds what a query matched in a statement's own text. One instance serves one query on one thread.</summary>
public sealed class Highlighter
{
    private readonly MatchNode _query;
    private readonly TextAnalyzer _analyzer;

    public Highlighter(MatchNode query, TextAnalyzer analyzer)
    {
        _query = query;
        _analyzer = analyzer;
    }

    /// <summary>Marks the title and picks the best passages of the body; without a match in it the body's beginning.</summary>
    public Highlights Highlight(Statement statement) => throw new NotSupportedException($"{_query} {_analyzer.GetType()}");

    /// <summary>Every mark in one whole text, the title or the body.</summary>
    public IReadOnlyList<Mark> MarkAll(Statement statement, TextScope scope) => throw new NotSupportedException($"{_query} {_analyzer.GetType()}");
}
