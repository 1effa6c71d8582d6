using System.Runtime.InteropServices;
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
    private readonly List<Token> _bodyTokens = [];
    private readonly List<MatchSpan> _spans = [];
    private readonly List<int> _starts = [];

    public Highlighter(MatchNode query, TextAnalyzer analyzer)
        : this(query, analyzer, HighlightOptions.Default)
    {
    }

    public Highlighter(MatchNode query, TextAnalyzer analyzer, HighlightOptions options)
    {
        _parts = QueryPart.Of(query);
        _analyzer = analyzer;
        _initials = QueryInitials.Of(query);
        _options = options;
        _picker = new SnippetPicker(options);
        _canStopEarly = _parts.Any(part => part.LooksInto(TextScope.Body)) && _parts.All(part => part.Guards.Count == 0);
    }

    /// <summary>Marks the title and picks the best passages of the body; without a match in it the body's beginning.</summary>
    public Highlights Highlight(Statement statement)
    {
        var analyzed = new AnalyzedStatement(statement, _analyzer, _bodyTokens, _initials);
        var titleMarks = MarkAll(analyzed, TextScope.Title);
        var body = PassagesFromBeginning(statement) ?? PassagesFromAll(analyzed);
        return new Highlights(titleMarks, body);
    }

    /// <summary>Every mark in one whole text, the title or the body.</summary>
    public IReadOnlyList<Mark> MarkAll(Statement statement, TextScope scope) =>
        scope is TextScope.Title or TextScope.Body
            ? MarkAll(new AnalyzedStatement(statement, _analyzer, _bodyTokens, _initials), scope)
            : throw new ArgumentOutOfRangeException(nameof(scope), scope, "Marks belong to one text: the title or the body.");

    private IReadOnlyList<Snippet> PassagesFromAll(AnalyzedStatement statement)
    {
        CollectSpans(statement, TextScope.Body);
        return _picker.Pick(statement.Statement.Body, CollectionsMarshal.AsSpan(_spans));
    }

    /// <summary>
    /// The passages of a long body's beginning, when every part of the query occurs there; else null. What follows could
    /// only have denser ones: not worth the reading, which a page of twenty long speeches would feel.
    /// </summary>
    private IReadOnlyList<Snippet>? PassagesFromBeginning(Statement statement)
    {
        var end = statement.Body.Length < LongBody || !_canStopEarly ? -1 : statement.Body.IndexOf("\n\n", Beginning, StringComparison.Ordinal);
        if (end < 0 || end > LongBody)
        {
            return null;
        }

        var beginning = statement with { Body = statement.Body[..end] };
        CollectSpans(new AnalyzedStatement(beginning, _analyzer, _bodyTokens, _initials), TextScope.Body);
        var parts = _parts.Where(part => part.LooksInto(TextScope.Body));
        return parts.All(part => _spans.Exists(span => span.Term == part.Term))
            ? _picker.Pick(beginning.Body, CollectionsMarshal.AsSpan(_spans))
            : null;
    }

    private IReadOnlyList<Mark> MarkAll(AnalyzedStatement statement, TextScope scope)
    {
        CollectSpans(statement, scope);
        return MatchSpan.ToMarks(CollectionsMarshal.AsSpan(_spans), 0, int.MaxValue);
    }

    /// <summary>Fills the list of spans with what matched in one text, sorted.</summary>
    private void CollectSpans(AnalyzedStatement statement, TextScope scope)
    {
        _spans.Clear();
        foreach (var part in _parts)
        {
            if (part.LooksInto(scope) && Holds(part.Guards, statement))
            {
                AddSpans(part, scope == TextScope.Title ? statement.Title : statement.Body, statement.IsStemmed);
            }
        }

        _spans.Sort(MatchSpan.ByPlace);
    }

    private bool Holds(IReadOnlyList<MatchNode> guards, AnalyzedStatement statement)
    {
        foreach (var guard in guards)
        {
            if (!MatchEvaluator.Matches(guard, statement, _options.CountryKinds))
            {
                return false;
            }
        }

        return true;
    }

    private void AddSpans(QueryPart part, List<Token> text, bool stemmed)
    {
        switch (part.Node)
        {
            case PhraseMatch phrase:
                PhraseFinder.Find(phrase.Slots, text, stemmed, _starts);
                AddSpans(_starts, phrase.Slots.Count, part.Term, text);
                break;
            case ProximityMatch proximity:
                var positions = PhraseFinder.FindEach(proximity.Phrases, text, stemmed);
                var members = ProximityFinder.Members(positions, proximity.Distance, proximity.Ordered);
                for (var index = 0; index < members.Count; index++)
                {
                    AddSpans(members[index], positions[index].Length, part.Term + index, text);
                }

                break;
            default:
                throw new InvalidOperationException($"{part.Node.GetType()} marks nothing.");
        }
    }

    private void AddSpans(IReadOnlyCollection<int> starts, int length, int term, List<Token> text)
    {
        foreach (var start in starts)
        {
            var last = text[start + length - 1];
            _spans.Add(new MatchSpan(text[start].Start, last.Start + last.Length, term));
        }
    }
}
