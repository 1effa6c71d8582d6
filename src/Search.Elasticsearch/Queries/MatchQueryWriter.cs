using System.Text.Json.Nodes;
using Search.Archive.Matching;
using Search.Core.Analysis;
using Search.Core.Countries;
using Search.Elasticsearch.Documents;

namespace Search.Elasticsearch.Queries;

/// <summary>
/// Writes what a query means in tokens as an Elasticsearch query. Nothing is analyzed again: tokens are looked for as they
/// are.
/// </summary>
/// <remarks>
/// A statement is either stemmed or not, and a stemmed term asks for another form in each kind. So a query with such a
/// term is written twice, once for each kind of statement, and not each of its terms.
/// </remarks>
internal sealed class MatchQueryWriter : IMatchVisitor<JsonObject>
{
    private readonly MentionKinds _countryKinds;
    private readonly TermForms _forms;
    private readonly ProximityQueryWriter _proximities;

    private MatchQueryWriter(MentionKinds countryKinds, TermForms forms)
    {
        _countryKinds = countryKinds;
        _forms = forms;
        _proximities = new ProximityQueryWriter(forms);
    }

    /// <summary>Writes nodes that look into no text.</summary>
    public static MatchQueryWriter Filters { get; } = new(MentionKinds.Default, TermForms.Stemmed);

    public static JsonObject Write(MatchNode query, MentionKinds countryKinds)
    {
        var stemmed = query.Accept(new MatchQueryWriter(countryKinds, TermForms.Stemmed));
        if (!UsesStems.In(query))
        {
            return stemmed;
        }

        var plain = query.Accept(new MatchQueryWriter(countryKinds, TermForms.Plain));
        return QueryJson.AnyOf(
        [
            QueryJson.Bool(must: [stemmed], filter: [QueryJson.Term(Fields.Stemmed, true)]),
            QueryJson.Bool(must: [plain], filter: [QueryJson.Term(Fields.Stemmed, false)]),
        ]);
    }

    public JsonObject VisitEverything(EverythingMatch node) => QueryJson.Everything();

    public JsonObject VisitNothing(NothingMatch node) => QueryJson.Nothing();

    public JsonObject VisitPhrase(PhraseMatch node) =>
        QueryJson.AnyOf([.. Fields.Of(node.Scope, Likeness.Stemmed).Select(text => PhraseQueryWriter.Write(node.Slots, text, _forms))]);

    public JsonObject VisitProximity(ProximityMatch node) =>
        QueryJson.AnyOf([.. Fields.Of(node.Scope, Likeness.Stemmed).Select(text => _proximities.Write(node, text))]);

    public JsonObject VisitConjunction(ConjunctionMatch node)
    {
        var (must, filter, mustNot) = (new List<JsonObject>(), new List<JsonObject>(), new List<JsonObject>());
        foreach (var operand in node.Operands)
        {
            switch (operand)
            {
                case NegationMatch negation:
                    mustNot.Add(negation.Operand.Accept(this));
                    break;
                case FacetMatch or IdMatch or DateMatch or EverythingMatch:
                    filter.Add(operand.Accept(this));
                    break;
                default:
                    must.Add(operand.Accept(this));
                    break;
            }
        }

        return QueryJson.Bool(must, filter, mustNot);
    }

    public JsonObject VisitDisjunction(DisjunctionMatch node) =>
        QueryJson.AnyOf([.. node.Operands.Select(operand => operand.Accept(this))]);

    public JsonObject VisitNegation(NegationMatch node) => QueryJson.Not(node.Operand.Accept(this));

    public JsonObject VisitFacet(FacetMatch node) => FilterWriter.HasValue(node.Facet, node.Value, _countryKinds);

    public JsonObject VisitId(IdMatch node) =>
        QueryJson.AnyOf([QueryJson.Term(Fields.Id, node.Id), QueryJson.Term(Fields.SourceId, node.Id)]);

    public JsonObject VisitDate(DateMatch node) =>
        node is { From: null, To: null } ? QueryJson.Not(QueryJson.Exists(Fields.Issued)) : FilterWriter.Issued(node.From, node.To);
}
