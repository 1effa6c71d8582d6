using Search.Archive.Searching;
using Search.Core.Statements;

namespace Search.Elasticsearch.Writing;

/// <summary>A statement on its way.</summary>
/// <param name="statement">The statement.</param>
internal sealed class PendingStatement(Statement statement)
{
    public Statement Statement { get; } = statement;

    public string Id => Statement.Id.Value;

    /// <summary>Whether an attempt had no answer: if the archive has just this statement, it may be by that attempt.</summary>
    public bool Uncertain { get; set; }
}

/// <summary>Counts what became of a batch.</summary>
internal sealed class WriteTally
{
    private readonly List<RefusedStatement> _refused = [];

    public int Added { get; set; }

    public int Changed { get; set; }

    public int Unchanged { get; set; }

    public void Refuse(Statement statement, string reason) => _refused.Add(new RefusedStatement(statement, reason));

    public WriteResult Result() => new(Added, Changed, Unchanged, [.. _refused]);
}
