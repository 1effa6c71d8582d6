using System.Text.Json.Nodes;
using Search.Archive.Matching;
using Search.Core;
using Search.Core.Analysis;
using Search.Elasticsearch.Documents;

namespace Search.Elasticsearch.Queries;

/// <summary>
/// Span queries over one text. Its forms are fields of their own with the same positions; so a form's spans are masked as
/// spans of the text's main field, and forms mix in one phrase.
/// </summary>
internal sealed class SpanWriter(string text, TermForms forms)
{
    public JsonObject Phrase(EquatableList<PhraseSlot> slots)
    {
        if (slots.Count == 1)
        {
            return Slot(slots[0]);
        }

        var clauses = new JsonArray();
        for (var index = 0; index < slots.Count; index++)
        {
            var gap = 0;
            for (; slots[index] is AnySlot; index++)
            {
                gap++;
            }

            if (gap > 0)
            {
                clauses.Add(new JsonObject { ["span_gap"] = new JsonObject { [text] = gap } });
            }

            clauses.Add(Slot(slots[index]));
        }

        return Near(clauses, 0, ordered: true);
    }

    public static JsonObject Near(JsonArray clauses, int slop, bool ordered) =>
        new() { ["span_near"] = new JsonObject { ["clauses"] = clauses, ["slop"] = slop, ["in_order"] = ordered } };

    public static JsonObject Or(IReadOnlyList<JsonObject> spans) =>
        spans.Count == 1 ? spans[0] : new() { ["span_or"] = new JsonObject { ["clauses"] = QueryJson.Array(spans) } };

    private JsonObject Slot(PhraseSlot slot) => slot switch
    {
        TermSlot word => Or([.. word.Terms.Select(Term)]),
        PrefixSlot prefix => Prefix(prefix.Prefix),
        _ => throw new ArgumentOutOfRangeException(nameof(slot), slot, "A phrase neither begins nor ends with any word."),
    };

    private JsonObject Term(MatchTerm term)
    {
        var (field, token) = forms.Of(text, term);
        return Masked(field, new JsonObject { ["span_term"] = new JsonObject { [field] = token } });
    }

    private JsonObject Prefix(string prefix)
    {
        var field = Fields.Of(text, Likeness.Exact);
        return Masked(field, new JsonObject { ["span_multi"] = new JsonObject { ["match"] = QueryJson.Prefix(field, prefix) } });
    }

    private JsonObject Masked(string field, JsonObject span) =>
        field == text ? span : new() { ["field_masking_span"] = new JsonObject { ["query"] = span, ["field"] = text } };
}
