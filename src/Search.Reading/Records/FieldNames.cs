using System.Text;
using Search.Reading.Text;

namespace Search.Reading.Records;

/// <summary>By which names columns and lists are known. The names are data: fields.txt.</summary>
internal static class FieldNames
{
    private const string List = "list";
    private static readonly Dictionary<string, JsonLineKey> s_fields = LoadFields();

    private static readonly HashSet<string> s_lists =
        [.. Rows().Where(row => row.Name == List).SelectMany(row => row.Values)];

    /// <summary>The schema's own names, for messages.</summary>
    public static string Known { get; } = string.Join(", ", Rows().Where(row => row.Name != List).Select(row => row.Name));

    public static bool IsList(string name) => s_lists.Contains(Key(name));

    /// <summary><see cref="JsonLineKey.Unknown"/> where the schema has no such field.</summary>
    public static JsonLineKey Find(string name) => s_fields.GetValueOrDefault(Key(name));

    /// <summary>Case, blanks and marks do not tell names apart: Source URL is source_url.</summary>
    public static string Key(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            if (char.IsLetterOrDigit(character))
            {
                key.Append(char.ToLowerInvariant(character));
            }
        }

        return key.ToString();
    }

    private static Dictionary<string, JsonLineKey> LoadFields()
    {
        var fields = new Dictionary<string, JsonLineKey>(StringComparer.Ordinal);
        foreach (var (name, values) in Rows().Where(row => row.Name != List))
        {
            foreach (var value in values)
            {
                fields.Add(value, Enum.Parse<JsonLineKey>(name, ignoreCase: true));
            }
        }

        return fields;
    }

    private static IEnumerable<(string Name, string[] Values)> Rows() =>
        EmbeddedTable.Rows("Records.fields.txt").Select(row => row.Split(' ', 2)).Select(row => (row[0], row[1].Split('|')));
}
