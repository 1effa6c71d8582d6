namespace Search.Archive.Matching;

/// <summary>
/// What of a query restricts which statements are looked through, whatever they say: dates, facets, issuers and sources that every match
/// must have. Without hits that is what the answer is about.
/// </summary>
public sealed class Restrictions : IMatchVisitor<MatchNode?>
{
    private static readonly Restrictions s_instance = new();

    private Restrictions()
    {
    }

    /// <summary>Everything where it restricts nothing.</summary>
    public static MatchNode Of(MatchNode query) => query.Accept(s_instance) ?? new EverythingMatch();

    /// <summary>The days between which every match lies; null for open.</summary>
    public static (DateOnly? From, DateOnly? To) DatesOf(MatchNode query) => query switch
    {
        DateMatch date => (date.From, date.To),
        ConjunctionMatch all => all.Operands.Select(DatesOf).Aggregate(Within),
        _ => (null, null),
    };

    /// <summary>What two ranges have in common.</summary>
    public static (DateOnly? From, DateOnly? To) Within((DateOnly? From, DateOnly? To) one, (DateOnly? From, DateOnly? To) other) =>
        (one.From > other.From ? one.From : other.From ?? one.From, one.To < other.To ? one.To : other.To ?? one.To);

    public MatchNode? VisitEverything(EverythingMatch node) => null;

    public MatchNode? VisitNothing(NothingMatch node) => null;

    public MatchNode? VisitPhrase(PhraseMatch node) => IsOfMaker(node.Scope) ? node : null;

    public MatchNode? VisitProximity(ProximityMatch node) => IsOfMaker(node.Scope) ? node : null;

    public MatchNode? VisitConjunction(ConjunctionMatch node)
    {
        MatchNode[] parts = [.. node.Operands.Select(operand => operand.Accept(this)).OfType<MatchNode>()];
        return parts switch
        {
            [] => null,
            [var only] => only,
            _ => new ConjunctionMatch([.. parts]),
        };
    }

    /// <summary>Alternatives restrict only where each of them is a restriction and nothing else.</summary>
    public MatchNode? VisitDisjunction(DisjunctionMatch node) => node.Operands.All(IsOne) ? node : null;

    public MatchNode? VisitNegation(NegationMatch node) => IsOne(node.Operand) ? node : null;

    public MatchNode? VisitFacet(FacetMatch node) => node;

    public MatchNode? VisitId(IdMatch node) => node;

    public MatchNode? VisitDate(DateMatch node) => node;

    private bool IsOne(MatchNode node) => node.Accept(this) == node;

    private static bool IsOfMaker(TextScope scope) => scope is TextScope.Issuer or TextScope.Source;
}
