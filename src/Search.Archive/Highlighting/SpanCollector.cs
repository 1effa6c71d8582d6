using System.Runtime.InteropServices;
using Search.Archive.Matching;
using Search.Core.Analysis;

namespace Search.Archive.Highlighting;

/// <summary>Collects what the parts of a query match in one text, and no more of it than is asked for.</summary>
internal sealed class SpanCollector(MatchWork work)
{
    /// <summary>Spans that are kept apart before those of marks are put together.</summary>
    private const int Apart = 4_096;

    private readonly List<MatchSpan> _spans = [];
    private readonly List<int> _starts = [];
    private int _merged;

    /// <summary>Sorted by place.</summary>
    public ReadOnlySpan<MatchSpan> Spans => CollectionsMarshal.AsSpan(_spans);

    public bool Has(int term) => _spans.Exists(span => span.Term == term);

    public void Clear()
    {
        _spans.Clear();
        _merged = 0;
    }

    /// <summary>Adds so many of a part's first matches, and those that begin within a reach of the last of them.</summary>
    /// <param name="part">The part.</param>
    /// <param name="text">The text's tokens.</param>
    /// <param name="stemmed">Whether the statement is stemmed.</param>
    /// <param name="count">How many.</param>
    /// <param name="reach">UTF-16 units.</param>
    public void AddFirst(QueryPart part, List<Token> text, bool stemmed, int count, int reach)
    {
        var limit = int.MaxValue;
        foreach (var span in Matches(part, text, stemmed))
        {
            if (span.Start > limit)
            {
                break;
            }

            _spans.Add(span);
            limit = --count == 0 ? span.Start + reach : limit;
        }
    }

    /// <summary>
    /// Adds all matches of a part as marks: which part a span comes from is lost, and spans that overlap become one, so that there
    /// are never many more than words.
    /// </summary>
    public void AddMarks(QueryPart part, List<Token> text, bool stemmed)
    {
        var first = _spans.Count;
        foreach (var span in Matches(part, text, stemmed))
        {
            AddMerged(first, span);
        }

        if (_spans.Count > (2 * _merged) + Apart)
        {
            Merge();
        }
    }

    public void Sort() => _spans.Sort(MatchSpan.ByPlace);

    private void Merge()
    {
        Sort();
        var spans = _spans.ToArray();
        _spans.Clear();
        foreach (var span in spans)
        {
            AddMerged(0, span);
        }

        _merged = _spans.Count;
    }

    /// <summary>Spans come by their starts.</summary>
    private void AddMerged(int first, MatchSpan span)
    {
        if (_spans.Count > first && span.Start < _spans[^1].End)
        {
            _spans[^1] = _spans[^1] with { End = Math.Max(_spans[^1].End, span.End) };
        }
        else
        {
            _spans.Add(span);
        }
    }

    /// <summary>The matches of a part by their starts.</summary>
    private IEnumerable<MatchSpan> Matches(QueryPart part, List<Token> text, bool stemmed)
    {
        switch (part.Node)
        {
            case PhraseMatch phrase:
                PhraseFinder.Find(phrase.Slots, text, stemmed, _starts, work);
                return _starts.Select(start => SpanAt(text, start, phrase.Slots.Count, part.Term));
            case ProximityMatch proximity:
                var positions = PhraseFinder.FindEach(proximity.Phrases, text, stemmed, work);
                return ProximityFinder.Members(positions, proximity.Distance, proximity.Ordered, work)
                    .Select(member => SpanAt(text, member.Start, positions[member.Phrase].Length, part.Term + member.Phrase));
            default:
                throw new InvalidOperationException($"{part.Node.GetType()} marks nothing.");
        }
    }

    private static MatchSpan SpanAt(List<Token> text, int start, int length, int term)
    {
        var last = text[start + length - 1];
        return new MatchSpan(text[start].Start, last.Start + last.Length, term);
    }
}
