using System.Text;
using Search.Reading.Text;

namespace Search.Reading.Files;

/// <summary>Character sets by the labels that pages write, misspelt ones included (encodings.txt).</summary>
internal static class EncodingLabels
{
    private static readonly Dictionary<string, string> s_names = EmbeddedTable.Rows("Files.encodings.txt").Select(row => row.Split(' '))
        .SelectMany(parts => parts.Skip(1).Select(label => (Label: label, Name: parts[0])))
        .ToDictionary(pair => pair.Label, pair => pair.Name, StringComparer.Ordinal);

    private static readonly Dictionary<string, string> s_latin = EmbeddedTable.Rows("Files.latinEncodings.txt").Select(row => row.Split(' '))
        .SelectMany(parts => parts.Skip(1).Select(language => (Language: language, Name: parts[0])))
        .ToDictionary(pair => pair.Language, pair => pair.Name, StringComparer.Ordinal);

    /// <summary>Null when no list knows the label; then the bytes must tell.</summary>
    public static Encoding? Find(string label) =>
        s_names.TryGetValue(string.Concat(label.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant(), out var name) ? Named(name) : null;

    public static Encoding Named(string name) => Encoding.GetEncoding(name);

    /// <summary>The one of several alike that a language with Latin letters is written in.</summary>
    public static Encoding Latin(string? language) => Named(s_latin.GetValueOrDefault(language ?? string.Empty, "windows-1252"));
}
