using System.Security.Cryptography;
using System.Text;

namespace Search.Core.Countries;

/// <summary>The reviewed list of names by which texts name countries. Its format stands at the head of <c>gazetteer.tsv</c>.</summary>
public sealed class Gazetteer
{
    /// <summary>Counts up when the contextual rules change what is found in an unchanged gazetteer.</summary>
    private const int RulesVersion = 2;

    private static readonly string s_rules = LanguageTables.Paradigms + LanguageTables.Affixes + LanguageTables.Clipped;

    private Gazetteer(string text)
    {
        Version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{RulesVersion}\n{text}{s_rules}")))[..16];
        Entries = GazetteerReader.Read(text);
    }

    /// <summary>The gazetteer that comes with the product.</summary>
    public static Gazetteer Default { get; } = Parse(LanguageTables.Names);

    /// <summary>Sixteen hexadecimal digits that change whenever the same text could give other mentions.</summary>
    public string Version { get; }

    internal IReadOnlyList<GazetteerEntry> Entries { get; }

    /// <exception cref="FormatException">A line is not in the format; the message names it.</exception>
    public static Gazetteer Parse(string text) => new(text);
}
