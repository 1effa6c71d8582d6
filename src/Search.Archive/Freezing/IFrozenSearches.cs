using Search.Archive.Searching;

namespace Search.Archive.Freezing;

/// <summary>
/// Results that were frozen to be cited, each a text under its hash, beside the statements: they outlast every rebuild, and no import
/// touches them. What the text says is not the engine's concern.
/// </summary>
public interface IFrozenSearches
{
    /// <summary>Keeps a text under its hash; the same again changes nothing.</summary>
    /// <exception cref="ArchiveReadOnlyException">Nothing can be written here, or not with these credentials.</exception>
    /// <exception cref="FrozenRoomException">As many are kept as may be.</exception>
    Task KeepAsync(FrozenText frozen, CancellationToken cancellationToken);

    /// <summary>The text under a hash; null when there is none.</summary>
    Task<string?> FindAsync(string hash, CancellationToken cancellationToken);
}

/// <param name="Hash">SHA-256 of the text in UTF-8, in lower-case hexadecimal.</param>
/// <param name="Text">The result in its canonical form.</param>
public sealed record FrozenText(string Hash, string Text)
{
    /// <summary>How many an archive keeps: anybody may add one, and nobody takes one away.</summary>
    public const int Most = 10_000;
}

/// <summary>The archive keeps as many frozen results as it may.</summary>
public sealed class FrozenRoomException()
    : Exception($"The archive keeps {FrozenText.Most:N0} frozen results already, and no more.");
