using Search.Archive.Matching;
using Search.Core;

namespace Search.Sqlite.Planning;

/// <summary>
/// Plans a match: words go to FTS5 in one expression wherever one says the same, the columns decide what they can, and the rest
/// is put together from sets.
/// </summary>
/// <param name="hasUnstemmed">Whether the archive holds statements whose words are not stemmed.</param>
internal sealed class MatchPlanner(bool hasUnstemmed) : IMatchVisitor<MatchPlan>
{
    private readonly PhrasePlanner _phrases = new(hasUnstemmed);

    public static MatchPlan Plan(MatchNode query, bool hasUnstemmed) => query.Accept(new MatchPlanner(hasUnstemmed));

    public MatchPlan VisitEverything(EverythingMatch node) => new ColumnsPlan(new EverythingTest());

    public MatchPlan VisitNothing(NothingMatch node) => new ColumnsPlan(new NothingTest());

    public MatchPlan VisitFacet(FacetMatch node) => new ColumnsPlan(new FacetTest(node.Facet, node.Value));

    public MatchPlan VisitId(IdMatch node) => new ColumnsPlan(new IdTest(node.Id));

    public MatchPlan VisitDate(DateMatch node) => new ColumnsPlan(new DayTest(node.From, node.To));

    public MatchPlan VisitPhrase(PhraseMatch node) => IsName(node.Scope)
        ? new ColumnsPlan(new NameTest(node.Scope, node.Slots))
        : Unite([.. SlotSplitter.Split(node.Slots).Select(slots => _phrases.Plan(slots, node.Scope))]);

    public MatchPlan VisitProximity(ProximityMatch node)
    {
        var proximity = new ProximityCheck(node.Distance, node.Ordered);
        return IsName(node.Scope)
            ? new ColumnsPlan(new NearNamesTest(node.Scope, node.Phrases, proximity))
            : Unite([.. SlotSplitter.Split(node.Phrases).Select(phrases => _phrases.PlanNear(phrases, node.Scope, proximity))]);
    }

    public MatchPlan VisitConjunction(ConjunctionMatch node)
    {
        var operands = node.Operands.Select(operand => operand.Accept(this)).ToList();
        var test = ColumnTest.All(operands.OfType<ColumnsPlan>().Select(columns => columns.Test));
        operands.RemoveAll(operand => operand is ColumnsPlan);
        if (operands.Count == 0)
        {
            return new ColumnsPlan(test);
        }

        var plan = Intersect(operands);
        return test is EverythingTest ? plan : new FilterPlan(plan, test);
    }

    public MatchPlan VisitDisjunction(DisjunctionMatch node) => Unite([.. node.Operands.Select(operand => operand.Accept(this))]);

    public MatchPlan VisitNegation(NegationMatch node) => node.Operand.Accept(this) switch
    {
        ColumnsPlan columns => new ColumnsPlan(new NotTest(columns.Test)),
        var operand => new ComplementPlan(operand),
    };

    private static bool IsName(TextScope scope) => scope is TextScope.Issuer or TextScope.Source;

    /// <summary>FTS5 says what is not to be there only beside something that is.</summary>
    private static MatchPlan Intersect(List<MatchPlan> operands)
    {
        var wanted = operands.OfType<WordsPlan>().Select(words => words.Expression).ToList();
        if (wanted.Count > 0)
        {
            var unwanted = operands.OfType<ComplementPlan>().Select(complement => complement.Operand).OfType<WordsPlan>()
                .Select(words => words.Expression).ToList();
            operands.RemoveAll(operand => operand is WordsPlan or ComplementPlan { Operand: WordsPlan });
            operands.Insert(0, new WordsPlan(WordsExpression.All(wanted, unwanted)));
        }

        return operands is [var only] ? only : new IntersectionPlan([.. operands]);
    }

    private static MatchPlan Unite(List<MatchPlan> operands)
    {
        if (operands is [var only])
        {
            return only;
        }

        var words = operands.OfType<WordsPlan>().Select(plan => plan.Expression).ToList();
        var tests = operands.OfType<ColumnsPlan>().Select(plan => plan.Test).ToList();
        EquatableList<MatchPlan> united =
        [
            .. words.Count == 0 ? Array.Empty<MatchPlan>() : [new WordsPlan(words is [var word] ? word : WordsExpression.Any(words))],
            .. operands.Where(operand => operand is not (WordsPlan or ColumnsPlan)),
            .. tests.Count == 0 ? Array.Empty<MatchPlan>() : [new ColumnsPlan(ColumnTest.Any(tests))],
        ];
        return united is [var whole] ? whole : new UnionPlan(united);
    }
}
