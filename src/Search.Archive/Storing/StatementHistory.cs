using Search.Core.Statements;

namespace Search.Archive.Storing;

/// <summary>A statement as it is now, with its earlier captures whose texts differ.</summary>
/// <param name="Statement">The current text.</param>
/// <param name="Versions">Newest first; empty when there are none.</param>
public sealed record StatementHistory(Statement Statement, IReadOnlyList<Statement> Versions)
{
    /// <summary>
    /// This history where an archive has another of the same statement: it stands as it is, and texts that only the archive
    /// has are kept among its versions, by the time of their capture where all are known, else as the oldest.
    /// </summary>
    /// <param name="existing">What the archive has; null for nothing.</param>
    public StatementHistory Over(StatementHistory? existing)
    {
        if (existing is null)
        {
            return this;
        }

        var known = new HashSet<string>(Versions.Prepend(Statement).Select(KeyOf), StringComparer.Ordinal);
        Statement[] others = [.. existing.Versions.Prepend(existing.Statement).Where(version => known.Add(KeyOf(version)))];
        if (others.Length == 0)
        {
            return this;
        }

        Statement[] versions = [.. Versions, .. others];
        return this with
        {
            // The sort is stable: captures of one time stay as they were.
            Versions = versions.All(version => version.Captured is not null)
                ? [.. versions.OrderByDescending(version => version.Captured)]
                : versions,
        };
    }

    /// <summary>Whether statement and versions are the same, in the same order, but for times of capture.</summary>
    public bool IsSame(StatementHistory other) =>
        Versions.Count == other.Versions.Count
        && Versions.Prepend(Statement).Zip(other.Versions.Prepend(other.Statement)).All(pair =>
            StatementHash.OfContent(pair.First).AsSpan().SequenceEqual(StatementHash.OfContent(pair.Second)));

    private static string KeyOf(Statement version) => Convert.ToBase64String(StatementHash.OfText(version));
}
