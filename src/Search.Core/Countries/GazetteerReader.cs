namespace Search.Core.Countries;

/// <summary>Reads the lines of a gazetteer.</summary>
internal static class GazetteerReader
{
    private const int Columns = 5;

    public static IReadOnlyList<GazetteerEntry> Read(string text)
    {
        var entries = new List<GazetteerEntry>();
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (!line.IsEmpty && line[0] != '#')
                entries.Add(ReadLine(line.ToString(), number));
        }

        return entries;
    }

    private static GazetteerEntry ReadLine(string line, int number)
    {
        var columns = line.Split('\t');
        if (columns.Length != Columns || !Enum.TryParse<EntryRole>(columns[1], ignoreCase: true, out var role))
            throw new FormatException($"Line {number} of the gazetteer is not: codes, kind, language, flags, names.");

        var codes = columns[0] == "-" ? [] : columns[0].Split('+');
        var names = columns[4].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new GazetteerEntry(codes, role, columns[2], ReadFlags(columns[3], number), names);
    }

    private static EntryFlags ReadFlags(string column, int number)
    {
        var flags = EntryFlags.None;
        if (column == "-")
            return flags;

        foreach (var name in column.Split(','))
        {
            if (!Enum.TryParse<EntryFlags>(name, ignoreCase: true, out var flag))
                throw new FormatException($"Line {number} of the gazetteer has an unknown flag '{name}'.");

            flags |= flag;
        }

        return flags;
    }
}
