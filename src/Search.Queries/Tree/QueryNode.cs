using Search.Core;

namespace Search.Queries;

/// <summary>What a user wrote, as a tree. <c>ToString()</c> prints it back as text that parses to an equal tree.</summary>
public abstract record QueryNode
{
    public abstract TResult Accept<TResult>(IQueryVisitor<TResult> visitor);

    public sealed override string ToString() => QueryPrinter.Print(this);
}

/// <summary>No query at all: every statement.</summary>
public sealed record EverythingNode : QueryNode
{
    public override TResult Accept<TResult>(IQueryVisitor<TResult> visitor) => visitor.VisitEverything(this);
}

/// <summary>All of two or more; never directly inside another conjunction.</summary>
public sealed record ConjunctionNode(EquatableList<QueryNode> Operands) : QueryNode
{
    /// <summary>Nothing: everything; one: itself; more: all of them, with conjunctions among them dissolved.</summary>
    public static QueryNode Of(IEnumerable<QueryNode> operands)
    {
        QueryNode[] flat =
        [
            .. operands.SelectMany(node => node is ConjunctionNode inner ? (IEnumerable<QueryNode>)inner.Operands : [node]),
        ];
        return flat.Length switch
        {
            0 => new EverythingNode(),
            1 => flat[0],
            _ => new ConjunctionNode([.. flat]),
        };
    }

    public override TResult Accept<TResult>(IQueryVisitor<TResult> visitor) => visitor.VisitConjunction(this);
}

/// <summary>Any of two or more; never directly inside another disjunction.</summary>
public sealed record DisjunctionNode(EquatableList<QueryNode> Operands) : QueryNode
{
    /// <summary>One: itself; more: any of them, with disjunctions among them dissolved.</summary>
    public static QueryNode Of(IEnumerable<QueryNode> operands)
    {
        QueryNode[] flat =
        [
            .. operands.SelectMany(node => node is DisjunctionNode inner ? (IEnumerable<QueryNode>)inner.Operands : [node]),
        ];
        return flat.Length == 1 ? flat[0] : new DisjunctionNode([.. flat]);
    }

    public override TResult Accept<TResult>(IQueryVisitor<TResult> visitor) => visitor.VisitDisjunction(this);
}

public sealed record NegationNode(QueryNode Operand) : QueryNode
{
    public override TResult Accept<TResult>(IQueryVisitor<TResult> visitor) => visitor.VisitNegation(this);
}
