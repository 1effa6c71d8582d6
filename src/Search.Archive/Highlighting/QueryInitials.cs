using Search.Archive.Matching;
using Search.Core;
using Search.Core.Analysis;

namespace Search.Archive.Highlighting;

/// <summary>Gathers the initials of every word that a query names, negated ones too: what matches depends on them.</summary>
internal sealed class QueryInitials : IMatchVisitor<WordInitials>
{
    private readonly WordInitials _initials = new();

    private QueryInitials()
    {
    }

    public static WordInitials Of(MatchNode query) => query.Accept(new QueryInitials());

    public WordInitials VisitEverything(EverythingMatch node) => _initials;

    public WordInitials VisitNothing(NothingMatch node) => _initials;

    public WordInitials VisitPhrase(PhraseMatch node) => Add(node.Slots);

    public WordInitials VisitProximity(ProximityMatch node)
    {
        foreach (var phrase in node.Phrases)
        {
            Add(phrase);
        }

        return _initials;
    }

    public WordInitials VisitConjunction(ConjunctionMatch node) => VisitAll(node.Operands);

    public WordInitials VisitDisjunction(DisjunctionMatch node) => VisitAll(node.Operands);

    public WordInitials VisitNegation(NegationMatch node) => node.Operand.Accept(this);

    public WordInitials VisitFacet(FacetMatch node) => _initials;

    public WordInitials VisitId(IdMatch node) => _initials;

    public WordInitials VisitDate(DateMatch node) => _initials;

    private WordInitials VisitAll(EquatableList<MatchNode> operands)
    {
        foreach (var operand in operands)
        {
            operand.Accept(this);
        }

        return _initials;
    }

    private WordInitials Add(EquatableList<PhraseSlot> slots)
    {
        foreach (var slot in slots)
        {
            if (slot is PrefixSlot prefix)
            {
                _initials.Add(prefix.Prefix);
            }
            else if (slot is TermSlot terms)
            {
                foreach (var term in terms.Terms)
                {
                    _initials.Add(term.Text);
                    _initials.Add(term.Unstemmed);
                }
            }
        }

        return _initials;
    }
}
