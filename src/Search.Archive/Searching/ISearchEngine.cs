using Search.Core.Statements;

namespace Search.Archive.Searching;

/// <summary>
/// An archive of statements that can be searched. Every engine passes the same contract (tests/Search.Testing).
/// Reading methods may be called by many at once.
/// </summary>
/// <remarks>
/// Errors: <see cref="EngineUnavailableException"/> when the engine cannot be asked, <see cref="CursorExpiredException"/>
/// when the archive has changed since a cursor was given, <see cref="QueryTooCostlyException"/>. None of them is ever
/// answered as an empty page.
/// </remarks>
public interface ISearchEngine : IStatementSearch, IAsyncDisposable
{
    /// <summary>What people read, such as where the archive lies.</summary>
    string Description { get; }

    /// <summary>The statement with this id, or the only one whose source gave it this id; null when there is none.</summary>
    Task<Statement?> GetAsync(string id, CancellationToken cancellationToken);

    /// <summary>Earlier captures of a statement whose text differs, newest first; empty when there are none.</summary>
    Task<IReadOnlyList<Statement>> GetVersionsAsync(StatementId id, CancellationToken cancellationToken);

    /// <summary>Every statement, newest first, as it was when the call began.</summary>
    IAsyncEnumerable<Statement> ReadAllAsync(CancellationToken cancellationToken);

    Task<ArchiveStatus> StatusAsync(CancellationToken cancellationToken);

    /// <summary>Reads back everything and compares it with itself: counts, content hashes, index against text.</summary>
    Task<ArchiveCheck> CheckAsync(IProgress<long>? progress, CancellationToken cancellationToken);

    /// <summary>Opens the archive for writing; only one writer holds it at a time.</summary>
    Task<IStatementWriter> OpenWriterAsync(WriterOptions options, CancellationToken cancellationToken);
}

/// <param name="Samples">What is written are the sample statements that come with the product.</param>
/// <param name="Bulk">A load so large that settings which only matter then are worth changing.</param>
/// <param name="Rewrite">Statements that the archive has just so are indexed again: the analysis may have changed since.</param>
public sealed record WriterOptions(bool Samples = false, bool Bulk = false, bool Rewrite = false);

/// <summary>
/// Writes statements. <see cref="WriteAsync"/> may be called again before an earlier call has ended (an engine prepares one
/// batch while it commits another); what a completed call reports as written survives a crash.
/// </summary>
public interface IStatementWriter : IAsyncDisposable
{
    /// <summary>Calls of <see cref="WriteAsync"/> that are worth having under way at once; more would only hold memory.</summary>
    int WritesAtOnce { get; }

    Task<WriteResult> WriteAsync(IReadOnlyList<Statement> batch, CancellationToken cancellationToken);

    /// <summary>Makes everything written findable and ends the load well; without it nothing acknowledged is lost either.</summary>
    Task CompleteAsync(CancellationToken cancellationToken);
}

/// <param name="Added">Statements the archive did not have.</param>
/// <param name="Changed">Statements whose text or metadata differ from what it had.</param>
/// <param name="Unchanged">Statements it had just so.</param>
/// <param name="Refused">Statements it did not take, with the reason.</param>
public sealed record WriteResult(int Added, int Changed, int Unchanged, IReadOnlyList<RefusedStatement> Refused);

public sealed record RefusedStatement(Statement Statement, string Reason);

public sealed record ArchiveStatus
{
    public required string Engine { get; init; }

    public required string Location { get; init; }

    public required long Statements { get; init; }

    /// <summary>Earlier captures kept beside the statements.</summary>
    public required long Versions { get; init; }

    /// <summary>True while the archive holds the samples and nothing else.</summary>
    public required bool Samples { get; init; }

    public DateOnly? Earliest { get; init; }

    public DateOnly? Latest { get; init; }

    public required long SizeInBytes { get; init; }

    /// <summary>The engine's own mark of the archive's state.</summary>
    public required string Generation { get; init; }

    public IReadOnlyList<SourceStatus> Sources { get; init; } = [];
}

public sealed record SourceStatus(string Source, long Statements, DateOnly? Earliest, DateOnly? Latest);

/// <param name="Statements">Statements read back.</param>
/// <param name="ContentHash">SHA-256 over all content hashes in the order of ids; equal archives have equal hashes.</param>
/// <param name="Faults">What is wrong, in words a person can act on; empty when nothing is.</param>
public sealed record ArchiveCheck(long Statements, string ContentHash, IReadOnlyList<string> Faults);
