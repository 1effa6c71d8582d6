using Search.Core;

namespace Search.Sqlite.Planning;

/// <summary>
/// How one match is answered: what FTS5 is asked, what is looked at in the rows it finds, what the columns decide, and how sets
/// of statements are put together. A plan is a value, belongs to no archive's revision, and prints itself.
/// </summary>
internal abstract record MatchPlan
{
    public abstract TResult Accept<TResult>(IMatchPlanVisitor<TResult> visitor);
}

/// <summary>A method for each kind of plan, so that a new one does not compile until it can be carried out.</summary>
internal interface IMatchPlanVisitor<out TResult>
{
    TResult VisitColumns(ColumnsPlan plan);

    TResult VisitWords(WordsPlan plan);

    TResult VisitPositions(PositionsPlan plan);

    TResult VisitFilter(FilterPlan plan);

    TResult VisitIntersection(IntersectionPlan plan);

    TResult VisitUnion(UnionPlan plan);

    TResult VisitComplement(ComplementPlan plan);
}

/// <summary>The statements that pass a test: all are tested.</summary>
internal sealed record ColumnsPlan(ColumnTest Test) : MatchPlan
{
    public override TResult Accept<TResult>(IMatchPlanVisitor<TResult> visitor) => visitor.VisitColumns(this);

    public override string ToString() => $"columns {Test}";
}

/// <summary>The rows of one FTS5 expression.</summary>
internal sealed record WordsPlan(WordsExpression Expression) : MatchPlan
{
    public override TResult Accept<TResult>(IMatchPlanVisitor<TResult> visitor) => visitor.VisitWords(this);

    public override string ToString() => $"words {Expression}";
}

/// <summary>The rows of an expression in which phrases stand where they must.</summary>
/// <param name="Expression">Finds rows that have all the words.</param>
/// <param name="Phrases">What is looked at in each; one, or several that must be near each other.</param>
/// <param name="Proximity">How near; null for one phrase.</param>
internal sealed record PositionsPlan(WordsExpression Expression, EquatableList<PhraseCheck> Phrases, ProximityCheck? Proximity) : MatchPlan
{
    public override TResult Accept<TResult>(IMatchPlanVisitor<TResult> visitor) => visitor.VisitPositions(this);

    public override string ToString() => $"positions {Expression} where {Proximity}[{string.Join("; ", Phrases)}]";
}

/// <summary>The statements of a plan that pass a test.</summary>
internal sealed record FilterPlan(MatchPlan Operand, ColumnTest Test) : MatchPlan
{
    public override TResult Accept<TResult>(IMatchPlanVisitor<TResult> visitor) => visitor.VisitFilter(this);

    public override string ToString() => $"filter({Operand}; {Test})";
}

internal sealed record IntersectionPlan(EquatableList<MatchPlan> Operands) : MatchPlan
{
    public override TResult Accept<TResult>(IMatchPlanVisitor<TResult> visitor) => visitor.VisitIntersection(this);

    public override string ToString() => $"intersection({string.Join("; ", Operands)})";
}

internal sealed record UnionPlan(EquatableList<MatchPlan> Operands) : MatchPlan
{
    public override TResult Accept<TResult>(IMatchPlanVisitor<TResult> visitor) => visitor.VisitUnion(this);

    public override string ToString() => $"union({string.Join("; ", Operands)})";
}

internal sealed record ComplementPlan(MatchPlan Operand) : MatchPlan
{
    public override TResult Accept<TResult>(IMatchPlanVisitor<TResult> visitor) => visitor.VisitComplement(this);

    public override string ToString() => $"complement({Operand})";
}
