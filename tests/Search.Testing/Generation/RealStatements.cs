using System.IO.Compression;
using System.Text.Json;
using Search.Core.Analysis;
using Search.Core.Countries;
using Search.Core.Statements;

namespace Search.Testing.Generation;

/// <summary>Reads shared JSON Lines plainly: enough for engines and highlighter to be tried on real text.</summary>
public static class RealStatements
{
    private static readonly (string Name, string Code)[] s_names =
        [("Japan", "JP"), ("United States", "US"), ("China", "CN"), ("Russia", "RU"), ("DPRK", "KP"), ("Iran", "IR")];

    /// <param name="path">JSON Lines, compressed where it ends in <c>.gz</c>.</param>
    public static IReadOnlyList<Statement> Read(string path) => [.. Lines(path).Select(Parse)];

    private static IEnumerable<string> Lines(string path)
    {
        if (!path.EndsWith(".gz", StringComparison.Ordinal))
        {
            return File.ReadLines(path);
        }

        using var text = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        return text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static Statement Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        var body = TextNormalizer.Normalize(Text(root, "text") ?? string.Empty);
        var statement = new StatementBuilder(Text(root, "id"))
        {
            Title = TextNormalizer.Normalize(Text(root, "title") ?? string.Empty),
            Body = body,
            Issued = Text(root, "date") is { } date ? DateOnly.Parse(date) : null,
            Issuer = Text(root, "issuer"),
            Source = Text(root, "source") ?? StatementBuilder.DefaultSource,
            SourceUrl = Text(root, "url"),
            Language = Text(root, "language"),
        }.Build();
        return statement with { Countries = Mentions(body) };
    }

    /// <summary>Some countries by their names, of kinds by turns: not right, but the same for every engine.</summary>
    private static List<CountryMention> Mentions(string body)
    {
        var mentions = new List<CountryMention>();
        foreach (var (name, code) in s_names)
        {
            var start = body.IndexOf(name, StringComparison.Ordinal);
            if (start >= 0)
            {
                mentions.Add(new CountryMention(code, MentionField.Body, start, name.Length, (MentionKind)(start % 6)));
            }
        }

        mentions.Sort((one, other) => one.Start.CompareTo(other.Start));
        return mentions;
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
