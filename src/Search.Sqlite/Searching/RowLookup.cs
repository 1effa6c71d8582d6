using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Core.Statements;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Searching;

/// <summary>Finds single statements, to be shown whole.</summary>
internal static class RowLookup
{
    /// <summary>By id, else by the id its source gave it where only one statement has that.</summary>
    public static StatementHistory? Find(ReadSession session, string id) =>
        FindStatement(session, id) is { } statement ? new StatementHistory(statement, Versions(session, statement)) : null;

    /// <summary>The statement in a row that is known to have one.</summary>
    /// <param name="hasVersions">Whether any statement of the archive has versions.</param>
    public static StatementHistory InRow(ReadSession session, long row, bool hasVersions) =>
        StatementRow.ReadSound(session.Reader, session.Columns.Dictionaries, StatementRow.ByRow, row) is [var statement]
            ? new StatementHistory(statement, hasVersions ? Versions(session, statement) : [])
            : throw new ArchiveDamagedException($"The statement in row {row} has lost its text; `verify` says what is wrong.");

    private static Statement? FindStatement(ReadSession session, string id)
    {
        if (StatementId.TryParse(id, out var parsed) && Read(session, StatementRow.ById, parsed.Value) is [var statement])
        {
            return statement;
        }

        return Read(session, StatementRow.BySourceId, id) is [var only] ? only : null;
    }

    private static IReadOnlyList<Statement> Versions(ReadSession session, Statement statement) =>
        Read(session, StatementRow.Versions, statement.Id.Value);

    private static IReadOnlyList<Statement> Read(ReadSession session, string sql, string id) =>
        StatementRow.ReadSound(session.Reader, session.Columns.Dictionaries, sql, id);
}
