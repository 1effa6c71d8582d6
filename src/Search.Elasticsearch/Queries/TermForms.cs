using Search.Archive.Matching;
using Search.Core.Analysis;

namespace Search.Elasticsearch.Queries;

/// <summary>Which field and which form a term is looked for in, in statements that are stemmed and in those that are not.</summary>
internal sealed class TermForms
{
    private readonly bool _stemmed;

    private TermForms(bool stemmed) => _stemmed = stemmed;

    public static TermForms Stemmed { get; } = new(stemmed: true);

    public static TermForms Plain { get; } = new(stemmed: false);

    public (string Field, string Token) Of(string text, MatchTerm term) =>
        term.Likeness == Likeness.Stemmed && !_stemmed
            ? (Fields.Of(text, Likeness.Exact), term.Unstemmed)
            : (Fields.Of(text, term.Likeness), term.Text);
}

/// <summary>Whether a query has a term that differs between the two kinds of statement.</summary>
internal sealed class UsesStems : IMatchVisitor<bool>
{
    private static readonly UsesStems s_instance = new();

    private UsesStems()
    {
    }

    public static bool In(MatchNode query) => query.Accept(s_instance);

    public bool VisitEverything(EverythingMatch node) => false;

    public bool VisitNothing(NothingMatch node) => false;

    public bool VisitPhrase(PhraseMatch node) => node.Slots.Any(HasStem);

    public bool VisitProximity(ProximityMatch node) => node.Phrases.Any(phrase => phrase.Any(HasStem));

    public bool VisitConjunction(ConjunctionMatch node) => node.Operands.Any(In);

    public bool VisitDisjunction(DisjunctionMatch node) => node.Operands.Any(In);

    public bool VisitNegation(NegationMatch node) => In(node.Operand);

    public bool VisitFacet(FacetMatch node) => false;

    public bool VisitId(IdMatch node) => false;

    public bool VisitDate(DateMatch node) => false;

    private static bool HasStem(PhraseSlot slot) => slot is TermSlot terms && terms.Terms.Any(term => term.Likeness == Likeness.Stemmed);
}
