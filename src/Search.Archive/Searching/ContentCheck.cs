using Search.Core.Statements;

namespace Search.Archive.Searching;

/// <summary>
/// Statements that are shown or handed on whole are what was written, or are not shown: an engine keeps the content hash of each
/// beside it, and a copy on a disk that forgets bits is otherwise taken for what an office said.
/// </summary>
public static class ContentCheck
{
    /// <summary>The statement, which is what was written.</summary>
    /// <param name="statement">As it was read from the archive.</param>
    /// <param name="contentHash">As <see cref="StatementHash.OfContent"/> gave it when the statement was written.</param>
    /// <exception cref="ArchiveDamagedException">It differs.</exception>
    public static Statement Sound(Statement statement, ReadOnlySpan<byte> contentHash) =>
        StatementHash.OfContent(statement).AsSpan().SequenceEqual(contentHash)
            ? statement
            : throw new ArchiveDamagedException(
                $"Statement {statement.Id} is not what was written (its content hash differs), so that it is not shown. "
                + "`verify` finds all that are damaged; take them from a sound copy of the archive, or import their "
                + "sources into a new one.",
                statementId: statement.Id.Value);
}
