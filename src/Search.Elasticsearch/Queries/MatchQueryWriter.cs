using Elastic.Clients.Elasticsearch.QueryDsl;
using Search.Archive.Matching;
using Search.Core.Analysis;
using Search.Core.Countries;

namespace Search.Elasticsearch.Queries;

/// <summary>
/// Writes what a query means in tokens as an Elasticsearch query. Nothing is analyzed again: tokens are looked for as they
/// are.
/// </summary>
/// <remarks>
/// A statement is either stemmed or not, and a stemmed term asks for another form in each kind. So a query with such a
/// term is written twice, once for each kind of statement, and not each of its terms.
/// </remarks>
internal sealed class MatchQueryWriter : IMatchVisitor<Query>
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

    public static Query Write(MatchNode query, MentionKinds countryKinds)
    {
        var stemmed = query.Accept(new MatchQueryWriter(countryKinds, TermForms.Stemmed));
        if (!UsesStems.In(query))
        {
            return stemmed;
        }

        var plain = query.Accept(new MatchQueryWriter(countryKinds, TermForms.Plain));
        return Combined.AnyOf(
        [
            new BoolQuery { Must = [stemmed], Filter = [new TermQuery(Fields.Stemmed, true)] },
            new BoolQuery { Must = [plain], Filter = [new TermQuery(Fields.Stemmed, false)] },
        ]);
    }

    public Query VisitEverything(EverythingMatch node) => Combined.Everything();

    public Query VisitNothing(NothingMatch node) => Combined.Nothing();

    public Query VisitPhrase(PhraseMatch node) =>
        Combined.AnyOf([.. Fields.Of(node.Scope, Likeness.Stemmed).Select(text => PhraseQueryWriter.Write(node.Slots, text, _forms))]);

    public Query VisitProximity(ProximityMatch node) =>
        Combined.AnyOf([.. Fields.Of(node.Scope, Likeness.Stemmed).Select(text => _proximities.Write(node, text))]);

    public Query VisitConjunction(ConjunctionMatch node)
    {
        var (must, filter, mustNot) = (new List<Query>(), new List<Query>(), new List<Query>());
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

        return Combined.Bool(must, filter, mustNot);
    }

    public Query VisitDisjunction(DisjunctionMatch node) =>
        Combined.AnyOf([.. node.Operands.Select(operand => operand.Accept(this))]);

    public Query VisitNegation(NegationMatch node) => Combined.Not(node.Operand.Accept(this));

    public Query VisitFacet(FacetMatch node) => FilterWriter.HasValue(node.Facet, node.Value, _countryKinds);

    public Query VisitId(IdMatch node) =>
        Combined.AnyOf([new TermQuery(Fields.Id, node.Id), new TermQuery(Fields.SourceId, node.Id)]);

    public Query VisitDate(DateMatch node) =>
        node is { From: null, To: null } ? Combined.Not(new ExistsQuery(Fields.Issued)) : FilterWriter.Issued(node.From, node.To);
}
