using Search.Archive.Matching;

namespace Search.Service.Admission;

/// <summary>
/// How much of an archive a query makes an engine read, judged by its tree alone, in terms: an ordinary word is one. The
/// numbers are estimates, which decide who waits for whom and nothing else: a prefix reads the places of several words, a common
/// word many, and proximity looks at every place of every word where a phrase leaps from rarest to rarest.
/// </summary>
internal sealed class SearchCost : IMatchVisitor<int>
{
    /// <summary>From here a query is costly: 32 words, four prefixes, or two common words near each other.</summary>
    public const int Costly = 32;

    private const int CommonWord = 4;
    private const int Prefix = 8;
    private const int Proximity = 4;

    private static readonly SearchCost s_visitor = new();

    private SearchCost()
    {
    }

    public static bool IsCostly(MatchNode query) => Of(query) >= Costly;

    public static int Of(MatchNode query) => query.Accept(s_visitor);

    public int VisitEverything(EverythingMatch node) => 1;

    public int VisitNothing(NothingMatch node) => 0;

    public int VisitPhrase(PhraseMatch node) => node.Slots.Sum(OfSlot);

    public int VisitProximity(ProximityMatch node) => Proximity * node.Phrases.Sum(phrase => phrase.Sum(OfSlot));

    public int VisitConjunction(ConjunctionMatch node) => node.Operands.Sum(Of);

    public int VisitDisjunction(DisjunctionMatch node) => node.Operands.Sum(Of);

    public int VisitNegation(NegationMatch node) => Of(node.Operand);

    public int VisitFacet(FacetMatch node) => 1;

    public int VisitId(IdMatch node) => 1;

    public int VisitDate(DateMatch node) => 1;

    private static int OfSlot(PhraseSlot slot) => slot switch
    {
        TermSlot terms => terms.Terms.Sum(term => CommonWords.Contain(term.Text) ? CommonWord : 1),
        PrefixSlot => Prefix,
        _ => 1,
    };
}
