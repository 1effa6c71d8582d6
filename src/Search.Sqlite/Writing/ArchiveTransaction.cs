using Microsoft.Data.Sqlite;
using Search.Archive.Storing;
using Search.Core.Statements;
using Search.Sqlite.Storage;
using SQLitePCL;

namespace Search.Sqlite.Writing;

/// <summary>What the archive has under a statement's id.</summary>
internal sealed record ExistingStatement(long Row, long Text, byte[] ContentHash, byte[] TextHash, ArchiveTrace Trace);

/// <summary>One batch's changes: all of them are there after <see cref="Commit"/>, none before.</summary>
/// <remarks>
/// No statement here that runs once per statement of a batch may need a savepoint of its own (INSERT … RETURNING does):
/// at each savepoint FTS5 writes what it has gathered to disk, which made loading four times slower.
/// </remarks>
internal sealed class ArchiveTransaction : IDisposable
{
    private readonly WriterCommands _commands;
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private (int Made, ArchiveDictionaries Read)? _dictionaries;
    private readonly long _revision;
    private long _nextRow;
    private long _nextText;

    public ArchiveTransaction(SqliteConnection connection, WriterCommands commands)
    {
        _commands = commands;
        _connection = connection;
        _transaction = connection.BeginTransaction(deferred: false);
        _revision = (long)commands.Scalar("SELECT revision FROM archive")! + 1;
        _nextRow = (long)commands.Scalar("SELECT coalesce(max(row), 0) + 1 FROM statement")!;
        _nextText = (long)commands.Scalar("SELECT coalesce(max(key), 0) + 1 FROM statement_text")!;
    }

    public bool HoldsSamples => (long)_commands.Scalar("SELECT samples FROM archive")! != 0;

    public bool IsEmpty => _commands.Scalar("SELECT 1 FROM statement LIMIT 1") is null;

    public bool Changed { get; private set; }

    public void MarkSamples(bool samples)
    {
        _commands.Execute("UPDATE archive SET samples = ?1", samples ? 1 : 0);
        Changed = true;
    }

    /// <summary>Removes every statement; what the small tables name stays, as readers hold their keys.</summary>
    public void RemoveAll()
    {
        _commands.Execute("UPDATE archive SET cleared = ?1", _revision);
        _commands.Execute("INSERT INTO statement_index (statement_index) VALUES ('delete-all')");
        _commands.Execute("DELETE FROM statement");
        _commands.Execute("DELETE FROM version");
        _commands.Execute("DELETE FROM statement_prints");
        _commands.Execute("DELETE FROM statement_text");
        _nextRow = 1;
        _nextText = 1;
        Changed = true;
    }

    public ExistingStatement? Find(StatementId id) => _commands.First(
        "SELECT row, text, content_hash, text_hash, received, text_received, versions, missing FROM statement WHERE id = ?1",
        static row => new ExistingStatement(
            raw.sqlite3_column_int64(row, 0),
            raw.sqlite3_column_int64(row, 1),
            raw.sqlite3_column_blob(row, 2).ToArray(),
            raw.sqlite3_column_blob(row, 3).ToArray(),
            ArchiveTime.Trace(
                raw.sqlite3_column_int64(row, 4),
                raw.sqlite3_column_int64(row, 5),
                raw.sqlite3_column_int64(row, 6),
                raw.sqlite3_column_type(row, 7) == raw.SQLITE_NULL ? null : raw.sqlite3_column_int64(row, 7))),
        id.Value);

    /// <summary>What the archive has of a statement, whole.</summary>
    /// <param name="existing">Its row.</param>
    /// <param name="id">Its id.</param>
    /// <param name="keysMade">How many keys this transaction has made so far: with a new one the small tables are read again.</param>
    public StatementHistory History(ExistingStatement existing, StatementId id, int keysMade)
    {
        if (_dictionaries is not { } dictionaries || dictionaries.Made != keysMade)
        {
            _dictionaries = dictionaries = (keysMade, ArchiveDictionaries.Read(sql => Command(sql)));
        }

        return new StatementHistory(
            StatementRow.ReadSound(Command(StatementRow.ByRow, existing.Row), dictionaries.Read)[0],
            StatementRow.ReadSound(Command(StatementRow.Versions, id.Value), dictionaries.Read));
    }

    /// <summary>Notes that a whole list of its source lacks a statement, or that it is there again.</summary>
    public void NoteMissing(long row, DateTimeOffset? missing)
    {
        _commands.Execute(
            "UPDATE statement SET missing = ?2, revision = ?3 WHERE row = ?1",
            row,
            missing is { } time ? ArchiveTime.Encode(time) : null,
            _revision);
        Changed = true;
    }

    /// <summary>How many of a source's statements a whole list lacks that it did not lack before.</summary>
    public int NoteMissing(string source, IReadOnlySet<string> listed, DateTimeOffset now)
    {
        var (lacking, present) = (new List<long>(), new List<long>());
        using (var command = Command(
            "SELECT row, id, missing FROM statement WHERE source = (SELECT key FROM source WHERE name = ?1)", source))
        using (var rows = command.ExecuteReader())
        {
            while (rows.Read())
            {
                var isListed = listed.Contains(rows.GetString(1));
                if (isListed != rows.IsDBNull(2))
                {
                    (isListed ? present : lacking).Add(rows.GetInt64(0));
                }
            }
        }

        lacking.ForEach(row => NoteMissing(row, ArchiveTrace.Whole(now)));
        present.ForEach(row => NoteMissing(row, null));
        return lacking.Count;
    }

