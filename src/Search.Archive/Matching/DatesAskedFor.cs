using Search.Core.Statements;

namespace Search.Archive.Matching;

/// <summary>The ranges of dates that a query asks for, not those that it keeps out.</summary>
public sealed class DatesAskedFor : IMatchVisitor<IEnumerable<DateMatch>>
{
    private static readonly DatesAskedFor s_instance = new();

    private DatesAskedFor()
    {
    }

    /// <summary>Whether a date lies in one of the ranges with some of its days and outside of it with others.</summary>
    public static bool AreCutBy(IssueDate date, MatchNode query) =>
        date.Precision != DatePrecision.Day
        && query.Accept(s_instance).Any(range => date.Touches(range.From, range.To) && !date.IsWithin(range.From, range.To));

    public IEnumerable<DateMatch> VisitEverything(EverythingMatch node) => [];

    public IEnumerable<DateMatch> VisitNothing(NothingMatch node) => [];

    public IEnumerable<DateMatch> VisitPhrase(PhraseMatch node) => [];

    public IEnumerable<DateMatch> VisitProximity(ProximityMatch node) => [];

    public IEnumerable<DateMatch> VisitConjunction(ConjunctionMatch node) => node.Operands.SelectMany(operand => operand.Accept(this));

    public IEnumerable<DateMatch> VisitDisjunction(DisjunctionMatch node) => node.Operands.SelectMany(operand => operand.Accept(this));

    public IEnumerable<DateMatch> VisitNegation(NegationMatch node) => [];

    public IEnumerable<DateMatch> VisitFacet(FacetMatch node) => [];

    public IEnumerable<DateMatch> VisitId(IdMatch node) => [];

    public IEnumerable<DateMatch> VisitDate(DateMatch node) => node is { From: null, To: null } ? [] : [node];
}
