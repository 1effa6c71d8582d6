using Search.Archive.Storing;

namespace Search.Sqlite.Writing;

/// <summary>A statement that is ready to be written, and by what right.</summary>
internal abstract record StatementChange(PreparedStatement Prepared);

/// <summary>A capture, which comes over what the archive has.</summary>
internal sealed record ImportChange(PreparedStatement Prepared) : StatementChange(Prepared);

/// <param name="MadeFrom">The content hash that the archive's statement must still have.</param>
internal sealed record ReviseChange(PreparedStatement Prepared, ReadOnlyMemory<byte> MadeFrom) : StatementChange(Prepared);

/// <param name="History">The prepared statement's, to be joined with the archive's.</param>
internal sealed record RestoreChange(PreparedStatement Prepared, StatementHistory History) : StatementChange(Prepared);
