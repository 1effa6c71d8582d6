using Microsoft.Data.Sqlite;

namespace Search.Sqlite.Storage;

/// <summary>The tables of an archive's file. docs/decisions/0006 says why they are cut this way.</summary>
internal static class ArchiveSchema
{
    /// <summary>Kept in <c>PRAGMA user_version</c>; a file of another version is refused, never guessed at.</summary>
    public const int Version = 8;

    /// <summary>Kept in <c>PRAGMA application_id</c>, by which an archive is told from other programs' files: "Stmt" in ASCII.</summary>
    public const int ApplicationId = 0x53746D74;

    private const string Tables = """
        -- One row: the archive's own state. revision grows with every committed change.
        CREATE TABLE archive (
            revision INTEGER NOT NULL,
            -- The revision in which all statements were removed last; what readers hold from before it is gone.
            cleared INTEGER NOT NULL,
            samples INTEGER NOT NULL
        );
        INSERT INTO archive (revision, cleared, samples) VALUES (0, 0, 0);

        CREATE TABLE source (
            key INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE
        );
        CREATE TABLE language (
            key INTEGER PRIMARY KEY,
            tag TEXT NOT NULL UNIQUE
        );
        -- An issuer as printed in one way, with what it was resolved to.
        CREATE TABLE issuer (
            key INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            office TEXT,
            organisation TEXT,
            country TEXT,
            printed TEXT NOT NULL
        );
        CREATE INDEX issuer_printed ON issuer (printed, name);

        -- What filters, facets and ranking need; held in memory by every reader. Rows count from 1 without gaps, so that they
        -- are short in the index of words and a row is a place in memory. day: see ArchiveDay.
        CREATE TABLE statement (
            row INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            source_id TEXT,
            revision INTEGER NOT NULL,
            text INTEGER NOT NULL,
            day INTEGER NOT NULL,
            issuer INTEGER,
            source INTEGER NOT NULL,
            language INTEGER,
            kind INTEGER NOT NULL,
            countries BLOB,
            tokens INTEGER NOT NULL,
            capitals BLOB,
            content_hash BLOB NOT NULL,
            text_hash BLOB NOT NULL,
            -- What the archive noted of it. Times: see ArchiveTime. captured: the day of capture, 0 for none.
            captured INTEGER NOT NULL,
            received INTEGER NOT NULL,
            text_received INTEGER NOT NULL,
            versions INTEGER NOT NULL,
            missing INTEGER
        );
        CREATE INDEX statement_source_id ON statement (source_id) WHERE source_id IS NOT NULL;
        CREATE INDEX statement_revision ON statement (revision);
        -- What a reader is shown.
        CREATE TABLE statement_text (
            key INTEGER PRIMARY KEY,
            title TEXT NOT NULL,
            headline TEXT,
            body TEXT NOT NULL,
            source_url TEXT,
            captured TEXT,
            mentions BLOB
        );
        -- Fingerprints of a statement's texts, four bytes each, the lowest first. Read from end to end by who looks for some.
        CREATE TABLE statement_prints (
            row INTEGER PRIMARY KEY,
            prints BLOB NOT NULL
        );
        -- Earlier captures whose text differs; number counts from 1, oldest first.
        CREATE TABLE version (
            id TEXT NOT NULL,
            number INTEGER NOT NULL,
            text INTEGER NOT NULL,
            source_id TEXT,
            day INTEGER NOT NULL,
            issuer INTEGER,
            source INTEGER NOT NULL,
            language INTEGER,
            kind INTEGER NOT NULL,
            content_hash BLOB NOT NULL,
            PRIMARY KEY (id, number)
        ) WITHOUT ROWID;

        CREATE VIRTUAL TABLE statement_index USING fts5 (
            title, body, content = '', contentless_delete = 1, tokenize = 'statement_tokens'
        );
        INSERT INTO statement_index (statement_index, rank) VALUES ('hashsize', 67108864);
        CREATE VIRTUAL TABLE statement_words USING fts5vocab (statement_index, row);
        """;

    /// <summary>Makes the tables in a file that has none; another process may do so at the same time.</summary>
    /// <remarks>
    /// The file is switched to a log only when the tables are in it, so that its own first page says from the beginning that it
    /// is an archive, whatever becomes of the log.
    /// </remarks>
    public static void Create(SqliteConnection connection)
    {
        using (var transaction = connection.BeginTransaction(deferred: false))
        {
            using var isMade = connection.CreateCommand();
            isMade.CommandText = "SELECT count(*) FROM sqlite_schema";
            if ((long)isMade.ExecuteScalar()! == 0)
            {
                Execute(connection, $"{Tables}; PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version};");
            }

            transaction.Commit();
        }

        Execute(connection, "PRAGMA journal_mode = WAL");
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
