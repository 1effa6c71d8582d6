using Search.Archive.Searching;
using Search.Core.Statements;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Searching;

/// <summary>Finds single statements, to be shown whole.</summary>
internal static class RowLookup
{
    /// <summary>By id, else by the id its source gave it where only one statement has that.</summary>
    public static Statement? Find(ReadSession session, string id)
    {
        if (StatementId.TryParse(id, out var parsed) && Read(session, StatementRow.ById, parsed.Value) is [var statement])
        {
            return statement;
        }

        return Read(session, StatementRow.BySourceId, id) is [var only] ? only : null;
    }

    /// <summary>The statement in a row that is known to have one.</summary>
    public static Statement InRow(ReadSession session, long row) =>
        StatementRow.ReadSound(session.Reader, session.Columns.Dictionaries, StatementRow.ByRow, row) is [var statement]
            ? statement
            : throw new ArchiveDamagedException($"The statement in row {row} has lost its text; `verify` says what is wrong.");

    public static IReadOnlyList<Statement> Versions(ReadSession session, StatementId id) => Read(session, StatementRow.Versions, id.Value);

    private static IReadOnlyList<Statement> Read(ReadSession session, string sql, string id) =>
        StatementRow.ReadSound(session.Reader, session.Columns.Dictionaries, sql, id);
}
