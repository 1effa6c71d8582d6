namespace Search.Archive.Upkeep;

/// <param name="Statements">Statements read back.</param>
/// <param name="ContentHash">SHA-256 over all content hashes in the order of ids; equal archives have equal hashes.</param>
/// <param name="Faults">What is wrong, in words a person can act on; empty when nothing is.</param>
public sealed record ArchiveCheck(long Statements, string ContentHash, IReadOnlyList<string> Faults);
