namespace Search.Core.Countries;

/// <summary>Codes and names of countries as people read them.</summary>
public static class CountryNames
{
    private static readonly Dictionary<string, string> s_names = ReadNames();
    private static readonly Dictionary<string, string> s_codes = ReadCodes();

    /// <summary>The English short name for an ISO 3166 alpha-2 code; the code itself when it is unknown.</summary>
    public static string NameOf(string code) => s_names.GetValueOrDefault(code.ToUpperInvariant(), code);

    /// <summary>The code for a code, name, alias or abbreviation, whatever its case; false when it is none.</summary>
    public static bool TryResolve(string text, out string code)
    {
        var key = NameFolding.Key(text).ToUpperInvariant();
        if (s_names.ContainsKey(key))
        {
            code = key;
            return true;
        }

        return s_codes.TryGetValue(key, out code!) || s_codes.TryGetValue(WithoutArticle(key), out code!);
    }

    private static string WithoutArticle(string key) => key.StartsWith("THE ", StringComparison.Ordinal) ? key[4..] : key;

    /// <summary>The first English name of a code is the one it is shown by.</summary>
    private static Dictionary<string, string> ReadNames()
    {
        var names = new Dictionary<string, string>();
        foreach (var entry in Gazetteer.Default.Entries)
        {
            if (entry is { Role: EntryRole.Name, Language: "en", Codes.Length: 1 })
                names.TryAdd(entry.Codes[0], entry.Names[0]);
        }

        return names;
    }

    private static Dictionary<string, string> ReadCodes()
    {
        var codes = new Dictionary<string, string>();
        foreach (var entry in Gazetteer.Default.Entries)
        {
            if (entry.Role is EntryRole.Name or EntryRole.Abbreviation or EntryRole.Demonym)
            {
                foreach (var name in entry.Names)
                    codes.TryAdd(NameFolding.Key(name).ToUpperInvariant(), entry.Codes[0]);
            }
        }

        return codes;
    }
}
