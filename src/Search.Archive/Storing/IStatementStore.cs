namespace Search.Archive.Storing;

/// <summary>Statements whole, with their earlier captures: one, all of them, or to be written.</summary>
public interface IStatementStore
{
    /// <summary>The statement with this id, or the only one whose source gave it this id; null when there is none.</summary>
    Task<StatementHistory?> GetAsync(string id, CancellationToken cancellationToken);

    /// <summary>Every statement, newest first, as it was when the call began.</summary>
    IAsyncEnumerable<StatementHistory> ReadAllAsync(CancellationToken cancellationToken);

    /// <summary>Opens the archive for writing.</summary>
    /// <exception cref="Searching.ArchiveBusyException">Another writer holds an archive that takes only one at a time.</exception>
    Task<IStatementWriter> OpenWriterAsync(WritePurpose purpose, CancellationToken cancellationToken);
}

/// <summary>What a writer is opened for.</summary>
public enum WritePurpose
{
    /// <summary>Statements as they come, beside searches.</summary>
    Update,

    /// <summary>A load so large that settings which only matter then are worth changing.</summary>
    Load,

    /// <summary>The sample statements that come with the product, which never join real ones and go when these come.</summary>
    Samples,
}
