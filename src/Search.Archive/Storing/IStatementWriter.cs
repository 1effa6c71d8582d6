using Search.Core.Statements;

namespace Search.Archive.Storing;

/// <summary>
/// Writes statements; the verb says by what right. Each may be called again before an earlier call has ended (an engine
/// prepares one batch while it commits another); what a completed call reports as written survives a crash. A call that is
/// cancelled has written nothing where its turn had not come yet; later it may have, and the same again tells.
/// </summary>
public interface IStatementWriter : IAsyncDisposable
{
    /// <summary>Calls that are worth having under way at once; more would only hold memory.</summary>
    int WritesAtOnce { get; }

    /// <summary>
    /// Takes captures of statements, the later over the earlier. A text that differs from the archive's makes that an
    /// earlier version.
    /// </summary>
    Task<WriteResult> ImportAsync(IReadOnlyList<Statement> batch, CancellationToken cancellationToken);

    /// <summary>
    /// Takes what is understood anew of statements of the archive, and indexes them again even where nothing differs. A
    /// statement that the archive has otherwise by now, or no more, is skipped.
    /// </summary>
    Task<WriteResult> ReviseAsync(IReadOnlyList<RevisedStatement> batch, CancellationToken cancellationToken);

    /// <summary>
    /// Puts statements back with their whole history, as <see cref="StatementHistory.Over"/> joins it with the archive's.
    /// The same again changes nothing.
    /// </summary>
    Task<WriteResult> RestoreAsync(IReadOnlyList<StatementHistory> batch, CancellationToken cancellationToken);

    /// <summary>
    /// Notes, after an import of a source's whole list, which of its statements the list lacks, and that the others are there.
    /// </summary>
    /// <param name="source">The source.</param>
    /// <param name="listed">Ids of the statements that the list has.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>How many the list lacks that were not known to be missing before.</returns>
    Task<int> NoteMissingAsync(string source, IReadOnlySet<string> listed, CancellationToken cancellationToken);

    /// <summary>Makes everything written findable and ends the load well; without it nothing acknowledged is lost either.</summary>
    Task CompleteAsync(CancellationToken cancellationToken);
}

/// <param name="Statement">As it is understood now.</param>
/// <param name="MadeFrom">The <see cref="StatementHash.OfContent"/> of the archive's statement that it was made from.</param>
public sealed record RevisedStatement(Statement Statement, ReadOnlyMemory<byte> MadeFrom);

/// <param name="Added">Statements the archive did not have.</param>
/// <param name="Changed">Statements whose text, metadata or earlier versions differ from what it had.</param>
/// <param name="Unchanged">Statements it had just so.</param>
/// <param name="Refused">Statements it did not take, with the reason.</param>
public sealed record WriteResult(int Added, int Changed, int Unchanged, IReadOnlyList<RefusedStatement> Refused)
{
    /// <summary>Revisions of what the archive no longer has, or has otherwise.</summary>
    public int Skipped { get; init; }
}

public sealed record RefusedStatement(Statement Statement, string Reason);
