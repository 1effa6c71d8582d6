using Search.Core.Countries;
using Search.Sqlite.Indexing;
using Search.Sqlite.Planning;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Matching;

/// <summary>Is shown every slot that matches, once each, in the order of slots.</summary>
internal interface IMatchSink
{
    /// <summary>True when the match may become a hit, so that its score is wanted.</summary>
    bool Count(int slot);

    void Offer(int slot, float score);
}

/// <summary>
/// Carries out a plan on one archive at one revision, and shows the matches to a sink: what the columns or one expression
/// decide as it is found, everything else when its set is whole. Each visit is false when time was over before the last match.
/// </summary>
internal sealed class PlanExecutor(
    ReaderConnection reader,
    StatementColumns columns,
    DocumentFrequencies frequencies,
    MentionKinds countryKinds,
    IMatchSink sink,
    bool scored) : IMatchPlanVisitor<bool>
{
    private readonly Bm25 _ranking = new(columns, token => frequencies.Of(reader, columns.Revision, token));
    private readonly ColumnsMatcher _columnsMatcher = new(reader, columns, countryKinds);

    /// <exception cref="Search.Archive.Matching.QueryTooCostlyException">Time was over before a set was whole.</exception>
    public bool Execute(MatchPlan plan) => plan.Accept(this);

    public bool VisitColumns(ColumnsPlan plan)
    {
        var condition = plan.Test.Accept(_columnsMatcher);
        for (var slot = 0; slot < columns.Slots; slot++)
        {
            if (slot % 4096 == 0 && ReaderConnection.IsOver)
            {
                return false;
            }

            if (columns.Kinds[slot] != StatementColumns.Gone && condition(slot) && sink.Count(slot))
            {
                sink.Offer(slot, 0);
            }
        }

        return true;
    }

    public bool VisitWords(WordsPlan plan) => Walk(plan, null);

    public bool VisitFilter(FilterPlan plan) =>
        plan.Operand is WordsPlan words ? Walk(words, plan.Test.Accept(_columnsMatcher)) : WalkSet(plan);

    public bool VisitPositions(PositionsPlan plan) => WalkSet(plan);

    public bool VisitIntersection(IntersectionPlan plan) => WalkSet(plan);

    public bool VisitUnion(UnionPlan plan) => WalkSet(plan);

    public bool VisitComplement(ComplementPlan plan) => WalkSet(plan);

    private bool Walk(WordsPlan plan, Predicate<int>? condition)
    {
        var scorer = new TermScorer(_ranking, scored ? plan.Expression.Terms : []);
        return reader.Walk(plan.Expression.Text, new PageVisitor(columns, sink, condition, scorer));
    }

    private bool WalkSet(MatchPlan plan)
    {
        var scores = scored ? new float[columns.Slots] : null;
        var slots = plan.Accept(new SetEvaluator(reader, columns, _ranking, _columnsMatcher, scores));
        foreach (var slot in slots.Enumerate())
        {
            if (columns.Kinds[slot] != StatementColumns.Gone && sink.Count(slot))
            {
                sink.Offer(slot, scores is null ? 0 : scores[slot]);
            }
        }

        return true;
    }
}
