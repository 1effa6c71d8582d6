using Search.Archive.Matching;
using Search.Core.Analysis;
using Search.Core.Statements;

namespace Search.Archive.Highlighting;

/// <summary>
/// Finds what a query matched in a statement's own text. One instance serves one query on one thread. Both engines use
/// it, so that marks and passages are the same on both (docs/decisions/0030).
/// </summary>
/// <remarks>
/// A phrase is one mark from its first word to its last; of a proximity each phrase is marked by itself, wherever it
/// belongs to a clump that is near enough; what is negated marks nothing, and of alternatives only those mark that match.
/// </remarks>
public sealed class Highlighter
{
    /// <summary>What marking a page may take beyond the search's budget: a search that used it up still has hits to show.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(150);

    /// <summary>Longer bodies are read to their end only when their beginning lacks a part of the query.</summary>
    private const int LongBody = 24_000;

    /// <summary>How much of a long body is its beginning, up to the next blank line.</summary>
    private const int Beginning = 8_000;

    private readonly IReadOnlyList<QueryPart> _parts;
    private readonly TextAnalyzer _analyzer;
    private readonly WordInitials _initials;
    private readonly HighlightOptions _options;
    private readonly SnippetPicker _picker;
    private readonly bool _canStopEarly;
    private readonly MatchWork _work;
    private readonly SpanCollector _spans;
    private readonly Dictionary<MatchNode, bool> _guards = new(ReferenceEqualityComparer.Instance);
    private readonly List<Token> _bodyTokens = [];

    public Highlighter(MatchNode query, TextAnalyzer analyzer)
        : this(query, analyzer, HighlightOptions.Default)
    {
    }

    public Highlighter(MatchNode query, TextAnalyzer analyzer, HighlightOptions options)
        : this(query, analyzer, options, new MatchWork())
    {
    }

    /// <param name="query">What to mark.</param>
    /// <param name="analyzer">Belongs to the same thread.</param>
    /// <param name="options">How much of a body to show.</param>
    /// <param name="work">Counts the work, and may end it.</param>
    public Highlighter(MatchNode query, TextAnalyzer analyzer, HighlightOptions options, MatchWork work)
    {
        _work = work;
        _spans = new SpanCollector(work);
        _parts = QueryPart.Of(query);
        _analyzer = analyzer;
        _initials = QueryInitials.Of(query);
        _options = options;
        _picker = new SnippetPicker(options);
        _canStopEarly = _parts.Any(part => part.LooksInto(TextScope.Body)) && _parts.All(part => part.Guards.Count == 0);
    }

    /// <summary>Marks the title and picks the best passages of the body; without a match in it the body's beginning.</summary>
    /// <exception cref="QueryTooCostlyException">Too many phrases of a proximity overlap in the statement, or the time is over.</exception>
    public Highlights Highlight(Statement statement)
    {
        _work.Check();
        var analyzed = Analyzed(statement);
        var titleMarks = MarkAll(analyzed, TextScope.Title);
        return PassagesFromBeginning(statement) is { } passages
            ? new Highlights(titleMarks, passages)
            : new Highlights(titleMarks, PassagesFromAll(analyzed)) { Occurrences = titleMarks.Count + MarksOfBody() };
    }

    /// <summary>Of the spans that passages were picked from; null where there were so many that not all were collected.</summary>
    private int? MarksOfBody() => _spans.Spans.Length < SnippetPicker.MaxCandidates
        ? MatchSpan.ToMarks(_spans.Spans, 0, int.MaxValue).Count
        : null;

    /// <summary>Every mark in one whole text, the title or the body.</summary>
    /// <exception cref="QueryTooCostlyException">Too many phrases of a proximity overlap in the statement, or the time is over.</exception>
    public IReadOnlyList<Mark> MarkAll(Statement statement, TextScope scope) =>
        scope is TextScope.Title or TextScope.Body
            ? MarkAll(Analyzed(statement), scope)
            : throw new ArgumentOutOfRangeException(nameof(scope), scope, "Marks belong to one text: the title or the body.");

    private IReadOnlyList<Snippet> PassagesFromAll(AnalyzedStatement statement)
    {
        CollectSpans(statement);
        return _picker.Pick(statement.Statement.Body, _spans.Spans);
    }

    /// <summary>
    /// The passages of a long body's beginning, when every part of the query occurs there; else null. What follows could
    /// only have denser ones: not worth the reading, which a page of twenty long speeches would feel.
    /// </summary>
    private IReadOnlyList<Snippet>? PassagesFromBeginning(Statement statement)
    {
        var end = statement.Body.Length < LongBody || !_canStopEarly
            ? -1
            : statement.Body.IndexOf("\n\n", Beginning, StringComparison.Ordinal);
        if (end < 0 || end > LongBody)
        {
            return null;
        }

        var beginning = statement with { Body = statement.Body[..end] };
        CollectSpans(new AnalyzedStatement(beginning, _analyzer, _bodyTokens, _initials));
        var parts = _parts.Where(part => part.LooksInto(TextScope.Body));
        return parts.All(part => _spans.Has(part.Term))
            ? _picker.Pick(beginning.Body, _spans.Spans)
            : null;
    }

    private AnalyzedStatement Analyzed(Statement statement)
    {
        _guards.Clear();
        return new AnalyzedStatement(statement, _analyzer, _bodyTokens, _initials);
    }

    private IReadOnlyList<Mark> MarkAll(AnalyzedStatement statement, TextScope scope)
    {
        _spans.Clear();
        foreach (var part in Marking(statement, scope))
        {
            _spans.AddMarks(part, scope == TextScope.Title ? statement.Title : statement.Body, statement.IsStemmed);
        }

        _spans.Sort();
        return MatchSpan.ToMarks(_spans.Spans, 0, int.MaxValue);
    }

    /// <summary>
    /// Collects what matched in the body and may be in a passage: the picker looks at the first spans of all parts together, which
    /// are among the first of each, and a passage with the last of them ends within its length.
    /// </summary>
    private void CollectSpans(AnalyzedStatement statement)
    {
        _spans.Clear();
        foreach (var part in Marking(statement, TextScope.Body))
        {
            _spans.AddFirst(part, statement.Body, statement.IsStemmed, SnippetPicker.MaxCandidates, 2 * _options.MaxLength);
        }

        _spans.Sort();
    }

    /// <summary>The parts that mark a text of this statement.</summary>
    private IEnumerable<QueryPart> Marking(AnalyzedStatement statement, TextScope scope) =>
        _parts.Where(part => part.LooksInto(scope) && part.Guards.All(guard => Holds(guard, statement)));

    /// <summary>Each alternative is judged once for a statement: a large one guards many parts.</summary>
    private bool Holds(MatchNode guard, AnalyzedStatement statement)
    {
        if (!_guards.TryGetValue(guard, out var holds))
        {
            holds = MatchEvaluator.Matches(guard, statement, _options.CountryKinds, _work);
            _guards.Add(guard, holds);
        }

        return holds;
    }
}
