using Microsoft.Data.Sqlite;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Indexing;

/// <summary>Keeps the newest columns and brings them up to the revision a reader sees, reading only what has changed.</summary>
internal sealed class ColumnsCache
{
    /// <summary>Rows have no gaps; should they once have some, no more than this.</summary>
    private const int MaxMissing = 1 << 16;

    private readonly Lock _lock = new();
    private volatile StatementColumns _current = StatementColumns.Empty;

    /// <summary>
    /// The columns of the revision that the reader's transaction sees; null when they are already newer, so that the
    /// transaction must be begun anew.
    /// </summary>
    public StatementColumns? For(ReaderConnection reader)
    {
        var (revision, cleared, samples) = ReadState(reader);
        var current = _current;
        if (current.Revision == revision)
        {
            return current;
        }

        lock (_lock)
        {
            current = _current;
            if (current.Revision < revision)
            {
                _current = current = Read(reader, current.Revision < cleared ? StatementColumns.Empty : current, revision, samples);
            }

            return current.Revision == revision ? current : null;
        }
    }

    private static (long Revision, long Cleared, bool Samples) ReadState(ReaderConnection reader)
    {
        using var rows = reader.Command("SELECT revision, cleared, samples FROM archive").ExecuteReader();
        rows.Read();
        return (rows.GetInt64(0), rows.GetInt64(1), rows.GetInt64(2) != 0);
    }

    private static StatementColumns Read(ReaderConnection reader, StatementColumns old, long revision, bool samples)
    {
        try
        {
            return Update(reader, old, revision, samples);
        }
        catch (Exception exception) when (SqliteFaults.IsUnreadable(exception))
        {
            throw SqliteFaults.Damaged(reader.Connection.DataSource, exception);
        }
    }

    private static StatementColumns Update(ReaderConnection reader, StatementColumns old, long revision, bool samples)
    {
        var dictionaries = ArchiveDictionaries.Read(sql => reader.Command(sql));
        var changed = ReadRows(reader, old.Revision);
        Check(changed, old.Slots, dictionaries);
        var builder = new ColumnsBuilder(old.Slots + changed.Count);
        var next = 0;
        for (var slot = 0; slot < old.Slots; slot++)
        {
            if (next < changed.Count && changed[next].Row == StatementColumns.RowOf(slot))
            {
                builder.Add(changed[next++]);
            }
            else if (old.Kinds[slot] != StatementColumns.Gone)
            {
                builder.Add(old, slot);
            }
        }

        for (; next < changed.Count; next++)
        {
            builder.Add(changed[next]);
        }

        return builder.Build(revision, samples, dictionaries);
    }

    private static List<ColumnsRow> ReadRows(ReaderConnection reader, long since)
    {
        // The first load reads the table in its own order; a later one finds the few changed rows by their revision.
        const string columns = "SELECT row, day, issuer, source, language, kind, tokens, capitals, countries, "
            + "captured, received, versions, missing FROM statement";
        var sql = since == 0 ? $"{columns} WHERE revision > ?1 OR 1 ORDER BY row" : $"{columns} WHERE revision > ?1 ORDER BY row";
        var result = new List<ColumnsRow>();
        var countries = new List<ushort>();
        using var rows = reader.Command(sql, since).ExecuteReader();
        while (rows.Read())
        {
            countries.Clear();
            if (!rows.IsDBNull(8))
            {
                MentionCodec.DecodeKinds((byte[])rows.GetValue(8), countries);
            }

            result.Add(new ColumnsRow(
                rows.GetInt64(0),
                rows.GetInt32(1),
                rows.IsDBNull(2) ? 0 : rows.GetInt32(2),
                rows.GetInt32(3),
                rows.IsDBNull(4) ? 0 : rows.GetInt32(4),
                rows.GetByte(5),
                rows.GetInt32(6),
                rows.IsDBNull(7) ? [] : (byte[])rows.GetValue(7),
                [.. countries],
                new ColumnsTrace(ArchiveTime.ToColumn(rows.GetInt64(10)), rows.GetInt32(9), StatesOf(rows))));
        }

        return result;
    }

    private static CaptureStates StatesOf(SqliteDataReader rows) =>
        (rows.GetInt64(11) > 0 ? CaptureStates.Changed : CaptureStates.None)
        | (rows.IsDBNull(12) ? CaptureStates.None : CaptureStates.Missing);

    /// <summary>Arrays are as long as the last row says, and everything else is an index into arrays: damage must not reach them.</summary>
    private static void Check(List<ColumnsRow> rows, int slots, ArchiveDictionaries dictionaries)
    {
        var last = 0L;
        foreach (var row in rows)
        {
            if (row.Row <= last || row.Row > slots + rows.Count + MaxMissing || !row.IsWithin(dictionaries))
            {
                throw new InvalidDataException($"row {row.Row} cannot have been written");
            }

            last = row.Row;
        }
    }
}
