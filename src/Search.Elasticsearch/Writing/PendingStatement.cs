using Search.Archive.Storing;
using Search.Core.Statements;
using Search.Elasticsearch.Documents;

namespace Search.Elasticsearch.Writing;

/// <summary>A statement on its way, and by what right it is written.</summary>
internal abstract class PendingStatement(Statement statement)
{
    private string? _contentHash;

    public Statement Statement { get; } = statement;

    public string Id => Statement.Id.Value;

    public string ContentHash => _contentHash ??= StatementDocument.ContentHash(Statement);

    /// <summary>An attempt that had no answer: if the archive has just this statement, it may be by that attempt.</summary>
    public UncertainAttempt Uncertain { get; set; }

    /// <summary>What the archive is to have where it has nothing; null for nothing.</summary>
    public abstract StatementHistory? Onto();

    /// <summary>What the archive is to have instead of what it has; null where it has that already.</summary>
    public abstract StatementHistory? Over(StatementHistory existing);

    /// <summary>Whether hash and number of versions alone tell that there is nothing to write.</summary>
    public virtual bool IsSettledBy(string contentHash, int versions) => false;

    /// <summary>Whether what is there may not be replaced.</summary>
    public virtual bool IsSkippedOver(string contentHash) => false;
}

internal enum UncertainAttempt
{
    None,
    ToAdd,
    ToReplace,
}

/// <summary>A capture, which comes over what the archive has; a text that differs makes that a version.</summary>
internal sealed class PendingImport(Statement statement) : PendingStatement(statement)
{
    public override StatementHistory Onto() => new(Statement, []);

    public override StatementHistory Over(StatementHistory existing) => new(
        Statement,
        StatementHash.OfText(existing.Statement).AsSpan().SequenceEqual(StatementHash.OfText(Statement))
            ? existing.Versions
            : [existing.Statement, .. existing.Versions]);

    public override bool IsSettledBy(string contentHash, int versions) => contentHash == ContentHash;
}

/// <summary>A statement of the archive as it is understood now.</summary>
internal sealed class PendingRevision(RevisedStatement revised) : PendingStatement(revised.Statement)
{
    private readonly string _madeFrom = Convert.ToBase64String(revised.MadeFrom.Span);

    public override StatementHistory? Onto() => null;

    public override StatementHistory Over(StatementHistory existing) => existing with { Statement = Statement };

    public override bool IsSkippedOver(string contentHash) => contentHash != _madeFrom;
}

/// <summary>A statement with its history, which is joined with the archive's.</summary>
internal sealed class PendingRestoration(StatementHistory history) : PendingStatement(history.Statement)
{
    public override StatementHistory Onto() => history;

    public override StatementHistory? Over(StatementHistory existing) =>
        history.Over(existing) is var joined && joined.IsSame(existing) ? null : joined;

    public override bool IsSettledBy(string contentHash, int versions) =>
        contentHash == ContentHash && versions == 0 && history.Versions.Count == 0;
}
