using Microsoft.Data.Sqlite;
using Search.Core.Analysis;
using Search.Core.Statements;

namespace Search.Sqlite.Storage;

/// <summary>The small tables, with the keys of the file as indexes; index 0 stands for none.</summary>
internal sealed class ArchiveDictionaries
{
    public static ArchiveDictionaries Empty { get; } = new(
        [new IssuerEntry(string.Empty, null, null, null, string.Empty)], [string.Empty], [string.Empty]);

    public ArchiveDictionaries(IssuerEntry[] issuers, string[] sources, string[] languages)
    {
        Issuers = issuers;
        Sources = sources;
        Languages = languages;
        IsStemmed = [.. languages.Select((tag, key) => LanguageRules.IsStemmed(key == 0 ? null : tag))];
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        CanonicalIssuers = new int[issuers.Length];
        for (var key = 1; key < issuers.Length; key++)
        {
            names.TryAdd(issuers[key].Name, names.Count + 1);
            CanonicalIssuers[key] = names[issuers[key].Name];
        }

        IssuerNames = [string.Empty, .. names.Keys];
        Paths = [.. issuers.Select((issuer, key) =>
            key == 0 ? string.Empty : IssuerGroups.PathOf(issuer.Name, issuer.Organisation, issuer.Country))];
    }

    /// <summary>Issuers as printed.</summary>
    public IssuerEntry[] Issuers { get; }

    /// <summary>From the key of an issuer as printed to the index of its canonical name.</summary>
    public int[] CanonicalIssuers { get; }

    /// <summary>From the key of an issuer as printed to the path of its groups and its canonical name.</summary>
    public string[] Paths { get; }

    /// <summary>Canonical names.</summary>
    public string[] IssuerNames { get; }

    public string[] Sources { get; }

    public string[] Languages { get; }

    public bool[] IsStemmed { get; }

    /// <param name="command">Makes or keeps the commands of a connection.</param>
    public static ArchiveDictionaries Read(Func<string, SqliteCommand> command)
    {
        var issuers = new List<IssuerEntry> { new(string.Empty, null, null, null, string.Empty) };
        using (var rows = command("SELECT name, office, organisation, country, printed FROM issuer ORDER BY key").ExecuteReader())
        {
            while (rows.Read())
            {
                issuers.Add(new IssuerEntry(
                    rows.GetString(0),
                    rows.IsDBNull(1) ? null : rows.GetString(1),
                    rows.IsDBNull(2) ? null : rows.GetString(2),
                    rows.IsDBNull(3) ? null : rows.GetString(3),
                    rows.GetString(4)));
            }
        }

        return new ArchiveDictionaries(
            [.. issuers],
            ReadNames(command("SELECT name FROM source ORDER BY key")),
            ReadNames(command("SELECT tag FROM language ORDER BY key")));
    }

    private static string[] ReadNames(SqliteCommand command)
    {
        var names = new List<string> { string.Empty };
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            names.Add(rows.GetString(0));
        }

        return [.. names];
    }
}

internal sealed record IssuerEntry(string Name, string? Office, string? Organisation, string? Country, string Printed);
