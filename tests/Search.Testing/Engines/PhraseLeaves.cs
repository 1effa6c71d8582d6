using Search.Archive.Matching;

namespace Search.Testing.Engines;

/// <summary>The phrases of a query that speak for a statement; a proximity speaks by its phrases.</summary>
internal sealed class PhraseLeaves : IMatchVisitor<IEnumerable<PhraseMatch>>
{
    public static IReadOnlyList<PhraseMatch> Of(MatchNode query) => [.. query.Accept(new PhraseLeaves())];

    public IEnumerable<PhraseMatch> VisitEverything(EverythingMatch node) => [];

    public IEnumerable<PhraseMatch> VisitNothing(NothingMatch node) => [];

    public IEnumerable<PhraseMatch> VisitPhrase(PhraseMatch node) => [node];

    public IEnumerable<PhraseMatch> VisitProximity(ProximityMatch node) =>
        node.Phrases.Select(phrase => new PhraseMatch(phrase, node.Scope));

    public IEnumerable<PhraseMatch> VisitConjunction(ConjunctionMatch node) => node.Operands.SelectMany(operand => operand.Accept(this));

    public IEnumerable<PhraseMatch> VisitDisjunction(DisjunctionMatch node) => node.Operands.SelectMany(operand => operand.Accept(this));

    public IEnumerable<PhraseMatch> VisitNegation(NegationMatch node) => [];

    public IEnumerable<PhraseMatch> VisitFacet(FacetMatch node) => [];

    public IEnumerable<PhraseMatch> VisitId(IdMatch node) => [];

    public IEnumerable<PhraseMatch> VisitDate(DateMatch node) => [];
}
