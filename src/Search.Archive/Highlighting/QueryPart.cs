using Search.Archive.Matching;

namespace Search.Archive.Highlighting;

/// <summary>A phrase or proximity of the query that marks text where it matches.</summary>
/// <param name="Node">A <see cref="PhraseMatch"/> or <see cref="ProximityMatch"/>.</param>
/// <param name="Term">The number of its first phrase; equal parts have the same.</param>
/// <param name="Guards">Alternatives it stands in: all of them must match the statement, or it marks nothing.</param>
internal sealed record QueryPart(MatchNode Node, TextScope Scope, int Term, IReadOnlyList<MatchNode> Guards)
{
    /// <summary>The parts of a query, in its order. What is negated, facets and dates have none.</summary>
    public static IReadOnlyList<QueryPart> Of(MatchNode query)
    {
        var found = new NumberedParts();
        query.Accept(new Collector(found, []));
        return found.Parts;
    }

    public bool LooksInto(TextScope text) => Scope == text || Scope == TextScope.TitleAndBody;

    private sealed class NumberedParts
    {
        private readonly Dictionary<MatchNode, int> _terms = [];
        private int _next;

        public List<QueryPart> Parts { get; } = [];

        /// <summary>Each phrase of a proximity has a number of its own.</summary>
        public void Add(MatchNode node, TextScope scope, int phrases, MatchNode[] guards)
        {
            if (!_terms.TryGetValue(node, out var term))
            {
                term = _next;
                _next += phrases;
                _terms.Add(node, term);
            }

            Parts.Add(new QueryPart(node, scope, term, guards));
        }
    }

    /// <summary>Goes through the tree; what it returns says nothing.</summary>
    private sealed class Collector(NumberedParts found, MatchNode[] guards) : IMatchVisitor<bool>
    {
        public bool VisitEverything(EverythingMatch node) => true;

        public bool VisitNothing(NothingMatch node) => true;

        public bool VisitPhrase(PhraseMatch node) => Add(node, node.Scope, 1);

        public bool VisitProximity(ProximityMatch node) => Add(node, node.Scope, node.Phrases.Count);

        public bool VisitConjunction(ConjunctionMatch node)
        {
            foreach (var operand in node.Operands)
            {
                operand.Accept(this);
            }

            return true;
        }

        /// <summary>Of alternatives only those that match mark: a conjunction may lack one of its words.</summary>
        public bool VisitDisjunction(DisjunctionMatch node)
        {
            foreach (var operand in node.Operands)
            {
                operand.Accept(operand is ConjunctionMatch ? new Collector(found, [.. guards, operand]) : this);
            }

            return true;
        }

        public bool VisitNegation(NegationMatch node) => true;

        public bool VisitFacet(FacetMatch node) => true;

        public bool VisitId(IdMatch node) => true;

        public bool VisitDate(DateMatch node) => true;

        private bool Add(MatchNode node, TextScope scope, int phrases)
        {
            if (scope is TextScope.TitleAndBody or TextScope.Title or TextScope.Body)
            {
                found.Add(node, scope, phrases, guards);
            }

            return true;
        }
    }
}
