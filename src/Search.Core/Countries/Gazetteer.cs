using System.Security.Cryptography;
using System.Text;

namespace Search.Core.Countries;

/// <summary>The reviewed list of names by which texts name countries. Its format stands at the head of <c>gazetteer.tsv</c>.</summary>
public sealed class Gazetteer
{
    /// <summary>Counts up when the contextual rules change what is found in an unchanged gazetteer.</summary>
    private const int RulesVersion = 1;

    private Gazetteer(string text)
    {
        Version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{RulesVersion}\n{text}")))[..16];
        Entries = GazetteerReader.Read(text);
    }

    /// <summary>The gazetteer that comes with the product.</summary>
    public static Gazetteer Default { get; } = Parse(ReadEmbedded());

    /// <summary>Sixteen hexadecimal digits that change whenever the same text could give other mentions.</summary>
    public string Version { get; }

    internal IReadOnlyList<GazetteerEntry> Entries { get; }

    /// <exception cref="FormatException">A line is not in the format; the message names it.</exception>
    public static Gazetteer Parse(string text) => new(text);

    private static string ReadEmbedded()
    {
        using var stream = typeof(Gazetteer).Assembly.GetManifestResourceStream("Search.Core.Countries.gazetteer.tsv")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
