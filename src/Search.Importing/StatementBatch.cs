using Search.Core.Statements;

namespace Search.Importing;

/// <summary>Statements on their way to an engine, with the places they come from.</summary>
internal sealed class StatementBatch
{
    private readonly List<Statement> _statements = [];
    private readonly List<string> _locations = [];

    public IReadOnlyList<Statement> Statements => _statements;

    /// <summary>UTF-16 units of text.</summary>
    public long Characters { get; private set; }

    public void Add(Statement statement, string location)
    {
        _statements.Add(statement);
        _locations.Add(location);
        Characters += statement.Title.Length + statement.Body.Length;
    }

    public bool IsFull(ImportOptions options) => options.IsFull(_statements.Count, Characters);

    /// <summary>Where a statement of this batch was read; its id when the engine gives back another object.</summary>
    public string LocationOf(Statement statement)
    {
        var index = _statements.FindIndex(other => other.Id == statement.Id);
        return index < 0 ? statement.Id.Value : _locations[index];
    }
}
