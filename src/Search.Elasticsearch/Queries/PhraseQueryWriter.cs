using Elastic.Clients.Elasticsearch.QueryDsl;
using Search.Archive.Matching;
using Search.Core;
using Search.Core.Analysis;

namespace Search.Elasticsearch.Queries;

/// <summary>Slots at consecutive positions of one text, by the plainest query that says it.</summary>
internal static class PhraseQueryWriter
{
    public static Query Write(EquatableList<PhraseSlot> slots, string text, TermForms forms) => slots switch
    {
        [TermSlot word] => Combined.AnyOf([.. word.Terms.Select(term => Word(text, term, forms))]),
        [PrefixSlot prefix] => new PrefixQuery(Fields.Of(text, Likeness.Exact), prefix.Prefix),
        [AnySlot] => new ExistsQuery(text),
        _ => PlainPhrase(slots, text, forms) ?? new SpanWriter(text, forms).Phrase(slots),
    };

    private static Query Word(string text, MatchTerm term, TermForms forms)
    {
        var (field, token) = forms.Of(text, term);
        return new TermQuery(field, token);
    }

    /// <summary>
    /// A phrase of single words of one form, separated by blanks and looked for as they are: the fields' search analyzer does no more. Null
    /// when it is another.
    /// </summary>
    private static Query? PlainPhrase(EquatableList<PhraseSlot> slots, string text, TermForms forms)
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
            ? (Query)new MatchPhraseQuery(words[0].Field, string.Join(' ', words.Select(word => word.Token)))
            : null;
    }
}
