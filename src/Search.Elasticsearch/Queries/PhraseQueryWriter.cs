using System.Text.Json.Nodes;
using Search.Archive.Matching;
using Search.Core;
using Search.Core.Analysis;
using Search.Elasticsearch.Documents;

namespace Search.Elasticsearch.Queries;

/// <summary>Slots at consecutive positions of one text, by the plainest query that says it.</summary>
internal static class PhraseQueryWriter
{
    public static JsonObject Write(EquatableList<PhraseSlot> slots, string text, TermForms forms) => slots switch
    {
        [TermSlot word] => QueryJson.AnyOf([.. word.Terms.Select(term => Word(text, term, forms))]),
        [PrefixSlot prefix] => QueryJson.Prefix(Fields.Of(text, Likeness.Exact), prefix.Prefix),
        [AnySlot] => QueryJson.Exists(text),
        _ => PlainPhrase(slots, text, forms) ?? new SpanWriter(text, forms).Phrase(slots),
    };

    private static JsonObject Word(string text, MatchTerm term, TermForms forms)
    {
        var (field, token) = forms.Of(text, term);
        return QueryJson.Term(field, token);
    }

    /// <summary>A phrase of single words of one form; null when it is another.</summary>
    private static JsonObject? PlainPhrase(EquatableList<PhraseSlot> slots, string text, TermForms forms)
    {
        var words = new List<(string Field, string Token)>();
        foreach (var slot in slots)
        {
            if (slot is not TermSlot { Terms: [var term] })
            {
                return null;
            }

            words.Add(forms.Of(text, term));
        }

        return words.TrueForAll(word => word.Field == words[0].Field)
            ? QueryJson.Phrase(words[0].Field, string.Join(' ', words.Select(word => word.Token)))
            : null;
    }
}
