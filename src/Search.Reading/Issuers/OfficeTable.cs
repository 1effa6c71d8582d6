using Search.Reading.Text;

namespace Search.Reading.Issuers;

/// <summary>Offices that are printed in more than one way, from offices.txt.</summary>
internal static class OfficeTable
{
    private const int ShortestStem = 9;
    private static readonly Dictionary<string, string> s_offices = Load();
    private static readonly KnownNames<string> s_finder = new(s_offices, ShortestStem);

    /// <summary>The canonical name of an office printed alone; null when it is not in the table.</summary>
    public static string? Find(string office) => s_offices.GetValueOrDefault(NameKey.Of(office));

    public static bool IsKnown(string office) => Find(office) is not null;

    /// <summary>An office that a text begins with, or a spokesperson anywhere in it: others may be those that it is about.</summary>
    /// <param name="key">The text, as <see cref="NameKey"/> folds it.</param>
    public static NameMatch<string>? FindSpeaking(string key) =>
        s_finder.Find(key) is { } match && (match.Start == 0 || match.Value.EndsWith("okesperson", StringComparison.Ordinal)) ? match
            : null;

    private static Dictionary<string, string> Load()
    {
        var offices = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var parts in EmbeddedTable.Rows("Issuers.offices.txt").Select(line => line.Split('|')))
        {
            foreach (var name in parts[1].Split(';').Append(parts[0]))
            {
                offices.TryAdd(NameKey.Of(name), parts[0]);
            }
        }

        return offices;
    }
}
