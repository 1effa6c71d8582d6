namespace Search.Reading.Text;

/// <summary>The tables beside the code: what a language or a site calls things is data, and so are the patterns of its sentences.</summary>
internal static class EmbeddedTable
{
    /// <summary>The lines of a resource, without remarks (#) and blank lines.</summary>
    public static IReadOnlyList<string> Rows(string name)
    {
        using var stream = typeof(EmbeddedTable).Assembly.GetManifestResourceStream($"Search.Reading.{name}")
            ?? throw new InvalidOperationException($"The resource {name} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                lines.Add(line);
            }
        }

        return lines;
    }
}
