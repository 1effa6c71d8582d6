using Search.Archive.Matching;
using Search.Core;
using Search.Sqlite.Indexing;
using Search.Sqlite.Planning;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Matching;

/// <summary>Makes the set of slots that a plan describes, adding their scores up beside it.</summary>
internal sealed class SetEvaluator(
    ReaderConnection reader, StatementColumns columns, Bm25 ranking, ColumnsMatcher columnsMatcher, float[]? scores)
    : IMatchPlanVisitor<SlotSet>
{
    public SlotSet VisitColumns(ColumnsPlan plan)
    {
        var condition = plan.Test.Accept(columnsMatcher);
        var slots = new SlotSet(columns.Slots);
        for (var slot = 0; slot < columns.Slots; slot++)
        {
            if (condition(slot))
            {
                slots.Add(slot);
            }
        }

        return slots;
    }

    public SlotSet VisitWords(WordsPlan plan)
    {
        var slots = new SlotSet(columns.Slots);
        WalkWhole(plan.Expression, new SetVisitor(columns, slots, scores, Scorer(plan.Expression)));
        return slots;
    }

    public SlotSet VisitPositions(PositionsPlan plan)
    {
        var slots = new SlotSet(columns.Slots);
        var finder = new PositionFinder(plan, columns, reader.Work);
        var weight = Scorer(plan.Expression).TotalWeight;
        WalkWhole(plan.Expression, new PositionVisitor(columns, slots, scores, finder, weight, ranking));
        return slots;
    }

    public SlotSet VisitFilter(FilterPlan plan) => plan.Operand.Accept(this).Where(plan.Test.Accept(columnsMatcher));

    public SlotSet VisitIntersection(IntersectionPlan plan) => Combine(plan.Operands, (left, right) => left.And(right));

    public SlotSet VisitUnion(UnionPlan plan) => Combine(plan.Operands, (left, right) => left.Or(right));

    /// <summary>What is not there gives no score.</summary>
    public SlotSet VisitComplement(ComplementPlan plan) =>
        plan.Operand.Accept(new SetEvaluator(reader, columns, ranking, columnsMatcher, null)).Not();

    private SlotSet Combine(EquatableList<MatchPlan> operands, Func<SlotSet, SlotSet, SlotSet> combine)
    {
        var result = operands[0].Accept(this);
        for (var index = 1; index < operands.Count; index++)
        {
            result = combine(result, operands[index].Accept(this));
        }

        return result;
    }

    private TermScorer Scorer(WordsExpression expression) => new(ranking, scores is null ? [] : expression.Terms);

    /// <summary>A set that is not whole says nothing of what is not in it, so there is no answer without the rest.</summary>
    private void WalkWhole(WordsExpression expression, Native.RowVisitor visitor)
    {
        if (!reader.Walk(expression.Text, visitor))
        {
            throw new QueryTooCostlyException("This query took too long; make it narrower, with more or rarer words.");
        }
    }
}
