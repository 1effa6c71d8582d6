using Search.Archive.Storing;
using Search.Core.Statements;

namespace Search.Elasticsearch.Writing;

/// <summary>Counts what became of a batch.</summary>
internal sealed class WriteTally
{
    private readonly List<RefusedStatement> _refused = [];

    public int Added { get; set; }

    public int Changed { get; set; }

    public int Unchanged { get; set; }

    public int Skipped { get; set; }

    public void Refuse(Statement statement, string reason) => _refused.Add(new RefusedStatement(statement, reason));

    public WriteResult Result() => new(Added, Changed, Unchanged, [.. _refused]) { Skipped = Skipped };
}
