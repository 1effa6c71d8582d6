using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.QueryDsl;
using Search.Archive.Matching;
using Search.Core;
using Search.Core.Analysis;

namespace Search.Elasticsearch.Queries;

/// <summary>
/// Span queries over one text. Its forms are fields of their own with the same positions; so a form's spans are masked as
/// spans of the text's main field, and forms mix in one phrase.
/// </summary>
internal sealed class SpanWriter(string text, TermForms forms)
{
    /// <summary>One word, or a phrase.</summary>
    public SpanQuery Clause(EquatableList<PhraseSlot> slots) => slots is [{ } word] ? Slot(word) : Phrase(slots);

    public SpanNearQuery Phrase(EquatableList<PhraseSlot> slots)
    {
        var clauses = new List<SpanQuery>();
        for (var index = 0; index < slots.Count; index++)
        {
            var gap = 0;
            for (; slots[index] is AnySlot; index++)
            {
                gap++;
            }

            if (gap > 0)
            {
                clauses.Add(new KeyValuePair<Field, int>(text, gap));
            }

            clauses.Add(Slot(slots[index]));
        }

        return Near(clauses, 0, ordered: true);
    }

    public static SpanNearQuery Near(ICollection<SpanQuery> clauses, int slop, bool ordered) =>
        new(clauses) { Slop = slop, InOrder = ordered };

    private static SpanQuery Or(IReadOnlyList<SpanQuery> spans) => spans is [{ } single] ? single : new SpanOrQuery([.. spans]);

    private SpanQuery Slot(PhraseSlot slot) => slot switch
    {
        TermSlot word => Or([.. word.Terms.Select(Term)]),
        PrefixSlot prefix => Prefix(prefix.Prefix),
        _ => throw new ArgumentOutOfRangeException(nameof(slot), slot, "A phrase neither begins nor ends with any word."),
    };

    private SpanQuery Term(MatchTerm term)
    {
        var (field, token) = forms.Of(text, term);
        return Masked(field, new SpanTermQuery(field, token));
    }

    private SpanQuery Prefix(string prefix)
    {
        var field = Fields.Of(text, Likeness.Exact);
        return Masked(field, new SpanMultiTermQuery(new PrefixQuery(field, prefix)));
    }

    private SpanQuery Masked(string field, SpanQuery span) =>
        field == text ? span : new SpanFieldMaskingQuery(text, span);
}
