namespace Search.Queries;

/// <summary>Text looked for in one field only.</summary>
/// <param name="Field"><see cref="QueryField.Title"/>, <see cref="QueryField.Issuer"/> or <see cref="QueryField.Source"/>.</param>
public sealed record FieldNode(QueryField Field, QueryNode Operand) : QueryNode
{
    public override TResult Accept<TResult>(IQueryVisitor<TResult> visitor) => visitor.VisitField(this);
}

/// <summary>Statements that have a value of a field.</summary>
/// <param name="Field">One whose values are compared whole; with no value also issuer and source.</param>
/// <param name="Value">As written; null for statements that have none.</param>
public sealed record ValueNode(QueryField Field, string? Value) : QueryNode
{
    public override TResult Accept<TResult>(IQueryVisitor<TResult> visitor) => visitor.VisitValue(this);
}

/// <summary>Issued within a range, both ends inclusive; at least one is given. A month or year as an end is meant whole.</summary>
public sealed record DateNode(DatePoint? From, DatePoint? To) : QueryNode
{
    public override TResult Accept<TResult>(IQueryVisitor<TResult> visitor) => visitor.VisitDate(this);
}

/// <summary>Issued before the first day of <paramref name="Point"/>.</summary>
public sealed record BeforeNode(DatePoint Point) : QueryNode
{
    public override TResult Accept<TResult>(IQueryVisitor<TResult> visitor) => visitor.VisitBefore(this);
}

/// <summary>Bears no date.</summary>
public sealed record UndatedNode : QueryNode
{
    public override TResult Accept<TResult>(IQueryVisitor<TResult> visitor) => visitor.VisitUndated(this);
}
