using Search.Core.Countries;
using Search.Core.Statements;

namespace Search.Archive.Matching;

/// <summary>
/// Whether a statement matches: the meaning of every <see cref="MatchNode"/>, which engines are tested against. It reads
/// the statement's own text and is as slow as that is.
/// </summary>
/// <param name="statement">The statement to ask about.</param>
/// <param name="countryKinds">Which kinds of mention make it one that names a country.</param>
/// <param name="work">Counts the work, and may end it.</param>
public sealed class MatchEvaluator(AnalyzedStatement statement, MentionKinds countryKinds, MatchWork work) : IMatchVisitor<bool>
{
    private Statement Statement => statement.Statement;

    /// <summary>Whether a statement matches, however long it takes to tell.</summary>
    /// <exception cref="QueryTooCostlyException">Too many phrases of a proximity overlap in the statement.</exception>
    public static bool Matches(MatchNode query, AnalyzedStatement statement, MentionKinds countryKinds = MentionKinds.Default) =>
        Matches(query, statement, countryKinds, new MatchWork());

    /// <exception cref="QueryTooCostlyException">Too many phrases of a proximity overlap in the statement, or the time is over.</exception>
    public static bool Matches(MatchNode query, AnalyzedStatement statement, MentionKinds countryKinds, MatchWork work) =>
        query.Accept(new MatchEvaluator(statement, countryKinds, work));

    public bool VisitEverything(EverythingMatch node) => true;

    public bool VisitNothing(NothingMatch node) => false;

    public bool VisitPhrase(PhraseMatch node)
    {
        foreach (var text in statement.TextsOf(node.Scope))
        {
            if (PhraseFinder.Exists(node.Slots, text, statement.IsStemmed, work))
            {
                return true;
            }
        }

        return false;
    }

    public bool VisitProximity(ProximityMatch node)
    {
        foreach (var text in statement.TextsOf(node.Scope))
        {
            var positions = PhraseFinder.FindEach(node.Phrases, text, statement.IsStemmed, work);
            if (ProximityFinder.Exists(positions, node.Distance, node.Ordered, work))
            {
                return true;
            }
        }

        return false;
    }

    public bool VisitConjunction(ConjunctionMatch node) => node.Operands.All(operand => operand.Accept(this));

    public bool VisitDisjunction(DisjunctionMatch node) => node.Operands.Any(operand => operand.Accept(this));

    public bool VisitNegation(NegationMatch node) => !node.Operand.Accept(this);

    public bool VisitFacet(FacetMatch node)
    {
        var values = FacetValues.Of(Statement, node.Facet, countryKinds);
        return node.Value is null ? values.Count == 0 : values.Contains(node.Value);
    }

    public bool VisitId(IdMatch node) => Statement.Id.Value == node.Id || Statement.SourceId == node.Id;

    public bool VisitDate(DateMatch node) =>
        node is { From: null, To: null }
            ? Statement.Issued is null
            : Statement.Issued?.Touches(node.From, node.To) == true;
}
