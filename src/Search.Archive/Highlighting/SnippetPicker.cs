using System.Numerics;
using System.Runtime.InteropServices;

namespace Search.Archive.Highlighting;

/// <summary>
/// Chooses passages of a body: first those with parts of the query that no passage before has, then those with more
/// different parts, then those with more matches, then the earlier ones. They are given in the order of the text.
/// </summary>
internal sealed class SnippetPicker(HighlightOptions options)
{
    /// <summary>Matches that are looked at; a reader of passages gains nothing from the thousandth.</summary>
    public const int MaxCandidates = 1_000;

    private readonly List<MatchSpan> _candidates = [];
    private readonly List<(int Start, int End)> _chosen = [];

    /// <param name="body">The text.</param>
    /// <param name="spans">Sorted by place.</param>
    public IReadOnlyList<Snippet> Pick(string body, ReadOnlySpan<MatchSpan> spans)
    {
        if (string.IsNullOrWhiteSpace(body))
        {
            return [];
        }

        _chosen.Clear();
        if (spans.IsEmpty)
        {
            _chosen.Add(PassageCutter.Beginning(body, options));
        }
        else
        {
            Choose(body, spans[..Math.Min(spans.Length, MaxCandidates)]);
        }

        var snippets = new Snippet[_chosen.Count];
        for (var index = 0; index < snippets.Length; index++)
        {
            var (start, end) = _chosen[index];
            snippets[index] = new Snippet(body[start..end], start, MatchSpan.ToMarks(spans, start, end))
            {
                CutBefore = PassageCutter.IsInside(body, start),
                CutAfter = PassageCutter.IsInside(body, end),
            };
        }

        return snippets;
    }

    private void Choose(string body, ReadOnlySpan<MatchSpan> spans)
    {
        _candidates.Clear();
        _candidates.AddRange(spans);
        var covered = 0UL;
        while (_chosen.Count < options.MaxSnippets && _candidates.Count > 0)
        {
            var core = BestCore(CollectionsMarshal.AsSpan(_candidates), covered);
            var passage = PassageCutter.Cut(body, core, FreeAround(core.Start, body.Length), options);
            _chosen.Add(passage);
            foreach (var span in spans)
            {
                covered |= Touches(span, passage) ? Bit(span) : 0;
            }

            _candidates.RemoveAll(span => Touches(span, passage));
        }

        _chosen.Sort();
    }

    /// <summary>The stretch from one match to another, within a passage's length, that is worth most.</summary>
    private (int Start, int End) BestCore(ReadOnlySpan<MatchSpan> spans, ulong covered)
    {
        (int New, int Different, int Count) best = default;
        (int Start, int End) core = default;
        for (var first = 0; first < spans.Length; first++)
        {
            var (start, end) = (spans[first].Start, spans[first].End);
            var limit = Math.Min(start + options.MaxLength, FreeAround(start, int.MaxValue).End);
            var (terms, count) = (Bit(spans[first]), 1);
            for (var next = first + 1; next < spans.Length && spans[next].Start < limit; next++)
            {
                if (spans[next].End <= limit)
                {
                    end = Math.Max(end, spans[next].End);
                    terms |= Bit(spans[next]);
                    count++;
                }
            }

            var worth = (BitOperations.PopCount(terms & ~covered), BitOperations.PopCount(terms), count);
            if (worth.CompareTo(best) > 0)
            {
                (best, core) = (worth, (start, end));
            }
        }

        return core;
    }

    /// <summary>The stretch around a place that no chosen passage has.</summary>
    private (int Start, int End) FreeAround(int place, int length)
    {
        var free = (Start: 0, End: length);
        foreach (var (start, end) in _chosen)
        {
            free = end <= place ? (Math.Max(free.Start, end), free.End) : (free.Start, Math.Min(free.End, start));
        }

        return free;
    }

    private static bool Touches(MatchSpan span, (int Start, int End) passage) =>
        span.Start < passage.End && span.End > passage.Start;

    /// <summary>Parts past the sixty-fourth count as one: a query that long covers its text well anyway.</summary>
    private static ulong Bit(MatchSpan span) => 1UL << Math.Min(span.Term, 63);
}
