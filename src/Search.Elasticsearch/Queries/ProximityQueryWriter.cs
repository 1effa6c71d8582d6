using Elastic.Clients.Elasticsearch.QueryDsl;
using Search.Archive.Matching;
using Search.Core;
using Search.Core.Analysis;

namespace Search.Elasticsearch.Queries;

/// <summary>
/// Phrases near each other in one text. A span_near without order lets two of its clauses stand at the same place, which a
/// proximity does not; where two phrases could, every order of them is asked for instead.
/// </summary>
/// <remarks>
/// Elasticsearch counts the leaves of a query, and a small heap allows 4,096 of them. A query is written once for each kind of
/// statement, so that each time it may have half of them, for all its proximities in all texts together: what is refused does not
/// hang on the heap, and nothing large is built to be refused.
/// </remarks>
internal sealed class ProximityQueryWriter(TermForms forms)
{
    private const int MaxLeaves = 2000;

    private int _leaves;

    /// <exception cref="QueryTooCostlyException">Too many orders would have to be asked for.</exception>
    public Query Write(ProximityMatch node, string text)
    {
        var writer = new SpanWriter(text, forms);
        if (node.Ordered || !MayOverlap(node.Phrases))
        {
            return SpanWriter.Near(Clauses(node.Phrases, writer), node.Distance, node.Ordered);
        }

        var orders = Orders(node.Phrases).Select(order => SpanWriter.Near(Clauses(order, writer), node.Distance, ordered: true)).ToArray();
        return orders is [{ } single] ? single : new SpanOrQuery([.. orders]);
    }

    private static SpanQuery[] Clauses(IEnumerable<EquatableList<PhraseSlot>> phrases, SpanWriter writer) =>
        [.. phrases.Select(writer.Clause)];

    /// <summary>Every order; phrases that are equal are not told apart.</summary>
    private List<IReadOnlyList<EquatableList<PhraseSlot>>> Orders(EquatableList<EquatableList<PhraseSlot>> phrases)
    {
        var leaves = phrases.Sum(phrase => phrase.Sum(slot => slot is TermSlot words ? words.Terms.Count : 1));
        var orders = new List<IReadOnlyList<EquatableList<PhraseSlot>>>();
        var left = phrases.GroupBy(phrase => phrase).ToDictionary(group => group.Key, group => group.Count());
        Extend([]);
        return orders;

        void Extend(List<EquatableList<PhraseSlot>> order)
        {
            if (order.Count == phrases.Count)
            {
                orders.Add([.. order]);
                _leaves += leaves;
                if (_leaves > MaxLeaves)
                {
                    throw new QueryTooCostlyException(
                        "Too many of the words that are to stand near each other can be the same word. "
                        + "Ask for fewer of them, or for their order.");
                }

                return;
            }

            foreach (var phrase in left.Keys.Where(phrase => left[phrase] > 0).ToArray())
            {
                left[phrase]--;
                order.Add(phrase);
                Extend(order);
                order.RemoveAt(order.Count - 1);
                left[phrase]++;
            }
        }
    }

    private static bool MayOverlap(EquatableList<EquatableList<PhraseSlot>> phrases)
    {
        for (var first = 0; first < phrases.Count; first++)
        {
            for (var second = first + 1; second < phrases.Count; second++)
            {
                if (phrases[first].Any(slot => phrases[second].Any(other => MayBeSameWord(slot, other))))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>When in doubt, yes: that costs time but no answer.</summary>
    private static bool MayBeSameWord(PhraseSlot one, PhraseSlot other) => (one, other) switch
    {
        (TermSlot left, TermSlot right) => left.Terms.Any(term => right.Terms.Any(another => MayBeSameWord(term, another))),
        (PrefixSlot left, PrefixSlot right) => left.Prefix.StartsWith(right.Prefix, StringComparison.Ordinal)
            || right.Prefix.StartsWith(left.Prefix, StringComparison.Ordinal),
        (PrefixSlot prefix, TermSlot word) => word.Terms.Any(term => MayBeginWith(term, prefix.Prefix)),
        (TermSlot word, PrefixSlot prefix) => word.Terms.Any(term => MayBeginWith(term, prefix.Prefix)),
        _ => true,
    };

    private static bool MayBeSameWord(MatchTerm one, MatchTerm other) =>
        one.Likeness != other.Likeness || one.Text == other.Text || one.Unstemmed == other.Unstemmed;

    private static bool MayBeginWith(MatchTerm term, string prefix) =>
        term.Likeness != Likeness.Exact || term.Text.StartsWith(prefix, StringComparison.Ordinal);
}
