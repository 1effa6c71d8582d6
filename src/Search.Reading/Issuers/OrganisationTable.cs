using System.Collections.Frozen;
using Search.Reading.Text;

namespace Search.Reading.Issuers;

/// <summary>A body by its canonical name.</summary>
/// <param name="Country">ISO 3166 alpha-2; null when many countries have one of the name.</param>
internal sealed record CanonicalBody(string? Country, string Name);

/// <summary>Bodies that are printed in more than one way, from organisations.txt.</summary>
internal static class OrganisationTable
{
    private const int ShortestStem = 16;
    private static readonly FrozenDictionary<(string? Country, string Key), CanonicalBody> s_organisations = Load();
    private static readonly Dictionary<string, CanonicalBody> s_only = Only();
    private static readonly KnownNames<CanonicalBody> s_finder = Finder();

    /// <summary>The body of that country; else of any; else, where no country is given, of the only country that has it.</summary>
    public static CanonicalBody? Find(string name, string? country)
    {
        var key = NameKey.Of(name);
        return country is not null && s_organisations.TryGetValue((country, key), out var own) ? own
            : s_organisations.TryGetValue((null, key), out var any) ? any
            : country is null && s_only.TryGetValue(key, out var only) ? only
            : null;
    }

    /// <summary>The longest name of a body inside a text of any language.</summary>
    /// <param name="key">The text, as <see cref="NameKey"/> folds it.</param>
    public static NameMatch<CanonicalBody>? FindIn(string key) => s_finder.Find(key);

    private static FrozenDictionary<(string? Country, string Key), CanonicalBody> Load()
    {
        var organisations = new Dictionary<(string? Country, string Key), CanonicalBody>();
        foreach (var (organisation, names) in Entries())
        {
            foreach (var name in names)
            {
                organisations.TryAdd((organisation.Country, NameKey.Of(name)), organisation);
            }
        }

        return organisations.ToFrozenDictionary();
    }

    /// <summary>Names that only one country's body has.</summary>
    private static Dictionary<string, CanonicalBody> Only() => s_organisations
        .GroupBy(entry => entry.Key.Key)
        .Where(group => group.Count() == 1)
        .ToDictionary(group => group.Key, group => group.Single().Value);

    private static KnownNames<CanonicalBody> Finder()
    {
        // The line for any country answers for a name that several lines have: the country comes from elsewhere.
        var phrases = new Dictionary<string, CanonicalBody>(StringComparer.Ordinal);
        foreach (var (organisation, names) in Entries().Reverse())
        {
            foreach (var name in names)
            {
                if (organisation.Country is null || !phrases.TryGetValue(NameKey.Of(name), out var other) || other.Country is not null)
                {
                    phrases[NameKey.Of(name)] = organisation;
                }
            }
        }

        return new KnownNames<CanonicalBody>(phrases, ShortestStem);
    }

    private static IEnumerable<(CanonicalBody Body, string[] Names)> Entries() =>
        EmbeddedTable.Rows("Issuers.organisations.txt").Select(line => line.Split('|')).Select(parts =>
            (new CanonicalBody(parts[0] == "*" ? null : parts[0], parts[1]), (string[])[parts[1], .. parts[2].Split(';')]));
}