    /// <summary>The next free row.</summary>
    public long NextRow() => _nextRow++;

    /// <summary>Keeps a statement's present text as its newest earlier version.</summary>
    public void KeepVersion(ExistingStatement existing) => _commands.Execute(
        """
        INSERT INTO version (id, number, text, source_id, day, issuer, source, language, kind, content_hash)
        SELECT id, (SELECT coalesce(max(number), 0) + 1 FROM version v WHERE v.id = statement.id),
               text, source_id, day, issuer, source, language, kind, content_hash
        FROM statement WHERE row = ?1
        """,
        existing.Row);

    /// <summary>Removes a statement's earlier versions with their texts.</summary>
    public void RemoveVersions(StatementId id)
    {
        _commands.Execute("DELETE FROM statement_text WHERE key IN (SELECT text FROM version WHERE id = ?1)", id.Value);
        _commands.Execute("DELETE FROM version WHERE id = ?1", id.Value);
    }

    /// <param name="number">From 1 for the oldest.</param>
    /// <param name="version">An earlier capture.</param>
    /// <param name="dictionaries">The keys of sources, languages and issuers.</param>
    public void InsertVersion(int number, Statement version, WriterDictionaries dictionaries)
    {
        var text = InsertText(version, version.Title, version.Body, MentionCodec.Encode(version.Countries));
        _commands.Execute(
            """
            INSERT INTO version (id, number, text, source_id, day, issuer, source, language, kind, content_hash)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
            """,
            version.Id.Value,
            number,
            text,
            version.SourceId,
            ArchiveDay.Encode(version.Issued),
            dictionaries.IssuerKey(version.Issuer),
            dictionaries.SourceKey(version.Source),
            dictionaries.LanguageKey(version.Language),
            (int)version.Kind,
            StatementHash.OfContent(version));
    }

    public void RemoveText(long text) => _commands.Execute("DELETE FROM statement_text WHERE key = ?1", text);

    /// <summary>Takes a statement out of its row, for another text to come into it.</summary>
    public void Empty(long row)
    {
        _commands.Execute("DELETE FROM statement_index WHERE rowid = ?1", row);
        _commands.Execute("DELETE FROM statement WHERE row = ?1", row);
        _commands.Execute("DELETE FROM statement_prints WHERE row = ?1", row);
        Changed = true;
    }

    /// <param name="row">Where it comes to.</param>
    /// <param name="prepared">The statement.</param>
    /// <param name="buffer">The batch's, in which its texts and tokens are.</param>
    /// <param name="dictionaries">The keys of sources, languages and issuers.</param>
    /// <param name="trace">What is noted of it.</param>
    public void Insert(
        long row, PreparedStatement prepared, ReadOnlyMemory<byte> buffer, WriterDictionaries dictionaries, ArchiveTrace trace)
    {
        var statement = prepared.Statement;
        var text = InsertText(
            statement, new Utf8Text(buffer[prepared.Title.Utf8]), new Utf8Text(buffer[prepared.Body.Utf8]), prepared.Mentions);
        _commands.Execute(
            """
            INSERT INTO statement
                (row, id, source_id, revision, text, day, issuer, source, language, kind, countries,
                tokens, capitals, content_hash, text_hash, captured, received, text_received, versions, missing)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)
            """,
            row,
            statement.Id.Value,
            statement.SourceId,
            _revision,
            text,
            ArchiveDay.Encode(statement.Issued),
            dictionaries.IssuerKey(statement.Issuer),
            dictionaries.SourceKey(statement.Source),
            dictionaries.LanguageKey(statement.Language),
            (int)statement.Kind,
            prepared.CountryKinds,
            prepared.TokenCount,
            prepared.Capitals,
            prepared.ContentHash,
            prepared.TextHash,
            ArchiveTime.DayOf(statement.Captured),
            ArchiveTime.Encode(trace.Received),
            ArchiveTime.Encode(trace.TextReceived),
            trace.Versions,
            trace.Missing is { } missing ? ArchiveTime.Encode(missing) : null);
        _commands.Execute(
            "INSERT INTO statement_index (rowid, title, body) VALUES (?1, ?2, ?3)",
            row,
            buffer[prepared.Title.Tokens],
            buffer[prepared.Body.Tokens]);
        if (prepared.Prints is not null)
        {
            _commands.Execute("INSERT INTO statement_prints (row, prints) VALUES (?1, ?2)", row, prepared.Prints);
        }

        Changed = true;
    }

    public void Commit()
    {
        if (Changed)
        {
            _commands.Execute("UPDATE archive SET revision = ?1", _revision);
        }

        _transaction.Commit();
    }

    public void Dispose() => _transaction.Dispose();

    /// <summary>The key of the text.</summary>
    private long InsertText(Statement statement, object title, object body, byte[]? mentions)
    {
        var text = _nextText++;
        _commands.Execute(
            """
            INSERT INTO statement_text (key, title, headline, body, source_url, captured, mentions)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            """,
            text,
            title,
            statement.Headline,
            body,
            statement.SourceUrl,
            statement.Captured?.ToString("O"),
            mentions);
        return text;
    }

    /// <summary>For the few reads of whole statements; it is disposed with its connection.</summary>
    private SqliteCommand Command(string sql, object? key = null)
    {
        var command = _connection.CreateCommand();
        command.Transaction = _transaction;
        command.CommandText = sql;
        if (key is not null)
        {
            command.Parameters.AddWithValue("?1", key);
        }

        return command;
    }
}
