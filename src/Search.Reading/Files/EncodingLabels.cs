using System.Text;
using Search.Reading.Text;

namespace Search.Reading.Files;

/// <summary>Character sets by the labels that pages write, misspelt ones included (encodings.txt).</summary>
internal static class EncodingLabels
{
    private static readonly Dictionary<string, string> s_names = Load("Files.encodings.txt");
    private static readonly Dictionary<string, string> s_latin = Load("Files.latinEncodings.txt");

    /// <summary>Null when no list knows the label; then the bytes must tell.</summary>
    public static Encoding? Find(string label) =>
        s_names.TryGetValue(string.Concat(label.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant(), out var name) ? Named(name) : null;

    public static Encoding Named(string name) => Encoding.GetEncoding(name);

    /// <summary>The one of several alike that a language with Latin letters is written in.</summary>
    public static Encoding Latin(string? language) => Named(s_latin.GetValueOrDefault(language ?? string.Empty, "windows-1252"));

    /// <summary>Rows of a name and the words that mean it, by word.</summary>
    private static Dictionary<string, string> Load(string table) => EmbeddedTable.Rows(table).Select(row => row.Split(' '))
        .SelectMany(parts => parts.Skip(1).Select(word => (Word: word, Name: parts[0])))
        .ToDictionary(pair => pair.Word, pair => pair.Name, StringComparer.Ordinal);
}
