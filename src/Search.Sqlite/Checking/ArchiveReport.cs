using System.Globalization;
using Search.Archive.Upkeep;
using Search.Sqlite.Indexing;
using Search.Sqlite.Searching;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Checking;

/// <summary>What an archive holds, from the columns in memory.</summary>
internal static class ArchiveReport
{
    public static ArchiveStatus Status(ReadSession session, string path)
    {
        var columns = session.Columns;
        var sources = Sources(columns);
        return new ArchiveStatus
        {
            Engine = "sqlite",
            Location = path,
            Statements = columns.Count,
            Versions = (long)session.Reader.Command("SELECT count(*) FROM version").ExecuteScalar()!,
            Samples = columns.Samples,
            Earliest = sources.Min(source => source.Earliest),
            Latest = sources.Max(source => source.Latest),
            SizeInBytes = Size(path) + Size(path + "-wal"),
            Generation = columns.Revision.ToString(CultureInfo.InvariantCulture),
            Sources = sources,
        };
    }

    private static List<SourceStatus> Sources(StatementColumns columns)
    {
        var names = columns.Dictionaries.Sources;
        var counts = new long[names.Length];
        var first = new int[names.Length];
        var last = new int[names.Length];
        for (var slot = 0; slot < columns.Slots; slot++)
        {
            if (columns.Kinds[slot] == StatementColumns.Gone)
            {
                continue;
            }

            var source = columns.Sources[slot];
            counts[source]++;
            if (columns.Days[slot] is not ArchiveDay.None and var day)
            {
                first[source] = first[source] == ArchiveDay.None ? day : Math.Min(first[source], day);
                last[source] = Math.Max(last[source], day);
            }
        }

        return [.. Enumerable.Range(1, names.Length - 1)
            .Where(source => counts[source] > 0)
            .Select(source => new SourceStatus(
                names[source], counts[source], ArchiveDay.ToDayOrNone(first[source]), ArchiveDay.ToDayOrNone(last[source])))
            .OrderByDescending(source => source.Statements).ThenBy(source => source.Source, StringComparer.Ordinal)];
    }

    private static long Size(string path) => File.Exists(path) ? new FileInfo(path).Length : 0;
}
