namespace Search.Core.Queries;

/// <summary>What a user wrote, as a tree. <c>ToString()</c> prints it back as text that parses to an equal tree.</summary>
public abstract record QueryNode;

/// <summary>No query at all: every statement.</summary>
public sealed record EverythingNode : QueryNode
{
    public override string ToString() => string.Empty;
}
