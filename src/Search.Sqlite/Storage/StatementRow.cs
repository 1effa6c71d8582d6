using System.Globalization;
using Microsoft.Data.Sqlite;
using Search.Archive.Searching;
using Search.Core.Statements;

namespace Search.Sqlite.Storage;

/// <summary>Reads statements whole, from the archive's current rows or from earlier versions.</summary>
internal static class StatementRow
{
    private const string TextColumns = "t.title, t.headline, t.body, t.source_url, t.captured, t.mentions";

    private const int ContentHash = 13;

    private const int Received = 14;

    private const string Columns = $"s.id, s.source_id, s.day, s.issuer, s.source, s.language, s.kind, {TextColumns}, s.content_hash, "
        + "s.received, s.text_received, s.versions, s.missing";

    private const string From = "FROM statement s JOIN statement_text t ON t.key = s.text";

    public const string ByRow = $"SELECT {Columns} {From} WHERE s.row = ?1";

    public const string ById = $"SELECT {Columns} {From} WHERE s.id = ?1";

    /// <summary>Two rows at most: the second only tells that the first is not the only one.</summary>
    public const string BySourceId = $"SELECT {Columns} {From} WHERE s.source_id = ?1 LIMIT 2";

    public const string Versions =
        $"SELECT v.id, v.source_id, v.day, v.issuer, v.source, v.language, v.kind, {TextColumns}, v.content_hash, NULL "
        + "FROM version v JOIN statement_text t ON t.key = v.text WHERE v.id = ?1 ORDER BY v.number DESC";

    /// <summary>As it stands in the archive, whether that is what was written or not; null when there is none.</summary>
    /// <exception cref="ArchiveDamagedException">It cannot be read.</exception>
    public static Statement? ReadOne(ReaderConnection reader, ArchiveDictionaries dictionaries, string sql, object key)
    {
        using var rows = reader.Command(sql, key).ExecuteReader();
        return rows.Read() ? Read(rows, dictionaries) : null;
    }

    /// <summary>Statements that are shown whole: each is what was written.</summary>
    /// <exception cref="ArchiveDamagedException">One cannot be read, or differs from its content hash.</exception>
    public static IReadOnlyList<Statement> ReadSound(ReaderConnection reader, ArchiveDictionaries dictionaries, string sql, object key) =>
        ReadSound(reader.Command(sql, key), dictionaries);

    public static IReadOnlyList<Statement> ReadSound(SqliteCommand command, ArchiveDictionaries dictionaries)
    {
        var statements = new List<Statement>();
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            statements.Add(ContentCheck.Sound(Read(rows, dictionaries), (byte[])rows.GetValue(ContentHash)));
        }

        return statements;
    }

    private static Statement Read(SqliteDataReader rows, ArchiveDictionaries dictionaries)
    {
        try
        {
            return ReadColumns(rows, dictionaries);
        }
        catch (Exception exception) when (SqliteFaults.IsUnreadable(exception))
        {
            throw new ArchiveDamagedException(
                $"A statement in the archive cannot be read ({exception.Message}); `verify` names it.", exception);
        }
    }

    private static Statement ReadColumns(SqliteDataReader rows, ArchiveDictionaries dictionaries) => new()
    {
        Id = StatementId.TryParse(rows.GetString(0), out var id) ? id : throw new InvalidDataException($"{rows.GetString(0)} is no id"),
        SourceId = Text(rows, 1),
        Issued = ToIssueDate(rows.GetInt32(2)),
        Issuer = rows.IsDBNull(3) ? null : ToIssuer(dictionaries.Issuers[rows.GetInt32(3)]),
        Source = dictionaries.Sources[rows.GetInt32(4)],
        Language = rows.IsDBNull(5) ? null : dictionaries.Languages[rows.GetInt32(5)],
        Kind = ToKind(rows.GetInt32(6)),
        Title = rows.GetString(7),
        Headline = Text(rows, 8),
        Body = rows.GetString(9),
        SourceUrl = Text(rows, 10),
        Captured = rows.IsDBNull(11)
            ? null
            : DateTimeOffset.ParseExact(rows.GetString(11), "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        Countries = rows.IsDBNull(12) ? [] : MentionCodec.Decode((byte[])rows.GetValue(12)),
        Trace = rows.IsDBNull(Received) ? null : ToTrace(rows),
    };

    private static ArchiveTrace ToTrace(SqliteDataReader rows) => ArchiveTime.Trace(
        rows.GetInt64(Received),
        rows.GetInt64(Received + 1),
        rows.GetInt64(Received + 2),
        rows.IsDBNull(Received + 3) ? null : rows.GetInt64(Received + 3));

    private static IssueDate? ToIssueDate(int value) =>
        ArchiveDay.IsSound(value) ? ArchiveDay.Decode(value) : throw new InvalidDataException($"{value} is no date");

    private static StatementKind ToKind(int value) =>
        Enum.IsDefined((StatementKind)value) ? (StatementKind)value : throw new InvalidDataException($"{value} is no kind");

    private static string? Text(SqliteDataReader rows, int column) => rows.IsDBNull(column) ? null : rows.GetString(column);

    private static Issuer ToIssuer(IssuerEntry entry) =>
        new(entry.Name, entry.Office, entry.Organisation, entry.Country, entry.Printed);
}
