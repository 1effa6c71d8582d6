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
    public virtual bool IsSettledBy(string contentHash, int versions, bool isMissing) => false;

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
/// <param name="now">When it came.</param>
internal sealed class PendingImport(Statement statement, DateTimeOffset now) : PendingStatement(statement)
{
    public override StatementHistory Onto() => new(Statement with { Trace = ArchiveTrace.At(now) }, []);

    public override StatementHistory Over(StatementHistory existing)
    {
        var isNewText = !StatementHash.OfText(existing.Statement).AsSpan().SequenceEqual(StatementHash.OfText(Statement));
        var trace = existing.Statement.Trace ?? ArchiveTrace.Restored(null, null, existing.Versions.Count, now);
        return new StatementHistory(
            Statement with { Trace = trace.Captured(isNewText, now) },
            isNewText ? [existing.Statement, .. existing.Versions] : existing.Versions);
    }

    public override bool IsSettledBy(string contentHash, int versions, bool isMissing) => contentHash == ContentHash && !isMissing;
}

/// <summary>A statement of the archive as it is understood now.</summary>
internal sealed class PendingRevision(RevisedStatement revised) : PendingStatement(revised.Statement)
{
    private readonly string _madeFrom = Convert.ToBase64String(revised.MadeFrom.Span);

    public override StatementHistory? Onto() => null;

    public override StatementHistory Over(StatementHistory existing) =>
        existing with { Statement = Statement with { Trace = existing.Statement.Trace } };

    public override bool IsSkippedOver(string contentHash) => contentHash != _madeFrom;
}

/// <summary>A statement with its history, which is joined with the archive's.</summary>
/// <param name="now">For when nobody noted that it came.</param>
internal sealed class PendingRestoration(StatementHistory history, DateTimeOffset now) : PendingStatement(history.Statement)
{
    public override StatementHistory Onto() => Traced(history, null);

    public override StatementHistory? Over(StatementHistory existing) =>
        history.Over(existing) is var joined && joined.IsSame(existing) ? null : Traced(joined, existing.Statement.Trace);

    private StatementHistory Traced(StatementHistory joined, ArchiveTrace? existing)
    {
        var trace = ArchiveTrace.Restored(joined.Statement.Trace, existing, joined.Versions.Count, now);
        return joined with { Statement = joined.Statement with { Trace = trace } };
    }

    public override bool IsSettledBy(string contentHash, int versions, bool isMissing) =>
        contentHash == ContentHash && versions == 0 && history.Versions.Count == 0;
}

/// <summary>What a whole list of its source says of a statement of the archive: that it is missing from it, or there.</summary>
internal sealed class PendingNote(Statement statement, DateTimeOffset? missing) : PendingStatement(statement)
{
    public override StatementHistory? Onto() => null;

    public override StatementHistory? Over(StatementHistory existing) => existing.Statement.Trace is { } trace
        ? existing with { Statement = existing.Statement with { Trace = trace with { Missing = missing } } }
        : null;
}
