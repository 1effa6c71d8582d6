namespace Search.Reading;

/// <summary>Reads statements from files as they stand on the web or as scrapers save them, whatever kind of file it is.</summary>
public sealed class StatementFileReader
{
    /// <summary>Streams the file's records; a bad one is a result with a fault and never ends the rest.</summary>
    /// <param name="stream">Read from its beginning to its end; not closed.</param>
    /// <param name="name">The file's name or path: its ending is a hint, its content decides.</param>
    /// <param name="options">What else to do.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    public IAsyncEnumerable<ReadResult> ReadAsync(
        Stream stream, string name, ReadOptions options, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{GetType()}{stream}{name}{options}{cancellationToken.IsCancellationRequested}");
}

/// <param name="Explain">Fill <see cref="ReadResult.Explanation"/>.</param>
/// <param name="IgnoreIssuerField">Leave a record's own issuer field aside and find the issuer in the text (for measuring).</param>
public sealed record ReadOptions(bool Explain = false, bool IgnoreIssuerField = false)
{
    public static ReadOptions Default { get; } = new();
}
