using System.Text;

namespace Search.Core.Countries;

/// <summary>
/// The small tables beside the code: names by language, how they change, what is written together with them. All are part
/// of the assembly.
/// </summary>
internal static class LanguageTables
{
    private const string Folder = "Search.Core.Countries.";

    private static readonly string[] s_languages = ["es", "fr", "de", "it", "pt", "ru", "tr", "ar", "he", "fa", "zh", "ja", "ko"];

    /// <summary>The gazetteer and the names of each language, as one text.</summary>
    public static string Names { get; } =
        string.Concat([Read("gazetteer.tsv"), .. s_languages.Select(static language => Read($"Languages.{language}.tsv"))]);

    public static string Paradigms { get; } = Read("Languages.paradigms.tsv");

    public static string Affixes { get; } = Read("Languages.affixes.tsv");

    public static string Clipped { get; } = Read("Languages.clipped.tsv");

    /// <summary>The columns of each line that is no comment.</summary>
    public static IEnumerable<string[]> LinesOf(string table) =>
        table.Split('\n').Where(static line => line.Length > 0 && line[0] != '#').Select(static line => line.Split('\t'));

    /// <summary>The values of a column that lists several.</summary>
    public static string[] ValuesOf(string column) =>
        column.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string Read(string name)
    {
        using var stream = typeof(LanguageTables).Assembly.GetManifestResourceStream(Folder + name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
