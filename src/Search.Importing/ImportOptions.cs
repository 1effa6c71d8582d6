using Search.Reading.Files;

namespace Search.Importing;

/// <summary>How statements are carried to an engine.</summary>
public sealed record ImportOptions
{
    /// <summary>Statements in a batch at most.</summary>
    public int BatchCount { get; init; } = 1_000;

    /// <summary>
    /// UTF-16 units of text in a batch at which it is sent; one statement alone may have more. It keeps memory level whatever the
    /// length of statements.
    /// </summary>
    public int BatchCharacters { get; init; } = 1 << 19;

    /// <summary>Batches an engine has at a time; null for as many as its writer wants.</summary>
    public int? WritesInFlight { get; init; }

    /// <summary>Read and count; write nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Whether the samples are imported.</summary>
    public bool Samples { get; init; }

    /// <summary>
    /// A source of which everything that it has now is imported: what the archive has of it besides is noted as missing. Null for none.
    /// </summary>
    public string? CompleteSource { get; init; }

    /// <summary>How files are read.</summary>
    public ReadOptions Reading { get; init; } = ReadOptions.Default;

    /// <summary>Bytes of input from which an engine is told that the load is large.</summary>
    public long BulkBytes { get; init; } = 32 << 20;

    /// <summary>Whether a batch with so many statements and UTF-16 units of text is to be sent.</summary>
    internal bool IsFull(int count, long characters) => count >= BatchCount || characters >= BatchCharacters;
}
