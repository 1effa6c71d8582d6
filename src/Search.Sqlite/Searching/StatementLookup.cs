using Search.Core.Statements;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Searching;

/// <summary>Finds single statements.</summary>
internal static class StatementLookup
{
    /// <summary>By id, else by the id its source gave it where only one statement has that.</summary>
    public static Statement? Find(ReadSession session, string id)
    {
        if (StatementId.TryParse(id, out var parsed)
            && StatementRow.ReadOne(session.Reader, session.Columns.Dictionaries, StatementRow.ById, parsed.Value) is { } statement)
        {
            return statement;
        }

        var found = StatementRow.ReadMany(session.Reader, session.Columns.Dictionaries, StatementRow.BySourceId, id);
        return found is [var only] ? only : null;
    }

    public static IReadOnlyList<Statement> Versions(ReadSession session, StatementId id) =>
        StatementRow.ReadMany(session.Reader, session.Columns.Dictionaries, StatementRow.Versions, id.Value);
}
